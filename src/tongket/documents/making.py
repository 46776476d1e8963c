"""Makes the files of one part of a batch: fills, renders, lays out on sheets, packs. Pure: values in, bytes out.

It runs in a process of its own for long batches, so it must not import Django.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from ctypes import c_float, c_void_p
from datetime import datetime
from typing import BinaryIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tongket.documents.batches import CopyTooLong, Made, Order, Single
from tongket.documents.gaps import fill_document
from tongket.documents.render.pdf import pdf_of, pdf_of_certificates, pdf_of_many
from tongket.documents.render.values import OfficialDocument

# A4 in points, and how places stand on a sheet: columns, rows, the sheet's width and height.
A4_SHORT, A4_LONG = 595.276, 841.89
GRIDS = {2: (2, 1, A4_LONG, A4_SHORT), 4: (2, 2, A4_SHORT, A4_LONG)}
CUT_WIDTH, CUT_DASH, CUT_GRAY = 0.4, (3.0, 4.0), 120


def make_part(order: Order) -> Made:
    """The sheets and single files of a part; raises CopyTooLong where several copies shall share a sheet and do not."""
    stamp = datetime.fromisoformat(order.stamp) if order.stamp else None
    copies = [copy for copy in order.copies if copy is not None]
    if any(copy.certificate is not None for copy in copies):
        return _certificates(order, copies, stamp)
    filled = [fill_document(order.document, copy.values)[0] for copy in copies]
    printed = pdf_of_many(filled, stamp=stamp)
    if order.per_sheet > 1:
        printed = on_sheets(printed, order.copies, order.per_sheet, filled)
    singles = ((copy, pdf_of(document, stamp=stamp)) for copy, document in zip(copies, filled, strict=True))
    return Made(printed, packed(singles) if order.is_zipped else b"")


def _certificates(order: Order, copies: Sequence[Single], stamp: datetime | None) -> Made:
    drawn = [(copy, copy.certificate) for copy in copies if copy.certificate is not None]
    sheets = [certificate for _copy, certificate in drawn]
    printed = pdf_of_certificates(sheets, dx_mm=order.dx_mm, dy_mm=order.dy_mm, stamp=stamp)
    # A single file shows the certificate as it is meant to be; only what is printed follows the printer.
    singles = ((copy, pdf_of_certificates([certificate], stamp=stamp)) for copy, certificate in drawn)
    return Made(printed, packed(singles) if order.is_zipped else b"")


def packed(files: Iterable[tuple[Single, bytes]]) -> bytes:
    """A .zip of single files; a PDF is compressed in itself already."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for copy, data in files:
            archive.writestr(copy.file_name, data)
    return target.getvalue()


def on_sheets(
    pages: bytes, places: Sequence[Single | None], per_sheet: int, documents: Sequence[OfficialDocument]
) -> bytes:
    """One-page copies laid on sheets of A4 with cut lines; an empty place stays blank."""
    with ExitStack() as stack:
        source = stack.enter_context(closing(pdfium.PdfDocument(pages)))
        copies = [copy for copy in places if copy is not None]
        if len(source) != len(copies):
            raise _longest(copies, documents)
        laid = stack.enter_context(closing(_with_blanks(source, places)))
        columns, rows, width, height = GRIDS[per_sheet]
        made = raw.FPDF_ImportNPagesToOne(laid, c_float(width), c_float(height), columns, rows)
        sheets = stack.enter_context(closing(pdfium.PdfDocument(made)))
        for sheet in sheets:
            _draw_cuts(sheet, columns, rows)
            sheet.close()
        return _saved(sheets)


def _longest(copies: Sequence[Single], documents: Sequence[OfficialDocument]) -> CopyTooLong:
    """The first copy that has more than one page, for the sentence that names it."""
    lengths = ((copy.name, _pages(pdf_of(document))) for copy, document in zip(copies, documents, strict=True))
    name, pages = next(((name, pages) for name, pages in lengths if pages > 1), ("?", 2))
    return CopyTooLong(name, pages)


def _pages(data: bytes) -> int:
    with closing(pdfium.PdfDocument(data)) as pdf:
        return len(pdf)


def _with_blanks(source: pdfium.PdfDocument, places: Sequence[Single | None]) -> pdfium.PdfDocument:
    """The pages in the order of places, with a blank page at each empty one."""
    laid = pdfium.PdfDocument.new()
    laid.import_pages(source)
    for place, copy in enumerate(places):
        if copy is None:
            laid.new_page(A4_SHORT, A4_LONG, index=place).close()
    return laid


def _draw_cuts(sheet: pdfium.PdfPage, columns: int, rows: int) -> None:
    """Dashed lines between the places of a sheet."""
    width, height = sheet.get_size()
    for column in range(1, columns):
        x = width * column / columns
        _draw_line(sheet, (x, 0), (x, height))
    for row in range(1, rows):
        y = height * row / rows
        _draw_line(sheet, (0, y), (width, y))
    sheet.gen_content()


def _draw_line(sheet: pdfium.PdfPage, start: tuple[float, float], end: tuple[float, float]) -> None:
    line: c_void_p = raw.FPDFPageObj_CreateNewPath(*start)
    raw.FPDFPath_LineTo(line, *end)
    raw.FPDFPageObj_SetStrokeColor(line, CUT_GRAY, CUT_GRAY, CUT_GRAY, 255)
    raw.FPDFPageObj_SetStrokeWidth(line, CUT_WIDTH)
    raw.FPDFPageObj_SetDashArray(line, (c_float * 2)(*CUT_DASH), 2, 0)
    raw.FPDFPath_SetDrawMode(line, raw.FPDF_FILLMODE_NONE, 1)
    raw.FPDFPage_InsertObject(sheet, line)


def _saved(document: pdfium.PdfDocument) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def joined(parts: Iterable[bytes], target: BinaryIO) -> None:
    """Writes the pages of all parts into one PDF, in order; at any time one part is in memory beside the result."""
    with closing(pdfium.PdfDocument.new()) as whole:
        for part in parts:
            _append(whole, part)
        whole.save(target)


def _append(whole: pdfium.PdfDocument, part: bytes) -> None:
    with closing(pdfium.PdfDocument(part)) as source:
        whole.import_pages(source)


def repacked(parts: Iterable[bytes], target: BinaryIO) -> None:
    """Writes the files of all parts into one .zip by their names; the parts are held one after another."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as whole:
        for part in parts:
            _repack(whole, part)


def _repack(whole: zipfile.ZipFile, part: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(part)) as archive:
        for name in archive.namelist():
            whole.writestr(name, archive.read(name))
