"""Writes down a PDF as printed lines: tables cell by cell, columns one after the other, page numbers left out."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from tongket.reading.document import Document, Source
from tongket.reading.limits import Limits
from tongket.reading.mending import Collector
from tongket.reading.pdf.continued import Edges, rejoined
from tongket.reading.pdf.printed import page_of
from tongket.reading.refusals import refuse

# Fewer letters to a page than this are a stamp or a page number on a picture of the page.
SCAN_LETTERS = 20
_ENCRYPTION = b"/Encrypt"
_LOCKED = {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}


def read(data: bytes, limits: Limits) -> Document:
    """The printed lines of a PDF; raises Unreadable ("broken", "encrypted", "scan", "too-long")."""
    with opened(data, limits) as document:
        return _read(document, limits)


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF; raises Unreadable ("broken", "encrypted", "too-long"), also for what pdfium meets later on."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            _refuse_too_long(document, limits)
            yield document
    except pypdfium2.PdfiumError as fault:
        # pdfium keeps its last error where a later fault sets none, so the file must speak of a lock as well.
        locked = fault.err_code in _LOCKED and _ENCRYPTION in data
        raise refuse("encrypted" if locked else "broken") from None


def _refuse_too_long(document: pypdfium2.PdfDocument, limits: Limits) -> None:
    if len(document) > limits.pages:
        raise refuse("too-long", wanted=f"{limits.pages} trang")


def _read(document: pypdfium2.PdfDocument, limits: Limits) -> Document:
    pages = len(document)
    collector = Collector()
    edges: list[Edges] = []
    for number in range(pages):
        page = page_of(document[number], number + 1, len(edges), collector.note)
        edges += page.edges
        for printed in page.printed:
            collector.add(printed.line)
        if len(collector.lines) > limits.lines:
            raise refuse("too-long", wanted=f"{limits.lines} dòng")
    letters = sum(letter.isalnum() for line in collector.lines for letter in line.text)
    if letters < SCAN_LETTERS * pages or not pages:
        raise refuse("scan", found=f"{pages} trang ảnh") if pages else refuse("broken")
    return Document(
        Source.PDF, rejoined(collector.lines, edges), pages, hard_wrapped=True, mendings=tuple(collector.mendings)
    )
