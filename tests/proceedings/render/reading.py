"""Reads what was bound: words of pages, bookmarks, where links lead."""

from contextlib import closing

import pypdfium2 as pdfium
import pypdfium2.raw as raw


def pages_of(data: bytes) -> list[list[str]]:
    """The lines of every page, in the order they are drawn."""
    with closing(pdfium.PdfDocument(data)) as whole:
        texts = [page.get_textpage().get_text_range() for page in whole]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


def bookmarks_of(data: bytes) -> list[tuple[int, str, int]]:
    """Level from 0, title, page from 1."""
    with closing(pdfium.PdfDocument(data)) as whole:
        return [(mark.level, mark.get_title(), mark.get_dest().get_index() + 1) for mark in whole.get_toc()]


def links_of(data: bytes, page: int) -> list[int]:
    """The pages, from 1, that the links of a page (from 0) lead to, in order."""
    found = []
    with closing(pdfium.PdfDocument(data)) as whole:
        loaded, link, place = whole[page], raw.FPDF_LINK(), raw.c_int(0)
        while raw.FPDFLink_Enumerate(loaded, place, link):
            target = raw.FPDFLink_GetDest(whole, link)
            found.append(raw.FPDFDest_GetDestPageIndex(whole, target) + 1)
    return found
