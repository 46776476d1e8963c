"""Chapters set by this process and by two others: the same ones, in their order."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest

from tests.factories.manuscripts import plain_paper, png, sample_paper
from tests.factories.volumes import foreign_pdf, make_chapter
from tongket.documents.render.chapters import ForeignChapter
from tongket.papers.values import standard_form
from tongket.proceedings.render import hands
from tongket.proceedings.render.chapter_data import chapter_data
from tongket.proceedings.render.hands import all_set, set_lot
from tongket.proceedings.render.setting import Order, set_chapter, set_data
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
    monkeypatch.setattr(hands, "LOT", 2)
    monkeypatch.setattr(hands, "AHEAD", 1)

    assert list(all_set(orders)) == [set_chapter(order) for order in orders]


def test_a_few_are_set_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_pool", lambda: 1 / 0)
    order = Order(make_chapter(1), standard_form())

    assert list(all_set([order])) == [set_chapter(order)]


def test_a_chapter_of_a_lot_is_what_it_is_alone() -> None:
    # With tables, notes and pictures; one is of letters that the others have not, one cannot be drawn, one is not ours.
    manuscripts = (*(sample_paper(number, pages=1.9) for number in range(5)), plain_paper("Dài 5 m ≈ 16 ft."), broken())
    chapters = [make_chapter(number, manuscript) for number, manuscript in enumerate(manuscripts)]
    codes, form = [chapter.code for chapter in chapters], standard_form()
    data = [chapter_data(chapter, form) for chapter in chapters]

    *whole, unset, foreign = set_lot([*data, None], [*codes, "foreign"], form)

    assert whole == [set_data([each], [code], form)[0] for each, code in zip(data[:-1], codes, strict=False)]
    assert (unset, foreign) == (None, None)


def test_a_lot_ends_where_its_pictures_are_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "FEWEST", 1)
    monkeypatch.setattr(hands, "LOT_LETTERS", 10)
    sizes: list[int] = []
    monkeypatch.setattr(hands, "_pool", lambda: closing_pool(sizes))
    picture = (Picture(png(20, 20), "image/png", 50, 30),)
    drawn = Manuscript(Nature.DOCX, (Paragraph((Piece("", picture=0),)),), pictures=picture)
    orders = [Order(make_chapter(number, paper), standard_form()) for number, paper in enumerate((None, drawn, None))]

    assert len(list(all_set(orders))) == 3
    assert sizes == [2, 1]


@contextmanager
def closing_pool(sizes: list[int]) -> Iterator[ThreadPoolExecutor]:
    """One other thread in place of processes, which tells how many chapters each lot has."""

    class Pool(ThreadPoolExecutor):
        def submit(self, work: Any, /, *said: Any, **more: Any) -> Future[Any]:
            sizes.append(len(said[0]))
            return super().submit(work, *said, **more)

    with Pool(1) as pool:
        yield pool
