"""Bars by unit, names whole, the long ones over several lines; a unit without a figure is hatched and says so.

Of many units the first are drawn each and the others together, from their least to their most.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from tongket.core.charts.scale import MOST_LINES, reach, ticks
from tongket.core.charts.svg import LINE_HIGH, drawing, element, hatch, line, lines, text, width_of, wrapped
from tongket.core.decimals import written

LINE = 22
THICK = 14
TOP = 6
NAMES_MOST = 0.48  # of the width of the drawing; what is longer goes on in the next line
BOLD = 1.08
GAP = 7.0
GAP_WIDE = 30.0  # the hatched stub of a unit without a figure
MOST_BARS = 24  # lines of one drawing: as many as half a page shows in letters that are read
Counted = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit: `value` None is missing; `label` is what stands behind the bar, the number itself if empty.

    With `least` it is several units, of which one gives that and another `value`.
    """

    name: str
    value: Decimal | None
    label: str = ""
    is_marked: bool = False
    least: Decimal | None = None

    @property
    def said(self) -> str:
        """What stands behind the bar."""
        if self.label or self.value is None:
            return self.label
        if self.least is None or self.least == self.value:
            return written(self.value)
        return f"{written(self.least)} – {written(self.value)}"


def shortened(units: Sequence[Bar], *, others: Counted, lacking: Counted, most: int = MOST_BARS) -> list[Bar]:
    """`most` lines: the first units that have a figure, the others as one, and as one those that lack it.

    `others` and `lacking` say so many units in the reader's language; those that lack a figure stay apart by label, so
    that there are more lines where there are `most` labels or more.
    """
    if len(units) <= most:
        return list(units)
    groups: dict[str, list[Bar]] = {}
    for unit in units:
        if unit.value is None:
            groups.setdefault(unit.label, []).append(unit)
    known = [unit for unit in units if unit.value is not None]
    room = max(most - len(groups), 1)
    if len(known) > room:
        known = [*known[: room - 1], _rest(known[room - 1 :], others)]
    return [
        *known,
        *(each[0] if len(each) == 1 else Bar(lacking(len(each)), None, label) for label, each in groups.items()),
    ]


def _rest(units: Sequence[Bar], others: Counted) -> Bar:
    values = [unit.value for unit in units if unit.value is not None]
    return Bar(others(len(units)), max(values), least=min(values))


def bars(
    units: Sequence[Bar], *, title: str, missing: str, description: str = "", key: str = "bars", width: int = 312
) -> str:
    """A line for each unit in the given order; `missing` stands beside those without a figure."""
    known = [value for unit in units for value in (unit.value, unit.least) if value is not None]
    frame = _Frame.around(units, known, width)
    tops = [float(TOP)]
    for unit in units:
        tops.append(tops[-1] + LINE + LINE_HIGH * (len(frame.rows(unit)) - 1))
    bottom = tops.pop()
    parts = [hatch(key)] if any(unit.value is None for unit in units) else []
    for tick in ticks(known, frame.lines):
        parts.append(line("grid" if tick else "zero", frame.x(tick), 2, frame.x(tick), bottom))
        parts.append(text(written(tick), x=frame.x(tick), y=bottom + 17, class_="ax"))
    for top, unit in zip(tops, units, strict=True):
        parts += _row(unit, top, frame, key=key, missing=missing)
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
        names = [row for unit in units for row in wrapped(unit.name, width * NAMES_MOST)]
        names_end = float(ceil(max(map(width_of, names), default=0.0)))
        behind = max((width_of(unit.said) for unit in units if unit.value is not None), default=0.0)
        low, high = reach(known)
        right = width - behind * BOLD - GAP - 2
        return cls(names_end, names_end + GAP, max(right, names_end + 4 * GAP), low, high)

    def x(self, value: Decimal) -> float:
        share = float((value - self.low) / (self.high - self.low))
        return self.left + (self.right - self.left) * share

    @property
    def lines(self) -> int:
        """How many steps of the scale have room for their numbers side by side."""
        longest = max(width_of(written(self.low)), width_of(written(self.high)))
        return min(MOST_LINES, int((self.right - self.left) / (longest + 2 * GAP)))

    def rows(self, unit: Bar) -> list[str]:
        """The unit's name in lines that fit before the bars."""
        return wrapped(unit.name, self.names_end)


def _row(unit: Bar, top: float, frame: _Frame, *, key: str, missing: str) -> list[str]:
    rows = frame.rows(unit)
    parts = [lines(rows, x=frame.names_end, y=top + 11.5, class_="nm")]
    top += LINE_HIGH * (len(rows) - 1) / 2
    zero = frame.x(Decimal(0))
    if unit.value is None:
        box = {"x": zero, "y": float(top), "width": GAP_WIDE, "height": THICK}
        parts.append(element("rect", "", class_="miss", fill=f"url(#{key}-gap)", **box))
        return [*parts, text(unit.label or missing, x=zero + GAP_WIDE + GAP, y=top + 11.5, class_="no")]
    at, begin = frame.x(unit.value), zero if unit.least is None else frame.x(unit.least)
    class_ = "bar rest" if unit.least is not None else "bar on" if unit.is_marked else "bar"
    parts.append(element("rect", class_=class_, x=min(begin, at), y=float(top), width=abs(at - begin), height=THICK))
    return [*parts, text(unit.said, x=max(zero, at) + 6, y=top + 11.5, class_="vl")]
