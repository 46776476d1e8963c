"""The manuscript in a PDF: printed lines joined to paragraphs, tables, pictures; picture pages are named."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from tongket.reading.document import Line, Mending
from tongket.reading.limits import Limits
from tongket.reading.manuscript.album import Album
from tongket.reading.manuscript.answer import Draft
from tongket.reading.manuscript.grids import table_of
from tongket.reading.manuscript.lines import begins, paragraph_of
from tongket.reading.manuscript.values import (
    Align,
    Block,
    Manuscript,
    Nature,
    Paragraph,
    Piece,
    Sheet,
)
from tongket.reading.pdf.continued import Edges, rejoined
from tongket.reading.pdf.printed import Printed, page_of
from tongket.reading.pdf.reader import SCAN_LETTERS, opened
from tongket.reading.pdf.tables import Span
from tongket.reading.refusals import refuse

_MM_PER_POINT = 25.4 / 72
# Smaller drawings are signs, strokes and stamps in a line.
_LEAST_POINTS = 24.0
_MOST_DEPTH = 3


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture of a page, by its place in the album and the height at which it begins."""

    place: int
    page: int
    top: float


@dataclass(slots=True)
class _Reading:
    """What is read page by page; `bounds` are left, bottom, right and top of the words of each page, in points."""

    printed: list[Printed] = field(default_factory=list)
    edges: list[Edges] = field(default_factory=list)
    spans: list[tuple[Span, ...]] = field(default_factory=list)
    album: Album = field(default_factory=Album)
    shown: list[_Shown] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    bounds: list[tuple[float, float, float, float]] = field(default_factory=list)
    mendings: list[Mending] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def note(self, code: str, before: str) -> None:
        """Notes a repair; which block it touched is not known yet."""
        self.mendings.append(Mending(code, 0, before))

    def page(self, page: pypdfium2.PdfPage, number: int) -> None:
        """Reads one page."""
        found = page_of(page, number, len(self.edges), self.note)
        letters = sum(letter.isalnum() for each in found.printed for letter in each.line.text)
        if letters < SCAN_LETTERS and _has_picture(page):
            self.scanned.append(number)
            return
        self.printed += found.printed
        self.edges += found.edges
        self.spans += found.spans
        rows = [each.row for each in found.printed]
        if rows:
            left, right = min(row.left for row in rows), max(row.right for row in rows)
            tops = (row.baseline + row.size for row in rows)
            self.bounds.append((left, min(row.baseline for row in rows), right, max(tops)))
        self.pictures(page, number)

    def pictures(self, page: pypdfium2.PdfPage, number: int) -> None:
        """Takes the pictures of a page that are large enough to show something, from top to bottom."""
        for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_MOST_DEPTH):
            left, bottom, right, top = image.get_bounds()
            width, height = right - left, top - bottom
            if min(width, height) < _LEAST_POINTS:
                continue
            content = None if self.album.is_full else _content(image)
            size = (round(width * _MM_PER_POINT, 2), round(height * _MM_PER_POINT, 2))
            place = None if content is None else self.album.add(content, *size)
            if place is None:
                self.lost.append("picture")
            else:
                self.shown.append(_Shown(place, number, top))


def draft(data: bytes, limits: Limits) -> Draft:
    """The manuscript in a PDF and the pages that are pictures only.

    Raises Unreadable ("broken", "encrypted", "scan" where nothing is drawn at all, "too-long").
    """
    with opened(data, limits) as document:
        reading = _read(document, limits)
        pages, size = len(document), document[0].get_size()
    blocks = tuple(_blocks(reading))
    if not blocks and not reading.scanned:
        raise refuse("scan", found=f"{pages} trang ảnh")
    manuscript = Manuscript(
        Nature.PDF,
        blocks,
        pictures=tuple(reading.album.pictures),
        sheet=_sheet(size, reading.bounds),
        pages=pages,
        mendings=tuple(reading.mendings),
        lost=tuple(dict.fromkeys(reading.lost)),
    )
    return Draft(manuscript, tuple(reading.scanned))


def _read(document: pypdfium2.PdfDocument, limits: Limits) -> _Reading:
    """All pages of a PDF."""
    if not len(document):
        raise refuse("broken")
    reading = _Reading()
    for number in range(len(document)):
        reading.page(document[number], number + 1)
        if len(reading.printed) > limits.lines:
            raise refuse("too-long", wanted=f"{limits.lines} dòng")
    return reading


def _blocks(reading: _Reading) -> Iterator[Block]:
    """Paragraphs and tables in order; a picture stands before the first line that begins below its top."""
    lines = rejoined([each.line for each in reading.printed], reading.edges)
    waiting = sorted(reading.shown, key=lambda shown: (shown.page, -shown.top))
    for table, group in groupby(zip(lines, reading.printed, strict=True), key=lambda pair: _table_of(pair[0])):
        pairs = list(group)
        if table is not None:
            yield from _passed(waiting, pairs[0][1])
            yield table_of(pairs, reading.edges, reading.spans)
            continue
        for paragraph in _parted([printed for _line, printed in pairs], waiting):
            yield from _passed(waiting, paragraph[0])
            yield paragraph_of(paragraph)
    yield from (_picture(shown) for shown in waiting)


def _parted(printed: Sequence[Printed], waiting: Sequence[_Shown]) -> Iterator[list[Printed]]:
    """The lines of one paragraph after the other; a picture between two lines parts them."""
    held = [printed[0]]
    for before, line in pairwise(printed):
        if begins(before, line) or any(_is_above(shown, line) and not _is_above(shown, before) for shown in waiting):
            yield held
            held = []
        held.append(line)
    yield held


def _is_above(shown: _Shown, printed: Printed) -> bool:
    page = printed.line.page or 1
    return shown.page < page or (shown.page == page and shown.top > printed.row.baseline + printed.row.size)


def _passed(waiting: list[_Shown], printed: Printed) -> Iterator[Paragraph]:
    """The pictures that stand above a line, taken off those that wait."""
    while waiting and _is_above(waiting[0], printed):
        yield _picture(waiting.pop(0))


def _picture(shown: _Shown) -> Paragraph:
    return Paragraph((Piece("", picture=shown.place),), align=Align.CENTER, page=shown.page)


def _table_of(line: Line) -> int | None:
    return None if line.cell is None else line.cell.table


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_MOST_DEPTH)
    return next(iter(images), None) is not None


def _content(image: pypdfium2.PdfImage) -> bytes | None:
    """The bytes of a picture: a photograph as it is, others drawn anew."""
    try:
        if image.get_filters()[-1:] == ["DCTDecode"]:
            return bytes(image.get_data(decode_simple=True))
        buffer = io.BytesIO()
        image.get_bitmap().to_pil().save(buffer, "PNG")
    except (pypdfium2.PdfiumError, ValueError, OSError):
        return None
    return buffer.getvalue()


def _sheet(size: tuple[float, float], bounds: Sequence[tuple[float, float, float, float]]) -> Sheet:
    """The sheet of the first page; its margins are what no word of any page enters."""
    width, height = size
    left = min((each[0] for each in bounds), default=72.0)
    bottom = min((each[1] for each in bounds), default=72.0)
    right = width - max((each[2] for each in bounds), default=width - 72.0)
    top = height - max((each[3] for each in bounds), default=height - 72.0)
    return Sheet(*(round(each * _MM_PER_POINT, 1) for each in (width, height, top, bottom, left, right)))
