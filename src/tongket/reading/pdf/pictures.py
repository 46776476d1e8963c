"""The pages of a PDF as pictures: grey for a program that reads letters off them, in colour for people."""

import io
from collections.abc import Sequence

import pypdfium2

from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse
from tongket.reading.scans import DOTS_PER_INCH

_POINTS_PER_INCH = 72
# The longest side of a page in points; what is larger is drawn smaller.
_LONGEST = 1300.0
# No finer than paper shows.
_FIGURE_DOTS_PER_INCH = 220


def draw(data: bytes, limits: Limits, pages: Sequence[int] = ()) -> bytes:
    """Every page, or those of `pages` (from 1), as a portable graymap (P5), one after the other.

    Raises Unreadable ("too-long", "scan", "broken").
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            wanted = [page - 1 for page in pages if 0 < page <= len(document)] or range(len(document))
            return _pages(document, wanted, limits)
    except pypdfium2.PdfiumError:
        raise refuse("broken") from None


def figures(data: bytes, limits: Limits) -> bytes:
    """Every page in colour as PNG: a line with their sizes in bytes, then one after the other.

    Raises Unreadable ("too-long", "broken").
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            drawn = _figures(document, limits)
    except pypdfium2.PdfiumError:
        raise refuse("broken") from None
    return " ".join(str(len(each)) for each in drawn).encode() + b"\n" + b"".join(drawn)


def _figures(document: pypdfium2.PdfDocument, limits: Limits) -> list[bytes]:
    if len(document) > limits.figures:
        raise refuse("too-long", wanted=f"{limits.figures} hình")
    return [_figure(page) for page in document]


def _figure(page: pypdfium2.PdfPage) -> bytes:
    scale = _FIGURE_DOTS_PER_INCH / _POINTS_PER_INCH * min(1.0, _LONGEST / max(*page.get_size(), 1.0))
    written = io.BytesIO()
    page.render(scale=scale).to_pil().save(written, "PNG")
    return written.getvalue()


def _pages(document: pypdfium2.PdfDocument, wanted: Sequence[int], limits: Limits) -> bytes:
    if len(wanted) > limits.scanned_pages:
        raise refuse("too-long", wanted=f"{limits.scanned_pages} trang quét")
    if not any(_shows_something(document[number]) for number in wanted):
        raise refuse("scan", found=f"{len(document)} trang ảnh")
    return b"".join(_graymap(document[number]) for number in wanted)


def _shows_something(page: pypdfium2.PdfPage) -> bool:
    """Whether anything is drawn on the page: a bomb of blanks is not worth a look."""
    return next(iter(page.get_objects(max_depth=1)), None) is not None


def _graymap(page: pypdfium2.PdfPage) -> bytes:
    scale = DOTS_PER_INCH / _POINTS_PER_INCH * min(1.0, _LONGEST / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    dots = bytes(bitmap.buffer)
    rows = (dots[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))
    return f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + b"".join(rows)
