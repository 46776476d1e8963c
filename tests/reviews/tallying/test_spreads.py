"""What units of one kind usually say."""

from decimal import Decimal

from tongket.reviews.checks.sight import Spread
from tongket.reviews.tallying.spreads import spread_of

D = Decimal


def test_one_wild_value_does_not_widen_the_spread() -> None:
    assert spread_of(map(D, [50, 45, 51, 60, 70, 55_000_000])) == Spread(D(60), D(50), D(70), 6)


def test_few_values_are_all_kept() -> None:
    assert spread_of(map(D, [9, 1, 2])) == Spread(D(2), D(1), D(9), 3)


def test_nothing_has_no_spread() -> None:
    assert spread_of([]) is None
