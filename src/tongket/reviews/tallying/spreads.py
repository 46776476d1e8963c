"""What units of one kind usually say: the middle one and where most of them lie."""

from collections.abc import Iterable
from decimal import Decimal

from tongket.reviews.checks.sight import Spread

QUARTER = 4


def spread_of(values: Iterable[Decimal]) -> Spread | None:
    """The middle value, and the lowest and highest once a quarter is left out at either end; None of nothing.

    A quarter is left out so that one sum of money in đồng does not widen the spread in which it hides.
    """
    ordered = sorted(values)
    if not ordered:
        return None
    cut = len(ordered) // QUARTER
    kept = ordered[cut : len(ordered) - cut]
    return Spread(ordered[len(ordered) // 2], kept[0], kept[-1], len(ordered))
