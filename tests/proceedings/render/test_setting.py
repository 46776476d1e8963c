"""A chapter set by itself: what its name stands for, and what becomes of pictures that cannot be drawn."""

from contextlib import closing
from dataclasses import replace

import pytest

from tests.factories.manuscripts import png, sample_paper
from tests.factories.volumes import decision, foreign_pdf, make_chapter
from tongket.documents.render.chapters import Chapter, DocumentChapter, ForeignChapter
from tongket.papers.render.drawable import Drawable
from tongket.papers.values import standard_form
from tongket.proceedings.render.foreign import ForeignUnreadable
from tongket.proceedings.render.gathering import Gathering
from tongket.proceedings.render.setting import Order, key_of, set_chapter
from tongket.proceedings.render.values import Run
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Picture, Piece

FORM = standard_form()


def opened(chapter: Chapter) -> tuple[Drawable, tuple[Run, ...], bool]:
    with closing(Gathering(chapter.code, set_chapter(Order(chapter, FORM)))) as gathering:
        return gathering.drawn, gathering.runs, gathering.is_still


def with_picture(data: bytes) -> Manuscript:
    return Manuscript(
        Nature.DOCX, (Paragraph((Piece("", picture=0),)),), pictures=(Picture(data, "image/png", 50, 30),)
    )


def test_the_same_chapter_in_the_same_form_has_one_name_and_one_print() -> None:
    first, again = (Order(make_chapter(1, sample_paper(3)), FORM) for _ in range(2))

    assert key_of(first) == key_of(again)
    assert set_chapter(first) == set_chapter(again)


def test_another_text_or_form_has_another_name() -> None:
    orders = (
        Order(make_chapter(1), FORM),
        Order(make_chapter(1, sample_paper(3)), FORM),
        Order(make_chapter(2), FORM),
        Order(make_chapter(1), replace(FORM, size_pt=13.0)),
    )

    assert len(set(map(key_of, orders))) == 4


def test_pages_are_told_by_how_they_lie() -> None:
    chapter = DocumentChapter("d", "Quyết định", decision())

    assert opened(chapter) == (Drawable.ARCHIVED, (Run(1), Run(1, is_landscape=True)), False)


def test_pages_of_others_stay_where_they_are() -> None:
    assert opened(ForeignChapter("f", "Bài", foreign_pdf("Chữ."))) == (Drawable.PLAIN, (Run(1),), True)


def test_pages_that_nobody_can_open_are_refused() -> None:
    with pytest.raises(ForeignUnreadable):
        set_chapter(Order(ForeignChapter("f", "Bài", b"%PDF-1.7"), FORM))


@pytest.mark.parametrize(("data", "drawn"), [(png(20, 20), Drawable.ARCHIVED), (png(20, 20)[:60], Drawable.NOT)])
def test_a_picture_that_cannot_be_drawn_is_told(data: bytes, drawn: Drawable) -> None:
    assert opened(make_chapter(1, with_picture(data))) == (drawn, (Run(1),), False)
