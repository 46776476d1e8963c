"""How wide the columns of a table are: as their shares or texts say, never narrower than the longest word within."""

import re

from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import PT_PER_MM, Layout
from tongket.documents.render.values import Cell, Table, plain

# Where a line may end within a cell.
_ENDS = re.compile(r"\s+|(?<=-)")
_LINES = re.compile("\n")
# A column that asks for more than this share of the line gets no more by itself.
_MOST = 0.5
# Programs round widths each in their own way.
_SPARE_MM = 0.5


def column_widths(table: Table, layout: Layout, room_mm: float) -> tuple[float, ...]:
    """The width of each column in millimetres, together `room_mm`; too many long words share it by their lengths."""
    columns = sum(cell.across for cell in (table.heading or table.rows[0]))
    least = _widths(table, layout, columns, _ENDS)
    whole = [min(width, _MOST * room_mm) for width in _widths(table, layout, columns, _LINES)]
    shares = table.widths if len(table.widths) == columns else tuple(whole)
    return fitted(shares, least, room_mm)


def fitted(shares: tuple[float, ...], least: list[float], room_mm: float) -> tuple[float, ...]:
    """Widths by `shares` (each above 0) where those are enough, together `room_mm`.

    The columns that need more than that get their `least`, the others share the rest; where all together need more than
    there is, each has its part of the room.
    """
    if sum(least) >= room_mm:
        return tuple(room_mm * width / sum(least) for width in least)
    tight: set[int] = set()
    while True:
        free = [place for place in range(len(shares)) if place not in tight]
        left_mm, whole = room_mm - sum(least[place] for place in tight), sum(shares[place] for place in free)
        narrow = {place for place in free if left_mm * shares[place] / whole < least[place]}
        if not narrow:
            break
        tight |= narrow
    return tuple(least[place] if place in tight else left_mm * shares[place] / whole for place in range(len(shares)))


def _widths(table: Table, layout: Layout, columns: int, parts: re.Pattern[str]) -> list[float]:
    """The longest part that each column holds, the texts cut at `parts`; a cell across several asks for nothing."""
    size_pt, around = layout.table.size.use, 2 * layout.table.inset_mm.use + _SPARE_MM
    widths = [around + size_pt / PT_PER_MM] * columns
    for row in (table.heading, *table.rows):
        for place, cell in _placed(row):
            bold = row is table.heading or any(run.bold for run in cell.runs)
            longest = max(width_mm(part, size_pt, bold=bold) for part in parts.split(plain(cell.runs)))
            widths[place] = max(widths[place], around + longest)
    return widths


def _placed(row: tuple[Cell, ...]) -> list[tuple[int, Cell]]:
    """The cells of a row that keep to one column, each with its place."""
    placed, column = [], 0
    for cell in row:
        if cell.across == 1:
            placed.append((column, cell))
        column += cell.across
    return placed
