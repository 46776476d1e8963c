"""A rate of sums."""

from decimal import Decimal

import pytest

from tongket.reviews.tallying.rates import rate


@pytest.mark.parametrize(
    ("numerator", "denominator", "measure", "found"),
    [
        (10, 200, "%", 5),
        (10, 200, " % ", 5),
        (10, 200, "‰", 50),
        (10, 200, "hộ/xã", Decimal("0.05")),
        (0, 200, "%", 0),
        (10, 0, "%", None),
        (None, 200, "%", None),
        (10, None, "%", None),
    ],
)
def test_rate_is_in_its_measure_and_needs_a_base(
    numerator: int | None, denominator: int | None, measure: str, found: Decimal | int | None
) -> None:
    halves = [None if each is None else Decimal(each) for each in (numerator, denominator)]

    assert rate(halves[0], halves[1], measure) == found
