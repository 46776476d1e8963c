"""The volume for the print shop as a booklet: A5 pages two a side on A4 sheets, folded and sewn, in signatures."""

from contextlib import closing
from ctypes import c_float
from enum import StrEnum
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tongket.documents.render.joining import one_at_a_time
from tongket.documents.render.layout import PT_PER_MM

A4_SHORT, A4_LONG = 210 * PT_PER_MM, 297 * PT_PER_MM
# Two pages a side, two sides a sheet.
PAGES_A_SHEET = 4


class Turning(StrEnum):
    """How the printer turns a sheet for its second side: over its short edge, as booklets are, or its long one."""

    SHORT_EDGE = "short"
    LONG_EDGE = "long"


def sheets_of(pages: int) -> int:
    """How many sheets of paper so many pages take."""
    return -(-pages // PAGES_A_SHEET)


def booklet_order(pages: int, signature: int | None = None) -> list[tuple[int | None, int | None]]:
    """What stands on each side, left and right, by pages from 0; None is a blank. Fronts and backs take turns.

    `signature` is how many sheets are laid into each other and folded at once, None for all; the last one may have
    fewer. Raises ValueError for fewer than one.
    """
    if signature is not None and signature < 1:
        raise ValueError(f"found signatures of {signature} sheets, wanted 1 or more")
    sheets = sheets_of(pages)
    size = signature or max(sheets, 1)
    order = [side for first in range(0, sheets, size) for side in _folded(first, min(size, sheets - first))]
    return [(_kept(left, pages), _kept(right, pages)) for left, right in order]


def _folded(first_sheet: int, sheets: int) -> list[tuple[int, int]]:
    """The sides of sheets folded at once: outside in, the last page beside the first."""
    first, last = first_sheet * PAGES_A_SHEET, (first_sheet + sheets) * PAGES_A_SHEET - 1
    sides = []
    for sheet in range(sheets):
        low, high = first + 2 * sheet, last - 2 * sheet
        sides += [(high, low), (low + 1, high - 1)]
    return sides


def _kept(page: int, pages: int) -> int | None:
    return page if page < pages else None


def booklet_of(data: bytes, *, signature: int | None = None, turning: Turning = Turning.SHORT_EDGE) -> bytes:
    """The pages of `data` on A4 sheets in landscape, to be folded in the middle.

    Turned over the long edge, backs stand on their head so that they are upright once folded.
    """
    with (
        one_at_a_time,
        closing(pdfium.PdfDocument(data)) as source,
        closing(_in_order(source, booklet_order(len(source), signature))) as laid,
    ):
        made = raw.FPDF_ImportNPagesToOne(laid, c_float(A4_LONG), c_float(A4_SHORT), 2, 1)
        return _turned(pdfium.PdfDocument(made), turning)


def _in_order(source: pdfium.PdfDocument, order: list[tuple[int | None, int | None]]) -> pdfium.PdfDocument:
    """The pages side after side, a blank one in each empty place.

    A page without anything on it becomes a blank one too: pdfium would carry its empty stream over as packed garbage.
    """
    laid = pdfium.PdfDocument.new()
    places = [None if page is None or _is_blank(source, page) else page for side in order for page in side]
    laid.import_pages(source, pages=[page for page in places if page is not None])
    for place, page in enumerate(places):
        if page is None:
            laid.new_page(A4_SHORT, A4_LONG, index=place).close()
    return laid


def _is_blank(source: pdfium.PdfDocument, place: int) -> bool:
    with closing(source[place]) as page:
        return int(raw.FPDFPage_CountObjects(page)) == 0


def _turned(sheets: pdfium.PdfDocument, turning: Turning) -> bytes:
    backs = range(1, len(sheets), 2) if turning is Turning.LONG_EDGE else ()
    target = BytesIO()
    with closing(sheets):
        for page in (sheets[back] for back in backs):
            page.set_rotation(180)
            page.close()
        sheets.save(target)
    return target.getvalue()
