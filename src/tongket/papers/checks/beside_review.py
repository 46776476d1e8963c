"""A figure of a paper beside that of the unit's own review, and whether the two are one. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from tongket.reviews.reports.numbers import Number
from tongket.reviews.values import Figure, Indicator, Period, Reported

# A rounded figure is no further off; one that says `gần`, `hơn` may be one of its own last digits away.
_ROUNDED = Decimal("0.05")
# The figure is below, or above, what stands with these words.
_AT_MOST = frozenset({"gần", "dưới"})
_AT_LEAST = frozenset({"hơn", "trên", "ít nhất", "tối thiểu", "không dưới"})


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of the paper beside that of the review: `block` is where it stands, `written` has its measure."""

    block: int
    sentence: str
    written: str
    value: Decimal
    figure: Figure
    indicator: Indicator
    period: Period
    agrees: bool


def figure_of(indicator: str, period: str, reported: Reported) -> Figure | None:
    """The figure that the review gives for an indicator and a period, by their codes."""
    return next((each for each in reported.figures if (each.indicator, each.period) == (indicator, period)), None)


def agree(value: Decimal, known: Decimal, number: Number, about: str) -> bool:
    """Whether both are one figure, as it is or rounded by either; `gần 500` is at most 500, `hơn 480` at least 480."""
    off, place = abs(value - known), _place(value, number)
    near = _ROUNDED * abs(known)
    if off == 0 or (off <= max(place, _last_digit(known)) / 2 and off <= near):
        return True
    below, above = (near if about in _AT_LEAST else place), (near if about in _AT_MOST else max(place, 2 * near))
    return bool(about) and value - max(below, near) <= known <= value + above


def _place(value: Decimal, number: Number) -> Decimal:
    """What the last digit that is no zero stands for, in the measure of `value`: 100 for `500 triệu`."""
    typed = number.value / number.scale
    return value * _last_digit(typed) / typed if typed else Decimal(0)


def _last_digit(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
