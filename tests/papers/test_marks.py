"""Numbers stand beside the words they are about, on the right page, and never over each other."""

import pytest

from tongket.papers.marks import Mark, Spot, Strip, marks_of, number_x_mm, places_of
from tongket.papers.render.values import Place
from tongket.reading.manuscript.values import Sheet

# 257 mm of text on a page.
SHEET = Sheet(top_mm=20, bottom_mm=20, left_mm=30, right_mm=15)


def place(block: int, page: int, top: float, end_page: int, end: float) -> Place:
    return Place(block, page, top, end_page, end)


def test_a_finding_without_words_lies_over_its_whole_block() -> None:
    marks = marks_of([Spot(1, "a", 0)], [place(0, 1, 10, 1, 40)], ["một đoạn"], SHEET)
    assert marks == (Mark(1, "a", 1, 33.2, (Strip(1, 30, 30),)),)


@pytest.mark.parametrize(
    ("quote", "strip"),
    [
        ("đầu", Strip(1, 30.0, 11.1)),
        ("cuối", Strip(1, 66.2, 13.8)),
        ("đầu…", Strip(1, 30.0, 11.1)),
        ("không có trong đoạn", Strip(1, 30.0, 50.0)),
    ],
)
def test_words_are_found_by_their_share_of_the_block(quote: str, strip: Strip) -> None:
    text = "đầu " + "a" * 10 + " cuối"
    (mark,) = marks_of([Spot(1, "a", 0, quote)], [place(0, 1, 10, 1, 60)], [text], SHEET)
    assert mark.strips == (strip,)


def test_a_block_over_two_pages_has_a_strip_on_each() -> None:
    (mark,) = marks_of([Spot(1, "a", 0)], [place(0, 1, 247, 2, 30)], ["dài"], SHEET)
    assert mark.strips == (Strip(1, 267, 10), Strip(2, 20, 30))
    assert mark.page == 1


def test_two_marks_at_one_line_stand_apart() -> None:
    spots = [Spot(1, "a", 0), Spot(2, "b", 0)]
    first, second = marks_of(spots, [place(0, 1, 10, 1, 16)], ["x"], SHEET)
    assert (first.y_mm, second.y_mm) == (33, 39.5)


def test_blocks_that_nobody_placed_have_no_mark() -> None:
    assert marks_of([Spot(1, "a", 7)], [place(0, 1, 0, 1, 10)], ["x"], SHEET) == ()


def test_places_come_out_of_kept_figures() -> None:
    assert places_of({"places": [[0, 1, 0.0, 1, 10.0]]}) == (Place(0, 1, 0.0, 1, 10.0),)
    assert places_of({}) == ()


def test_numbers_stand_left_of_the_text() -> None:
    assert number_x_mm(SHEET) == 23
