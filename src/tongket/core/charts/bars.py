"""Bars by unit, one line each, the longest names cut; a unit without a figure is hatched and says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.core.charts.scale import MOST_LINES, reach, ticks
from tongket.core.charts.svg import drawing, element, hatch, line, shortened, text
from tongket.core.decimals import written

LINE = 22
THICK = 14
TOP = 6
LETTER = 7.0  # the mean width of a letter of 14 px, so that a column is as wide as its longest name
MOST_LETTERS = 24
GAP = 7.0
GAP_WIDE = 30.0  # the hatched stub of a unit without a figure


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit: `value` None is missing; `label` is what stands behind the bar, the number itself if empty."""

    name: str
    value: Decimal | None
    label: str = ""
    is_marked: bool = False

    @property
    def said(self) -> str:
        """What stands behind the bar."""
        return self.label or ("" if self.value is None else written(self.value))


def bars(
    units: Sequence[Bar], *, title: str, missing: str, description: str = "", key: str = "bars", width: int = 312
) -> str:
    """A line for each unit in the given order; `missing` stands beside those without a figure."""
    known = [unit.value for unit in units if unit.value is not None]
    frame = _Frame.around(units, known, width)
    bottom = TOP + LINE * len(units)
    parts = [hatch(key)] if len(known) < len(units) else []
    for tick in ticks(known, frame.lines):
        parts.append(line("grid" if tick else "zero", frame.x(tick), 2, frame.x(tick), bottom))
        parts.append(text(written(tick), x=frame.x(tick), y=bottom + 17, class_="ax"))
    for place, unit in enumerate(units):
        parts += _row(unit, TOP + LINE * place, frame, key=key, missing=missing)
    return drawing(key, title=title, description=description, width=width, height=bottom + 22, parts=parts)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where names end and where a value lies."""

    names_end: float
    left: float
    right: float
    low: Decimal
    high: Decimal

    @classmethod
    def around(cls, units: Sequence[Bar], known: Sequence[Decimal], width: int) -> "_Frame":
        longest = max((min(len(unit.name), MOST_LETTERS) for unit in units), default=0)
        behind = max((len(unit.said) for unit in units), default=0)
        names_end = min(longest * LETTER, width * 0.48)
        low, high = reach(known)
        right = width - behind * (LETTER + 1.5) - GAP - 2
        return cls(names_end, names_end + GAP, max(right, names_end + 4 * GAP), low, high)

    def x(self, value: Decimal) -> float:
        share = float((value - self.low) / (self.high - self.low))
        return self.left + (self.right - self.left) * share

    @property
    def lines(self) -> int:
        """How many steps of the scale have room for their numbers side by side."""
        longest = max(len(written(self.low)), len(written(self.high)))
        return min(MOST_LINES, int((self.right - self.left) / (longest * LETTER + 2 * GAP)))

    @property
    def letters(self) -> int:
        return int(self.names_end / LETTER)


def _row(unit: Bar, top: float, frame: _Frame, *, key: str, missing: str) -> list[str]:
    name = shortened(unit.name, frame.letters)
    whole = unit.name if name != unit.name else ""
    parts = [text(name, x=frame.names_end, y=top + 11.5, class_="nm", whole=whole)]
    zero = frame.x(Decimal(0))
    if unit.value is None:
        box = {"x": zero, "y": float(top), "width": GAP_WIDE, "height": THICK}
        parts.append(element("rect", "", class_="miss", fill=f"url(#{key}-gap)", **box))
        return [*parts, text(unit.label or missing, x=zero + GAP_WIDE + GAP, y=top + 11.5, class_="no")]
    at = frame.x(unit.value)
    class_ = "bar on" if unit.is_marked else "bar"
    parts.append(element("rect", class_=class_, x=min(zero, at), y=float(top), width=abs(at - zero), height=THICK))
    return [*parts, text(unit.said, x=max(zero, at) + 6, y=top + 11.5, class_="vl")]
