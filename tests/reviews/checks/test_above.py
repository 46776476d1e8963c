"""A figure does not exceed the one it is taken from."""

import pytest

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.above import check

ASKED = (indicator("dang_ky", name="Đăng ký", measure="ý"), indicator("nhan", measure="ý", not_above="dang_ky"))


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ({"dang_ky": 5, "nhan": 6}, ["6 ý lớn hơn “Đăng ký” là 5 ý."]),
        ({"dang_ky": 5, "nhan": 5}, []),
        ({"nhan": 6}, []),
    ],
)
def test_value_above_its_source_is_told(figures: dict[str, int], found: list[str]) -> None:
    assert said(check(sight(*(figure(code, value) for code, value in figures.items()), asked=ASKED))) == found


def test_source_that_is_not_asked_forbids_nothing() -> None:
    assert check(sight(figure("nhan", 6), asked=ASKED[1:])) == ()
