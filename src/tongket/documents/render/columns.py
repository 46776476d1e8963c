"""How wide the columns of a table are: as their shares or texts say, never narrower than the longest word within."""

import re
from collections.abc import Callable

from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import PT_PER_MM, Layout
from tongket.documents.render.values import Cell, Table, plain

# Where a line may end within a cell.
_ENDS = re.compile(r"\s+|(?<=-)")
# A column that asks for more than this share of the line gets no more by itself.
_MOST = 0.5
# Programs round widths each in their own way.
_SPARE_MM = 0.5


def column_widths(table: Table, layout: Layout, room_mm: float) -> tuple[float, ...]:
    """The width of each column in millimetres, together `room_mm`; too many long words share it by their lengths."""
    columns = sum(cell.across for cell in (table.heading or table.rows[0]))
    least = _widths(table, layout, columns, _longest_word_mm)
    whole = [min(width, _MOST * room_mm) for width in _widths(table, layout, columns, _whole_mm)]
    shares = table.widths if len(table.widths) == columns else tuple(whole)
    if sum(least) >= room_mm:
        return tuple(room_mm * width / sum(least) for width in least)
    return _fitted(shares, least, room_mm)


def _fitted(shares: tuple[float, ...], least: list[float], room_mm: float) -> tuple[float, ...]:
    """Widths by `shares` where those are enough; the columns that need more get it, the others share the rest."""
    tight: set[int] = set()
    while True:
        free = [place for place in range(len(shares)) if place not in tight]
        left_mm, whole = room_mm - sum(least[place] for place in tight), sum(shares[place] for place in free)
        narrow = {place for place in free if left_mm * shares[place] / whole < least[place]}
        if not narrow:
            break
        tight |= narrow
    return tuple(least[place] if place in tight else left_mm * shares[place] / whole for place in range(len(shares)))


def _widths(table: Table, layout: Layout, columns: int, measure: Callable[[str, float, bool], float]) -> list[float]:
    """The most that `measure` finds in each column; a cell across several columns asks for nothing."""
    size_pt, around = layout.table.size.use, 2 * layout.table.inset_mm.use + _SPARE_MM
    widths = [around + size_pt / PT_PER_MM] * columns
    for row, is_heading in [(table.heading, True), *((row, False) for row in table.rows)]:
        for place, cell in _placed(row):
            is_bold = is_heading or any(run.bold for run in cell.runs)
            widths[place] = max(widths[place], around + measure(plain(cell.runs), size_pt, is_bold))
    return widths


def _placed(row: tuple[Cell, ...]) -> list[tuple[int, Cell]]:
    """The cells of a row that keep to one column, each with its place."""
    placed, column = [], 0
    for cell in row:
        if cell.across == 1:
            placed.append((column, cell))
        column += cell.across
    return placed


def _longest_word_mm(text: str, size_pt: float, is_bold: bool) -> float:  # noqa: FBT001 -- a measure, called by place
    return max((width_mm(word, size_pt, bold=is_bold) for word in _ENDS.split(text) if word), default=0)


def _whole_mm(text: str, size_pt: float, is_bold: bool) -> float:  # noqa: FBT001 -- a measure, called by place
    return max(width_mm(line, size_pt, bold=is_bold) for line in text.split("\n"))
