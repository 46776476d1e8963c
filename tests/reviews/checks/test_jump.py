"""A figure does not leap or collapse without a reason."""

from decimal import Decimal

import pytest

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.jump import check
from tongket.reviews.rules import Nature

HOUSES = (indicator("ho", measure="hộ"), indicator("it", measure="hộ", jump=Decimal(2)))


@pytest.mark.parametrize(
    ("code", "value", "last", "found"),
    [
        ("ho", 300, 30, ["300 hộ, gấp 10 lần kỳ trước (30 hộ)."]),
        ("ho", 299, 30, []),
        ("ho", 3, 30, ["3 hộ, kỳ trước gấp 10 lần (30 hộ)."]),
        ("ho", 4, 30, []),
        ("ho", 0, 30, ["Kỳ trước 30 hộ, kỳ này không còn."]),
        ("ho", 10, 1, []),
        ("ho", 11, 0, []),
        ("it", 60, 30, ["60 hộ, gấp 2 lần kỳ trước (30 hộ)."]),
    ],
)
def test_leap_is_told_by_what_the_outline_says_is_too_much(code: str, value: int, last: int, found: list[str]) -> None:
    assert said(check(sight(figure(code, value), asked=HOUSES, before={code: last}))) == found


def test_leap_that_another_check_explains_is_not_told_twice() -> None:
    money = (indicator("tien", measure="triệu đồng", nature=Nature.MONEY),)
    area = (indicator("dat", measure="m²", decimals=1),)

    assert check(sight(figure("tien", 450_000_000), asked=money, before={"tien": 400})) == ()
    assert check(sight(figure("dat", 39605), asked=area, before={"dat": 3900})) == ()


def test_rates_leap_as_they_like() -> None:
    assert check(sight(figure("r", 90), asked=(indicator("r", nature=Nature.RATE),), before={"r": 3})) == ()
