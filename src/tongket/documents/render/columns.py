"""How wide the columns of a table are: as their shares say, but never narrower than the longest word within."""

import re

from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import Layout
from tongket.documents.render.values import Cell, Table

# Where a line may end within a cell.
_ENDS = re.compile(r"\s+|(?<=-)")
# Programs round widths each in their own way.
_SPARE_MM = 0.5


def column_widths(table: Table, layout: Layout, room_mm: float) -> tuple[float, ...]:
    """The width of each column in millimetres, together `room_mm`; too many long words share it by their lengths."""
    columns = sum(cell.across for cell in (table.heading or table.rows[0]))
    shares = table.widths if len(table.widths) == columns else (1.0,) * columns
    least = _least_widths(table, layout, columns)
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


def _least_widths(table: Table, layout: Layout, columns: int) -> list[float]:
    """The width that the longest word of each column needs; a cell across several columns asks for nothing."""
    size_pt, around = layout.table.size.use, 2 * layout.table.inset_mm.use + _SPARE_MM
    least = [around + size_pt * 0.35] * columns
    for row, is_bold in [(table.heading, True), *((row, False) for row in table.rows)]:
        for place, cell in _placed(row):
            least[place] = max(least[place], around + _longest_word_mm(cell, size_pt, is_bold=is_bold))
    return least


def _placed(row: tuple[Cell, ...]) -> list[tuple[int, Cell]]:
    """The cells of a row that keep to one column, each with its place."""
    placed, column = [], 0
    for cell in row:
        if cell.across == 1:
            placed.append((column, cell))
        column += cell.across
    return placed


def _longest_word_mm(cell: Cell, size_pt: float, *, is_bold: bool) -> float:
    """A word that changes its dress midway counts by its pieces together, as if all of it were the widest."""
    text = "".join(run.text for run in cell.runs)
    bold = is_bold or any(run.bold for run in cell.runs)
    return max((width_mm(word, size_pt, bold=bold) for word in _ENDS.split(text) if word), default=0)
