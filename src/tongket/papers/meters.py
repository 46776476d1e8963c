"""How much of a limit is used, as a bar: values for a drawing of 100 units, and words; pure."""

from dataclasses import dataclass
from enum import StrEnum

# A bar shows at least this much beyond the limit, so that a paper that fits does not fill it.
_ROOM = 1.25
_WIDTH = 100.0
# What is closer to a limit than this is rounding.
_SLACK = 0.005


class Look(StrEnum):
    """Whether a figure keeps its limit, keeps it only when pressed (single spacing, read fast), or does not."""

    FITS = ""
    CLOSE = "close"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of 100 units: what is used within the limit, what lies beyond it, and where the limit stands."""

    within: float
    beyond: float
    limit: float | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure beside the most it may be, None where either is not known.

    `pressed` is the same at its tightest: single spacing, or read fast.
    """

    value: float | None
    most: float | None
    pressed: float | None = None

    @property
    def look(self) -> Look:
        """Whether it keeps its limit; one that nobody knows does."""
        if self.value is None:
            return Look.FITS
        return look_of(self.value, self.value if self.pressed is None else self.pressed, self.most)

    @property
    def clock(self) -> str:
        """Minutes as a clock says them: `8:10`; empty where not known."""
        if self.value is None:
            return ""
        minutes, seconds = clock(self.value)
        return f"{minutes}:{seconds:02d}"


def bar_of(value: float, limit: float | None) -> Bar:
    """The bar of `value`; without a limit it is full as far as it goes."""
    if limit is None or limit <= 0:
        return Bar(_WIDTH, 0.0, None)
    most = max(value, limit * _ROOM)
    within, beyond = min(value, limit), max(0.0, value - limit)
    return Bar(*(round(part / most * _WIDTH, 1) for part in (within, beyond, limit)))


def look_of(value: float, pressed: float, limit: float | None) -> Look:
    """`pressed` is the same figure at its tightest: single spacing, or read fast."""
    if limit is None or value <= limit + _SLACK:
        return Look.FITS
    return Look.OVER if pressed > limit + _SLACK else Look.CLOSE


def places_beside(number: float, limit: float | None) -> int:
    """How many places a figure needs beside its limit: one more where it would look like it, `3,04` beside `3`."""
    if limit is None or number <= limit + _SLACK or round(number, 1) != round(limit, 1):
        return 1
    return 2


def clock(minutes: float) -> tuple[int, int]:
    """Whole minutes and seconds."""
    whole, seconds = divmod(round(minutes * 60), 60)
    return whole, seconds
