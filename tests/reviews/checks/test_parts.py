"""Parts add up to their total."""

import pytest

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.parts import check

ASKED = (
    indicator("tong", measure="hộ"),
    indicator("a", name="nghèo", part_of="tong"),
    indicator("b", name="cận nghèo", part_of="tong"),
)


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ({"tong": 7, "a": 3, "b": 4}, []),
        ({"tong": 8, "a": 3, "b": 4}, ["Các phần cộng lại là 7 hộ, tổng ghi 8 hộ: nghèo 3 + cận nghèo 4."]),
        ({"tong": 7, "a": 3}, []),
        ({"tong": 7, "a": 9}, ["Mới 1 trên 2 phần mà cộng lại đã là 9 hộ, hơn tổng 7 hộ: nghèo 9."]),
        ({"tong": 7}, []),
        ({"a": 3, "b": 4}, []),
    ],
)
def test_sum_of_parts_is_the_total(figures: dict[str, int], found: list[str]) -> None:
    assert said(check(sight(*(figure(code, value) for code, value in figures.items()), asked=ASKED))) == found


def test_every_period_is_added_up_by_itself() -> None:
    figures = [figure(code, value, 2023) for code, value in {"tong": 9, "a": 3, "b": 4}.items()]

    assert [each.values["period"] for each in check(sight(*figures, asked=ASKED))] == ["2023"]
