"""One page of a PDF as printed lines in reading order: tables cell by cell, columns one after the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2

from tongket.reading.document import Cell, Line
from tongket.reading.legacy import guess_legacy, is_coded, to_unicode
from tongket.reading.pages import is_page_number
from tongket.reading.pdf.columns import Block, blocks_of
from tongket.reading.pdf.continued import Edges
from tongket.reading.pdf.glyphs import glyphs_of, rules_of
from tongket.reading.pdf.rows import Piece, Row, pieces_of, rows_of
from tongket.reading.pdf.tables import Grid, Span, grids_of

Note = Callable[[str, str], None]
_CENTRED_WITHIN = 6.0
_CENTRED_MARGIN = 0.05
_GAP = 1.25
_INDENT_LEAST = 2.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text of a page or column begins and ends, and how far its lines stand apart, in points."""

    left: float
    right: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line as it is read, the row it was made of, and the frame it stands in."""

    line: Line
    row: Row
    frame: Frame


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page, edges and joined cells of its tables, and the frame its text stands in."""

    printed: tuple[Printed, ...]
    edges: tuple[Edges, ...]
    frame: Frame
    spans: tuple[tuple[Span, ...], ...] = ()


def page_of(page: pypdfium2.PdfPage, number: int, tables: int, note: Note) -> Page:
    """The lines of a page; `tables` is how many stand before it, `note` takes each repair and the words before it."""
    rules = rules_of(page)
    grids = grids_of(rules)
    pieces = pieces_of(glyphs_of(page), rules if grids else ())
    _to_unicode(note, pieces)
    rows = _without_page_number(note, rows_of(piece for piece in pieces if _grid_of(piece, grids) is None))
    frame = _frame(rows)
    printed: list[Printed] = []
    for place, grid in enumerate([*grids, None]):
        above = [row for row in rows if grid is None or row.baseline > grid.top]
        rows = rows[len(above) :]
        printed += _lines(above, frame, number)
        printed += _cells(pieces, grid, Cell(tables + place, 0, 0), number) if grid else ()
    return Page(tuple(printed), tuple(grid.across for grid in grids), frame, tuple(grid.spans for grid in grids))


def _to_unicode(note: Note, pieces: list[Piece]) -> None:
    """Turns the signs of TCVN3 or VNI on a page into letters."""
    legacy = guess_legacy(" ".join(piece.text for piece in pieces))
    if legacy is None:
        return
    note(legacy, "")
    for piece in pieces:
        if is_coded(piece.text):
            piece.text = to_unicode(piece.text, legacy)
            # Two signs may have made one letter: where the looks change is not known any more.
            del piece.looks[1:]


def _without_page_number(note: Note, rows: list[Row]) -> list[Row]:
    """The rows without a number that stands alone at the head or the foot of the page."""
    numbers = [row for row in (rows[:1] + rows[1:][-1:]) if is_page_number(row.text)]
    for row in numbers:
        note("page-number", row.text)
    return [row for row in rows if row not in numbers]


def _grid_of(piece: Piece, grids: Sequence[Grid]) -> Grid | None:
    return next((grid for grid in grids if grid.place(piece)), None)


def _cells(pieces: Sequence[Piece], grid: Grid, first: Cell, page: int) -> Iterator[Printed]:
    """The lines of a table, cell after cell."""
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        place = grid.place(piece)
        if place:
            cells.setdefault(place, []).append(piece)
    for (row, column), inside in sorted(cells.items()):
        lines = rows_of(inside)
        frame = replace(_frame(lines), left=grid.across[column], right=grid.across[column + 1])
        for line in lines:
            yield _line(line, page, frame, cell=Cell(first.table, row, column))


def _lines(rows: Sequence[Row], frame: Frame, page: int) -> Iterator[Printed]:
    for block in blocks_of(rows):
        inner = _column_frame(block, frame) if block.column else frame
        before: Row | None = None
        for row in block.rows:
            gap = before is not None and before.baseline - row.baseline > _GAP * inner.pitch
            indent = round(row.left - frame.left, 1)
            shown = indent if indent >= _INDENT_LEAST else 0.0
            yield _line(row, page, inner, centred=_is_centred(row, inner), indent=shown, gap=gap)
            before = row


def _line(
    row: Row,
    page: int,
    frame: Frame,
    *,
    centred: bool = False,
    indent: float = 0.0,
    gap: bool = False,
    cell: Cell | None = None,
) -> Printed:
    line = Line(
        row.text,
        page=page,
        bold=all(piece.bold for piece in row.pieces),
        italic=all(piece.italic for piece in row.pieces),
        centred=centred,
        indent=indent,
        gap=gap,
        cell=cell,
    )
    return Printed(line, row, frame)


def _frame(rows: Sequence[Row]) -> Frame:
    if not rows:
        return Frame(0.0, 0.0, 0.0)
    steps = [before.baseline - after.baseline for before, after in pairwise(rows)]
    return Frame(min(row.left for row in rows), max(row.right for row in rows), median(steps) if steps else 0.0)


def _column_frame(block: Block, frame: Frame) -> Frame:
    """The frame of a column; its edges are unknown, so it is as wide as its widest line where that is centred too."""
    column = _frame(block.rows)
    middles = [(row.left + row.right) / 2 for row in block.rows]
    apart = max(middles) - min(middles)
    widened = frame.right - frame.left if apart <= 2 * _CENTRED_WITHIN and len(middles) > 1 else 0.0
    return Frame(column.left - widened, column.right + widened, column.pitch or frame.pitch)


def _is_centred(row: Row, frame: Frame) -> bool:
    """Whether a row keeps the same wide margin on both sides."""
    before, behind = row.left - frame.left, frame.right - row.right
    least = _CENTRED_MARGIN * (frame.right - frame.left)
    return min(before, behind) > least and abs(before - behind) <= 2 * _CENTRED_WITHIN
