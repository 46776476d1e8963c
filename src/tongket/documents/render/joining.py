"""Joins PDFs into one in their order; pypdfium2 is not safe in two threads at once, so one joins at a time."""

import threading
from collections.abc import Iterable
from io import BytesIO

import pypdfium2

one_at_a_time = threading.Lock()


def joined(pdfs: Iterable[bytes]) -> bytes:
    """All pages of `pdfs`; one alone comes back as it is."""
    parts = iter(pdfs)
    first, second = next(parts), next(parts, None)
    if second is None:
        return first
    with one_at_a_time:
        whole = pypdfium2.PdfDocument(first)
        _append(whole, second)
        for part in parts:
            _append(whole, part)
        target = BytesIO()
        whole.save(target)
        whole.close()
    return target.getvalue()


def _append(whole: pypdfium2.PdfDocument, part: bytes) -> None:
    source = pypdfium2.PdfDocument(part)
    whole.import_pages(source)
    source.close()
