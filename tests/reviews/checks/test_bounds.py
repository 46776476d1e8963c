"""A value lies between the least and the most."""

from decimal import Decimal

import pytest

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.bounds import check

ASKED = (indicator("ty_le", measure="%", maximum=Decimal(100)),)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("-1", ["Số -1% nhỏ hơn 0%, số nhỏ nhất có thể."]),
        ("100.5", ["Số 100,5% lớn hơn 100%, số lớn nhất có thể."]),
        ("0", []),
        ("100", []),
    ],
)
def test_value_outside_its_bounds_is_told(value: str, found: list[str]) -> None:
    assert said(check(sight(figure("ty_le", value), asked=ASKED))) == found


def test_indicator_without_bounds_takes_anything() -> None:
    assert check(sight(figure("lai", -5), asked=(indicator("lai", minimum=None),))) == ()
