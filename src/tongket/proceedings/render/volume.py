"""Binds a volume into one PDF: one compile for all of it, then the pages of other files at their place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import typst

from tongket.documents.render.chapters import ForeignChapter, PaperChapter
from tongket.documents.render.typesetting import ARCHIVED, Standard, pdf
from tongket.papers.render.drawable import Drawable, drawable
from tongket.proceedings.render.data import Drawing, filled, volume_data
from tongket.proceedings.render.foreign import pages_of_foreign, with_foreign
from tongket.proceedings.render.places import chapter_pages
from tongket.proceedings.render.values import Binding, Bound, Volume

FORM = Path(__file__).parent / "volume.typ"


def bind(volume: Volume, binding: Binding = Binding(), *, stamp: datetime | None = None) -> Bound:  # noqa: B008 -- a frozen value
    """The volume as one PDF with contents, bookmarks and index; the same values and `stamp` (aware) give the same bytes.

    Raises ForeignUnreadable for PDF pages that cannot be bound, ValueError for chapters of one code or a volume without
    any, FontsMissing where there is no type face.
    """
    chapters = [chapter for part in filled(volume) for chapter in part.chapters]
    if not chapters:
        raise ValueError("found no chapter, wanted at least one to bind")
    foreign = {chapter.code: chapter.data for chapter in chapters if isinstance(chapter, ForeignChapter)}
    drawing = Drawing(foreign_pages=tuple((code, pages_of_foreign(data)) for code, data in foreign.items()))
    papers = [chapter for chapter in chapters if isinstance(chapter, PaperChapter)]
    data, drawing, is_archival = _compiled(volume, binding, drawing, papers, stamp)
    pages, places = chapter_pages(data, chapters)
    if foreign:
        data = with_foreign(data, foreign, places, volume.form.sheet)
    return Bound(data, pages, places, tuple(sorted(drawing.undrawn)), is_archival)


def _compiled(
    volume: Volume, binding: Binding, drawing: Drawing, papers: Sequence[PaperChapter], stamp: datetime | None
) -> tuple[bytes, Drawing, bool]:
    """The PDF, without the pictures that cannot be drawn, and without the name of an archive where some may not be in it."""
    archived: tuple[Standard, ...] = () if drawing.foreign_pages else ARCHIVED
    try:
        return (
            pdf(FORM, volume_data(volume, binding, drawing), stamp=stamp, standards=archived),
            drawing,
            bool(archived),
        )
    except typst.TypstError:
        found = {paper.code: drawable(paper.manuscript.pictures) for paper in papers if paper.manuscript.pictures}
        if not set(found.values()) - {Drawable.ARCHIVED}:
            raise
    drawing = replace(drawing, undrawn=frozenset(code for code, how in found.items() if how is Drawable.NOT))
    if Drawable.PLAIN in found.values():
        archived = ()
    return pdf(FORM, volume_data(volume, binding, drawing), stamp=stamp, standards=archived), drawing, bool(archived)
