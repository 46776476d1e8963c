"""Where the lines of a scale stand: round numbers, three to six of them."""

from collections.abc import Iterable
from decimal import Decimal

STEPS = (Decimal(1), Decimal(2), Decimal(5))
MOST_LINES = 5
# One step of ten times the highest power of the span is always enough.
MOST_POWERS = 4


def ticks(values: Iterable[Decimal], most: int = MOST_LINES) -> tuple[Decimal, ...]:
    """Round numbers from zero, or from below where values are below, up to the highest that is not above all of them.

    There are `most` steps at most: `0, 2, 4, 6, 8` for 9; `0, 1` where everything is
    zero, so that there always is a scale.
    """
    known = list(values)
    high, low = max([*known, Decimal(0)]), min([*known, Decimal(0)])
    if high == low:
        return Decimal(0), Decimal(1)
    step = _step(high - low, max(most, 1))
    first, last = -(-low // step) if low < 0 else Decimal(0), high // step
    return tuple(step * place for place in range(int(first), int(last) + 1))


def _step(span: Decimal, most: int) -> Decimal:
    """The smallest of 1, 2, 5, 10, … that gives no more than `most` steps."""
    smallest = span.adjusted() - 1
    steps = (step.scaleb(power) for power in range(smallest, smallest + MOST_POWERS) for step in STEPS)
    return next(step for step in steps if step * most >= span)


def reach(values: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """The least and the most that a drawing has to hold, zero included."""
    known = [*values, Decimal(0)]
    low, high = min(known), max(known)
    return (low, high) if low != high else (Decimal(0), Decimal(1))
