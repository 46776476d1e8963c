"""Writes down a PDF as printed lines: tables cell by cell, columns one after the other, page numbers left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from tongket.reading.document import Cell, Document, Line, Source
from tongket.reading.legacy import guess_legacy, is_coded, to_unicode
from tongket.reading.limits import Limits
from tongket.reading.mending import Collector
from tongket.reading.pages import is_page_number
from tongket.reading.pdf.columns import Block, blocks_of
from tongket.reading.pdf.continued import Edges, rejoined
from tongket.reading.pdf.glyphs import glyphs_of, rules_of
from tongket.reading.pdf.rows import Piece, Row, pieces_of, rows_of
from tongket.reading.pdf.tables import Grid, grids_of
from tongket.reading.refusals import refuse

# Fewer letters to a page than this are a stamp or a page number on a picture of the page.
_SCAN_LETTERS = 20
_ENCRYPTION = b"/Encrypt"
_LOCKED = {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
_CENTRED_WITHIN = 6.0
_CENTRED_MARGIN = 0.05
_GAP = 1.25
_INDENT_LEAST = 2.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the text of a page or column begins and ends, and how far its lines stand apart, in points."""

    left: float
    right: float
    pitch: float


def read(data: bytes, limits: Limits) -> Document:
    """The printed lines of a PDF; raises Unreadable ("broken", "encrypted", "scan", "too-long")."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return _read(document, limits)
    except pypdfium2.PdfiumError as fault:
        # pdfium keeps its last error where a later fault sets none, so the file must speak of a lock as well.
        locked = fault.err_code in _LOCKED and _ENCRYPTION in data
        raise refuse("encrypted" if locked else "broken") from None


def _read(document: pypdfium2.PdfDocument, limits: Limits) -> Document:
    pages = len(document)
    if pages > limits.pages:
        raise refuse("too-long", wanted=f"{limits.pages} trang")
    collector = Collector()
    edges: list[Edges] = []
    for number in range(pages):
        edges += _add_page(collector, document[number], number + 1, len(edges))
        if len(collector.lines) > limits.lines:
            raise refuse("too-long", wanted=f"{limits.lines} dòng")
    letters = sum(letter.isalnum() for line in collector.lines for letter in line.text)
    if letters < _SCAN_LETTERS * pages or not pages:
        raise refuse("scan", found=f"{pages} trang ảnh") if pages else refuse("broken")
    return Document(
        Source.PDF, rejoined(collector.lines, edges), pages, hard_wrapped=True, mendings=tuple(collector.mendings)
    )


def _add_page(collector: Collector, page: pypdfium2.PdfPage, number: int, tables: int) -> list[Edges]:
    """Adds the lines of one page; gives the edges of the tables on it."""
    rules = rules_of(page)
    grids = grids_of(rules)
    pieces = pieces_of(glyphs_of(page), rules if grids else ())
    _to_unicode(collector, pieces)
    rows = _without_page_number(collector, rows_of(piece for piece in pieces if _grid_of(piece, grids) is None))
    frame = _frame(rows)
    for place, grid in enumerate([*grids, None]):
        above = [row for row in rows if grid is None or row.baseline > grid.top]
        rows = rows[len(above) :]
        for line in _lines(above, frame, number):
            collector.add(line)
        for line in _cells(pieces, grid, Cell(tables + place, 0, 0), number) if grid else ():
            collector.add(line)
    return [grid.across for grid in grids]


def _to_unicode(collector: Collector, pieces: list[Piece]) -> None:
    """Turns the signs of TCVN3 or VNI on a page into letters."""
    legacy = guess_legacy(" ".join(piece.text for piece in pieces))
    if legacy is None:
        return
    collector.note(legacy)
    for piece in pieces:
        if is_coded(piece.text):
            piece.text = to_unicode(piece.text, legacy)


def _without_page_number(collector: Collector, rows: list[Row]) -> list[Row]:
    """The rows without a number that stands alone at the head or the foot of the page."""
    numbers = [row for row in (rows[:1] + rows[1:][-1:]) if is_page_number(row.text)]
    for row in numbers:
        collector.note("page-number", row.text)
    return [row for row in rows if row not in numbers]


def _grid_of(piece: Piece, grids: Sequence[Grid]) -> Grid | None:
    return next((grid for grid in grids if grid.place(piece)), None)


def _cells(pieces: Sequence[Piece], grid: Grid, first: Cell, page: int) -> Iterator[Line]:
    """The lines of a table, cell after cell."""
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        place = grid.place(piece)
        if place:
            cells.setdefault(place, []).append(piece)
    for (row, column), inside in sorted(cells.items()):
        for line in rows_of(inside):
            yield _line(line, page, cell=Cell(first.table, row, column))


def _lines(rows: Sequence[Row], frame: _Frame, page: int) -> Iterator[Line]:
    for block in blocks_of(rows):
        inner = _column_frame(block, frame) if block.column else frame
        before: Row | None = None
        for row in block.rows:
            gap = before is not None and before.baseline - row.baseline > _GAP * inner.pitch
            indent = round(row.left - frame.left, 1)
            shown = indent if indent >= _INDENT_LEAST else 0.0
            yield _line(row, page, centred=_is_centred(row, inner), indent=shown, gap=gap)
            before = row


def _line(
    row: Row,
    page: int,
    *,
    centred: bool = False,
    indent: float = 0.0,
    gap: bool = False,
    cell: Cell | None = None,
) -> Line:
    return Line(
        row.text,
        page=page,
        bold=all(piece.bold for piece in row.pieces),
        italic=all(piece.italic for piece in row.pieces),
        centred=centred,
        indent=indent,
        gap=gap,
        cell=cell,
    )


def _frame(rows: Sequence[Row]) -> _Frame:
    if not rows:
        return _Frame(0.0, 0.0, 0.0)
    steps = [before.baseline - after.baseline for before, after in pairwise(rows)]
    return _Frame(min(row.left for row in rows), max(row.right for row in rows), median(steps) if steps else 0.0)


def _column_frame(block: Block, frame: _Frame) -> _Frame:
    """The frame of a column; its edges are unknown, so it is as wide as its widest line where that is centred too."""
    column = _frame(block.rows)
    middles = [(row.left + row.right) / 2 for row in block.rows]
    apart = max(middles) - min(middles)
    widened = frame.right - frame.left if apart <= 2 * _CENTRED_WITHIN and len(middles) > 1 else 0.0
    return _Frame(column.left - widened, column.right + widened, column.pitch or frame.pitch)


def _is_centred(row: Row, frame: _Frame) -> bool:
    """Whether a row keeps the same wide margin on both sides."""
    before, behind = row.left - frame.left, frame.right - row.right
    least = _CENTRED_MARGIN * (frame.right - frame.left)
    return min(before, behind) > least and abs(before - behind) <= 2 * _CENTRED_WITHIN
