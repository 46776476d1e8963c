"""Chapters set by this process and by two others: the same ones, in their order."""

import pytest

from tests.factories.manuscripts import png
from tests.factories.volumes import foreign_pdf, make_chapter
from tongket.documents.render.chapters import ForeignChapter
from tongket.papers.values import standard_form
from tongket.proceedings.render import hands
from tongket.proceedings.render.chapter_data import chapter_data
from tongket.proceedings.render.hands import all_set, set_if_whole
from tongket.proceedings.render.setting import Order, set_chapter
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Picture, Piece


def broken() -> Manuscript:
    pictures = (Picture(png(20, 20)[:60], "image/png", 50, 30),)
    return Manuscript(Nature.DOCX, (Paragraph((Piece("", picture=0),)),), pictures=pictures)


@pytest.mark.slow
def test_two_processes_set_what_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    chapters = (
        make_chapter(1),
        ForeignChapter("f", "Bài PDF", foreign_pdf("Chữ."), "Hội Nông dân"),
        make_chapter(2, broken()),
        make_chapter(3),
    )
    orders = [Order(chapter, standard_form()) for chapter in chapters]
    monkeypatch.setattr(hands, "FEWEST", 2)
    monkeypatch.setattr(hands, "AHEAD", 1)

    assert list(all_set(orders)) == [set_chapter(order) for order in orders]


def test_a_few_are_set_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_pool", lambda: 1 / 0)
    order = Order(make_chapter(1), standard_form())

    assert list(all_set([order])) == [set_chapter(order)]


def test_what_cannot_be_set_whole_is_handed_back() -> None:
    data = chapter_data(make_chapter(2, broken()), standard_form())

    assert set_if_whole(data, "paper-2") is None
