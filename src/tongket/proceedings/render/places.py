"""Which pages each chapter stands on, read off the bookmarks of the volume that was made."""

from collections.abc import Sequence
from contextlib import closing

import pypdfium2 as pdfium

from tongket.documents.render.chapters import ByHand, Chapter, PaperChapter
from tongket.documents.render.joining import one_at_a_time
from tongket.proceedings.render.values import ChapterPages

# The depth of a chapter's bookmark, counted from 0.
_CHAPTER = 1


def chapter_pages(data: bytes, chapters: Sequence[Chapter]) -> tuple[int, tuple[ChapterPages, ...]]:
    """The pages of the volume, and of each of its `chapters` in order."""
    with one_at_a_time, closing(pdfium.PdfDocument(data)) as whole:
        marks = [(mark.level, _page(mark)) for mark in whole.get_toc()]
        begins = [page for level, page in marks if level == _CHAPTER]
        stops = sorted({page for _, page in marks} | {len(whole) + 1})
        ends = [_last(whole, page, stops) for page in begins]
        pages = len(whole)
    made = zip(chapters, begins, ends, strict=True)
    return pages, tuple(ChapterPages(each.code, first, last, is_by_hand(each)) for each, first, last in made)


def is_by_hand(chapter: Chapter) -> bool:
    """Whether a person set anything of it otherwise."""
    return isinstance(chapter, PaperChapter) and chapter.by_hand != ByHand()


def _page(mark: pdfium.PdfBookmark) -> int:
    target = mark.get_dest()
    index: int | None = None if target is None else target.get_index()
    assert index is not None, "a bookmark of ours leads to a page of the volume"
    return int(index) + 1


def _last(whole: pdfium.PdfDocument, first: int, stops: Sequence[int]) -> int:
    """The page before the next bookmark, but for one left blank before a right-hand page."""
    last = next((stop for stop in stops if stop > first), len(whole) + 1) - 1
    return last - 1 if last > first and _is_blank(whole, last) else last


def _is_blank(whole: pdfium.PdfDocument, number: int) -> bool:
    with closing(whole[number - 1]) as page:
        return not any(True for _ in page.get_objects(max_depth=1))
