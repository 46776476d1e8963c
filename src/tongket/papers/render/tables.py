"""Tables of authors on a grid that always holds: spans cut to what is free, holes filled, widths that words fit in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tongket.documents.render.columns import fitted
from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.styles import LINE
from tongket.papers.render.flow import Flow
from tongket.reading.manuscript.values import Cell, Paragraph, Table

# Word allows no more.
_MOST_COLUMNS = 63
# A column that asks for more than this share of the line gets no more by itself.
_MOST_SHARE = 0.5
# Programs round widths each in their own way.
_SPARE_MM = 0.5
# A row that takes more than this share of a page may be torn by its end.
_TORN_SHARE = 0.25
# How wide a letter of running text is, in shares of the type size.
_LETTER = 0.46


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its column and row, both counted from 0, and how many of each it covers."""

    column: int
    row: int
    across: int
    down: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose cells cover each place once, in reading order; the end of a page may tear the rows `torn`."""

    widths_mm: tuple[float, ...]
    rows: int
    heading_rows: int
    cells: tuple[GridCell, ...]
    torn: frozenset[int]
    is_ruled: bool

    def room_mm(self, cell: GridCell) -> float:
        """The width of the columns that a cell covers."""
        return sum(self.widths_mm[cell.column : cell.column + cell.across])


def grid_of(table: Table, flow: Flow, room_mm: float) -> Grid:
    """The table on columns of together `room_mm`."""
    rows = len(table.rows)
    heading_rows = table.heading_rows if 0 < table.heading_rows < rows else 0
    cells, columns = _placed(table.rows, heading_rows)
    widths = _widths(table, cells, columns, flow, room_mm)
    torn = {cell.row for cell in cells if _height_pt(cell, widths, flow) > _TORN_SHARE * flow.text_mm * PT_PER_MM}
    return Grid(widths, rows, heading_rows, cells, frozenset(torn), table.is_ruled)


def _placed(rows: Sequence[Sequence[Cell]], heading_rows: int) -> tuple[tuple[GridCell, ...], int]:
    """The cells where they come to stand, and the number of columns."""
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for row, inner in enumerate(rows):
        last = heading_rows if row < heading_rows else len(rows)
        cells += _placed_row(inner, row, last, taken)
    columns = max((column for column, _ in taken), default=0) + 1
    holes = set(product(range(columns), range(len(rows)))) - taken
    cells += [GridCell(column, row, 1, 1, (Paragraph(()),)) for column, row in holes]
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), columns


def _placed_row(inner: Sequence[Cell], row: int, last: int, taken: set[tuple[int, int]]) -> Iterator[GridCell]:
    """The cells that begin in a row; their places are taken from then on."""
    column = 0
    for cell in inner:
        column = _free(taken, column, row)
        if column >= _MOST_COLUMNS:
            return
        made = _cut_to_free(cell, column, row, last, taken)
        taken |= set(product(range(column, column + made.across), range(row, row + made.down)))
        yield made


def _free(taken: set[tuple[int, int]], column: int, row: int) -> int:
    while (column, row) in taken:
        column += 1
    return column


def _cut_to_free(cell: Cell, column: int, row: int, last: int, taken: set[tuple[int, int]]) -> GridCell:
    """The cell, its spans ending at the first place that is taken, at the table's edge and at the heading's end."""
    across = 1
    while across < cell.across and column + across < _MOST_COLUMNS and (column + across, row) not in taken:
        across += 1
    return GridCell(column, row, across, max(1, min(cell.down, last - row)), cell.paragraphs)


def _widths(table: Table, cells: Sequence[GridCell], columns: int, flow: Flow, room_mm: float) -> tuple[float, ...]:
    around = 2 * flow.inset.side_mm + _SPARE_MM
    least, whole = [around + 3.0] * columns, [around + 3.0] * columns
    for cell in cells:
        if cell.across == 1:
            least[cell.column] = max(least[cell.column], around + _longest_mm(cell, by_word=True))
            whole[cell.column] = max(whole[cell.column], around + _longest_mm(cell, by_word=False))
    known = len(table.widths) == columns and min(table.widths) > 0
    shares = table.widths if known else tuple(min(width, _MOST_SHARE * room_mm) for width in whole)
    return fitted(shares, [min(width, _MOST_SHARE * room_mm) for width in least], room_mm)


def _longest_mm(cell: GridCell, *, by_word: bool) -> float:
    """The longest word or the longest line within a cell."""
    longest = 0.0
    for paragraph in cell.paragraphs:
        bold = any(piece.bold for piece in paragraph.pieces)
        size = max((piece.size_pt for piece in paragraph.pieces), default=0.0)
        words = "".join(piece.text for piece in paragraph.pieces)
        parts = words.split() if by_word else words.split("\n")
        longest = max([longest, *(width_mm(part, size, bold=bold) for part in parts)])
    return longest


def _height_pt(cell: GridCell, widths: Sequence[float], flow: Flow) -> float:
    """About how high a cell is, a cell over several rows only its part of each."""
    room_mm = max(sum(widths[cell.column : cell.column + cell.across]) - 2 * flow.inset.side_mm, 3.0)
    return sum(_paragraph_pt(paragraph, room_mm, flow) for paragraph in cell.paragraphs) / cell.down


def _paragraph_pt(paragraph: Paragraph, room_mm: float, flow: Flow) -> float:
    size = max((piece.size_pt for piece in paragraph.pieces), default=0.0)
    lines = [line for piece in paragraph.pieces for line in piece.text.split("\n")]
    letters = sum(map(len, lines))
    high = sum(flow.pictures[piece.picture].height_mm for piece in paragraph.pieces if piece.picture is not None)
    count = max(letters * size * _LETTER / (room_mm * PT_PER_MM), 1) + sum(
        piece.text.count("\n") for piece in paragraph.pieces
    )
    return count * size * LINE * paragraph.spacing.lines + high * PT_PER_MM
