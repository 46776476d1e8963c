"""A rate has both halves and is what they give."""

import pytest

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.rates import check
from tongket.reviews.rules import Gather

ASKED = (
    indicator("ngheo", name="Hộ nghèo"),
    indicator("ho", name="Số hộ"),
    indicator("ty_le", measure="%", gather=Gather.RATE, numerator="ngheo", denominator="ho", decimals=1),
)


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ({"ngheo": 10, "ho": 200}, []),
        ({"ngheo": 10, "ho": 200, "ty_le": 5}, []),
        ({"ngheo": 10, "ho": 200, "ty_le": 50}, ["Tỷ lệ ghi 50%, tính từ 10 trên 200 là 5%."]),
        ({"ngheo": 10}, ["Có “Hộ nghèo” mà chưa có “Số hộ”."]),
        ({"ho": 200}, ["Có “Số hộ” mà chưa có “Hộ nghèo”."]),
        ({"ngheo": 10, "ho": 0}, ["“Hộ nghèo” là 10 trong khi “Số hộ” là 0."]),
        ({"ngheo": 0, "ho": 0}, []),
        ({"ty_le": 5}, []),
    ],
)
def test_rate_agrees_with_its_halves(figures: dict[str, int], found: list[str]) -> None:
    assert said(check(sight(*(figure(code, value) for code, value in figures.items()), asked=ASKED))) == found
