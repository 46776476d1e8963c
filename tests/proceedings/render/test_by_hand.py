"""What a person set otherwise for one paper."""

from typing import Any

import pytest

from tests.factories.manuscripts import plain_paper, png
from tests.factories.volumes import make_chapter, make_volume
from tests.proceedings.render.reading import pages_of
from tongket.documents.render.chapters import ByHand
from tongket.papers.values import standard_form
from tongket.proceedings.render.by_hand import flow_of, with_breaks
from tongket.proceedings.render.volume import bind
from tongket.reading.manuscript.values import Cell, Manuscript, Nature, Paragraph, Picture, Piece, Role, Table


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"size_pt": 9.0}, "found type size of 9 pt, wanted 12 to 16"),
        ({"lines": 2.0}, "found line spacing of 2 lines, wanted 1 to 1.5"),
        ({"picture_widths_mm": ((0, 500.0),)}, "found picture width of 500 mm, wanted 20 to 180"),
    ],
)
def test_error_beyond_the_range(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        ByHand(**wrong)


def test_size_and_spacing_take_the_place_of_the_forms() -> None:
    chapter = make_chapter(1, by_hand=ByHand(size_pt=13.0, lines=1.25))
    (block,) = flow_of(chapter, standard_form()).blocks

    assert isinstance(block, Paragraph)
    assert (block.pieces[0].size_pt, block.spacing.lines) == (13.0, 1.25)


def test_a_picture_gets_its_width_and_keeps_its_shape() -> None:
    paper = Manuscript(
        Nature.DOCX, (Paragraph((Piece("", picture=0),)),), pictures=(Picture(png(4, 2), "image/png", 100, 50),)
    )
    chapter = make_chapter(1, paper, by_hand=ByHand(picture_widths_mm=((0, 60.0), (7, 60.0))))
    (picture,) = flow_of(chapter, standard_form()).pictures

    assert (picture.width_mm, picture.height_mm) == (60.0, 30.0)


def test_breaks_stand_before_the_first_part_of_a_block() -> None:
    blocks = [
        {"kind": "paragraph", "number": 0},
        {"kind": "paragraph", "number": 2},
        {"kind": "paragraph", "number": 2},
    ]
    made = with_breaks([*blocks, {"kind": "table", "number": 3}], ByHand(breaks_before=(2, 9), whole_tables=(0, 3)))

    assert [block.get("breaks", False) for block in made] == [False, True, False, False]
    assert [block.get("whole", False) for block in made] == [False, False, False, True]


def rows(count: int) -> Table:
    return Table(tuple((Cell((Paragraph((Piece(f"Dòng {row}"),)),)),) for row in range(count)))


def bound(table: Table, by_hand: ByHand) -> list[list[str]]:
    text = plain_paper(*(f"Đoạn {place}" for place in range(22)))
    chapter = make_chapter(1, Manuscript(Nature.DOCX, (*text.blocks, table)), by_hand=by_hand)
    return [
        [line for line in page if line.startswith("Dòng")] for page in pages_of(bind(make_volume(chapter)).data)[2:-1]
    ]


def test_a_table_stays_whole_where_it_is_asked_for() -> None:
    torn, whole = bound(rows(20), ByHand()), bound(rows(20), ByHand(whole_tables=(22,)))

    assert len(torn[0]) not in {0, 20}
    assert [len(page) for page in whole] == [0, 20]


def test_a_table_that_no_page_holds_loses_nothing() -> None:
    assert sum(len(page) for page in bound(rows(90), ByHand(whole_tables=(22,)))) == 90


def noted() -> Manuscript:
    """A heading above a line with a note, which are kept on one page, and a line before them."""
    blocks = (
        Paragraph((Piece("Mở đầu."),)),
        Paragraph((Piece("1. Kết quả"),), Role.HEADING, 2),
        Paragraph((Piece("Đạt chín hộ"), Piece("", note=0), Piece("."))),
    )
    return Manuscript(Nature.DOCX, blocks, notes=((Paragraph((Piece("Báo cáo của xã."),)),),))


def test_headings_with_noted_lines_are_bound() -> None:
    whole = bind(make_volume(make_chapter(1, noted()), has_index=False))

    assert " ".join(pages_of(whole.data)[-1]).endswith("Mở đầu. 1. Kết quả Đạt chín hộ1 . 1 Báo cáo của xã.")


@pytest.mark.parametrize(("block", "first"), [(1, "1. Kết quả"), (2, "Đạt chín hộ1")])
def test_a_page_breaks_before_either_of_what_is_kept_together(block: int, first: str) -> None:
    whole = bind(make_volume(make_chapter(1, noted(), by_hand=ByHand(breaks_before=(block,))), has_index=False))

    before, after = pages_of(whole.data)[-2:]
    assert ("Mở đầu." in before, first in before, first in after) == (True, False, True)
