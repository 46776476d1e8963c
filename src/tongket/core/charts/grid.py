"""Units as tiles by state, like a map seen from far: named tiles for a few, small squares in groups for thousands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from tongket.core.charts.svg import LINE_HIGH, drawing, element, hatch, lines, text, width_of, wrapped
from tongket.core.decimals import written

WIDE, HIGH, BETWEEN = 104, 34, 6
EDGE = 2  # half of the thickest edge of a tile stands out of it
BESIDE = 3  # what stays free on either side of a name in its tile
SMALL, SMALL_BETWEEN = 11, 3
MOST_NAMED = 60
NAMES_WIDE = 150
LEGEND_LINE = 24


@dataclass(frozen=True, slots=True)
class Legend:
    """A state: `words` is what it is called; missing ones are hatched.

    `look` is the last part of its class (`s-done`), its `code` if empty: several states may look alike.
    """

    code: str
    words: str
    is_missing: bool = False
    look: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit in a state; `group` is the unit above it. `place` (column, row) sets it as on a map."""

    name: str
    state: str
    group: str = ""
    place: tuple[int, int] | None = None


def grid(
    cells: Sequence[Cell],
    states: Sequence[Legend],
    *,
    title: str,
    description: str = "",
    key: str = "units",
    width: int = 640,
) -> str:
    """Tiles in the given order, cells of one group together; below them each state with the number of its units."""
    known = {state.code: state for state in states}
    paint = _Paint(key, known)
    if all(cell.place for cell in cells) and cells:
        parts, bottom = _mapped(cells, paint)
        width = max(width, max((cell.place or (0, 0))[0] + 1 for cell in cells) * (WIDE + BETWEEN))
    elif is_named(cells):
        parts, bottom = _named(cells, paint, width)
    else:
        parts, bottom = _small(cells, paint, width)
    legend, end = _legend(cells, states, paint, bottom)
    pattern = [hatch(key)] if any(state.is_missing for state in states) else []
    return drawing(
        key, title=title, description=description, width=width, height=end, parts=[*pattern, *parts, *legend]
    )


def is_named(cells: Sequence[Cell]) -> bool:
    """Whether the units are few enough for tiles with names in them."""
    return len(cells) <= MOST_NAMED


@dataclass(frozen=True, slots=True)
class _Paint:
    """Draws one tile in its state."""

    key: str
    states: dict[str, Legend]

    def tile(self, state: str, x: float, y: float, wide: float, high: float, *, whole: str = "") -> str:
        legend = self.states[state]
        fill = f"url(#{self.key}-gap)" if legend.is_missing else ""
        class_ = "miss" if legend.is_missing else f"tile{' sq' if high == SMALL else ''} s-{legend.look or state}"
        box = {"x": float(x), "y": float(y), "width": wide, "height": high}
        title = element("title", f"{text_of(whole)}: {text_of(legend.words)}") if whole else ""
        return element("rect", title, class_=class_, fill=fill, **box)

    def named(self, cell: Cell, x: float, y: float, high: float) -> list[str]:
        rows = _rows(cell)
        # Words over hatching are hard to read: a white slip lies under them.
        wide, deep = max(map(width_of, rows)) + 8, LINE_HIGH * len(rows) + 2
        slip = {"x": x + (WIDE - wide) / 2, "y": y + (high - deep) / 2, "width": wide, "height": deep}
        legend = self.states[cell.state]
        under = [element("rect", class_="slip", fill="#ffffff", **slip)] if legend.is_missing else []
        first = y + high / 2 + 5 - LINE_HIGH * (len(rows) - 1) / 2
        said = lines(rows, x=x + WIDE / 2, y=first, class_=f"mid in-{legend.look or cell.state}")
        return [self.tile(cell.state, x, y, WIDE, high, whole=cell.name), *under, said]


def _rows(cell: Cell) -> list[str]:
    return wrapped(cell.name, WIDE - 2 * BESIDE)


def _high(cells: Sequence[Cell]) -> float:
    """How high the tiles of one row are, so that the longest of their names stands in whole."""
    return HIGH + LINE_HIGH * (max(len(_rows(cell)) for cell in cells) - 1)


def text_of(words: str) -> str:
    """Words that stand inside an element."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _mapped(cells: Sequence[Cell], paint: _Paint) -> tuple[list[str], float]:
    parts, rows = [], 0
    high = _high(cells)
    for cell in cells:
        column, row = cell.place or (0, 0)
        parts += paint.named(cell, column * (WIDE + BETWEEN) + EDGE, row * (high + BETWEEN) + EDGE, high)
        rows = max(rows, row + 1)
    return parts, rows * (high + BETWEEN)


def _named(cells: Sequence[Cell], paint: _Paint, width: int) -> tuple[list[str], float]:
    each = max(1, (width + BETWEEN - 2 * EDGE) // (WIDE + BETWEEN))
    parts, top = [], 0.0
    for begin in range(0, len(cells), each):
        row = cells[begin : begin + each]
        high = _high(row)
        for column, cell in enumerate(row):
            parts += paint.named(cell, column * (WIDE + BETWEEN) + EDGE, top + EDGE, high)
        top += high + BETWEEN
    return parts, top


def _small(cells: Sequence[Cell], paint: _Paint, width: int) -> tuple[list[str], float]:
    """A band of small squares for each group, its name on the left."""
    parts, top = [], float(EDGE)
    left = NAMES_WIDE + 8 if any(cell.group for cell in cells) else EDGE
    each = max(1, (width - left) // (SMALL + SMALL_BETWEEN))
    for group, members in groupby(cells, key=lambda cell: cell.group):
        own = list(members)
        names = wrapped(group, NAMES_WIDE)
        parts += [lines(names, x=NAMES_WIDE, y=top + 10.5, class_="nm")] if group else []
        for place, cell in enumerate(own):
            row, column = divmod(place, each)
            at = left + column * (SMALL + SMALL_BETWEEN), top + row * (SMALL + SMALL_BETWEEN)
            parts.append(paint.tile(cell.state, *at, SMALL, SMALL, whole=cell.name))
        top += max(ceil(len(own) / each) * (SMALL + SMALL_BETWEEN), LINE_HIGH * len(names)) + 4
    return parts, top


def _legend(cells: Sequence[Cell], states: Sequence[Legend], paint: _Paint, top: float) -> tuple[list[str], float]:
    counted = Counter(cell.state for cell in cells)
    parts = []
    for place, state in enumerate(states):
        y = top + 10 + place * LEGEND_LINE
        parts.append(paint.tile(state.code, EDGE, y, 16, 16))
        parts.append(text(f"{state.words}: {written(counted[state.code])}", x=26, y=y + 13, class_="lg"))
    return parts, top + 14 + LEGEND_LINE * len(states)
