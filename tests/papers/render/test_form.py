from dataclasses import replace

import pytest

from tests.factories.manuscripts import plain_paper, png
from tongket.documents.render.layout import PT_PER_MM
from tongket.papers.render.form import standard_flow
from tongket.papers.values import standard_form
from tongket.reading.manuscript.values import (
    Align,
    Block,
    Cell,
    Manuscript,
    Nature,
    Paragraph,
    Picture,
    Piece,
    Role,
    Sheet,
    Spacing,
    Table,
)

FORM = standard_form()


def manuscript(*blocks: Block, notes: tuple[tuple[Paragraph, ...], ...] = ()) -> Manuscript:
    pictures = (Picture(png(4, 4), "image/png", 40, 30),)
    return Manuscript(Nature.DOCX, blocks, notes=notes, pictures=pictures)


def only(block: Paragraph) -> Paragraph:
    (made,) = standard_flow(manuscript(block), FORM).blocks
    assert isinstance(made, Paragraph)
    return made


def test_every_paragraph_has_the_forms_own_spacing() -> None:
    odd = Spacing(lines=0.7, exact_pt=9.0, before_pt=40.0, after_pt=0.0, left_pt=50.0, first_line_pt=0.0)

    made = only(Paragraph((Piece("Dày đặc"),), spacing=odd, breaks_before=True))

    assert made.spacing == Spacing(lines=1.15, after_pt=6.0, first_line_pt=10 * PT_PER_MM)
    assert not made.breaks_before


def test_dress_that_saves_room_goes_and_dress_that_means_something_stays() -> None:
    tricky = Piece("nhỏ", size_pt=8.0, letter_gap_pt=-1.0, width=0.7, bold=True, italic=True, underlined=True)

    made = only(Paragraph((tricky, Piece("2", raised=True), Piece("3", lowered=True))))

    assert made.pieces == (
        Piece("nhỏ", bold=True, italic=True, underlined=True),
        Piece("2", raised=True),
        Piece("3", lowered=True),
    )


def test_hidden_text_is_not_set() -> None:
    assert only(Paragraph((Piece("thấy"), Piece(" giấu", is_hidden=True)))).text == "thấy"


def test_empty_paragraphs_and_tables_are_dropped_and_numbers_kept() -> None:
    blocks = (Paragraph(()), Paragraph((Piece("  \t"),)), Table(((Cell((Paragraph(()),)),),)), Paragraph((Piece("a"),)))

    assert standard_flow(manuscript(*blocks), FORM).numbers == (3,)


def test_line_broken_by_hand_begins_a_paragraph_in_running_text_alone() -> None:
    running = standard_flow(manuscript(Paragraph((Piece("một\n"), Piece(" hai", bold=True)))), FORM)
    centred = only(Paragraph((Piece("một\nhai"),), align=Align.CENTER))

    assert [block.text for block in running.blocks] == ["một", "hai"]
    assert running.numbers == (0, 0)
    assert centred.text == "một\nhai"


@pytest.mark.parametrize(
    ("align", "wanted", "first"),
    [
        (Align.LEFT, Align.JUSTIFY, 10.0),
        (Align.JUSTIFY, Align.JUSTIFY, 10.0),
        (Align.CENTER, Align.CENTER, 0.0),
        (Align.RIGHT, Align.RIGHT, 0.0),
    ],
)
def test_running_text_is_justified_and_the_rest_stands_where_it_stood(
    align: Align, wanted: Align, first: float
) -> None:
    made = only(Paragraph((Piece("a"),), align=align))

    assert (made.align, round(made.spacing.first_line_pt * 25.4 / 72, 3)) == (wanted, first)


def test_headings_are_bold() -> None:
    made = only(Paragraph((Piece("1. Cách làm"),), role=Role.HEADING, level=2))

    assert (made.pieces, made.role, made.level) == ((Piece("1. Cách làm", bold=True),), Role.HEADING, 2)


def test_mark_of_an_item_stands_in_its_text() -> None:
    made = only(Paragraph((Piece("\tviệc", bold=True),), role=Role.ITEM, mark="a)", level=1))

    assert (made.text, made.pieces[0].bold, made.mark) == ("a) việc", True, "")
    assert round(made.spacing.left_pt * 25.4 / 72, 3) == 10.0


def test_indent_made_of_blanks_goes_and_a_place_made_of_tabs_stays() -> None:
    assert only(Paragraph((Piece("     thụt"),))).text == "thụt"
    assert only(Paragraph((Piece("\t"), Piece("thụt")))).text == "thụt"
    assert only(Paragraph((Piece("\t\t\tNgười báo cáo"),))).text == "\t\t\tNgười báo cáo"


def test_picture_alone_takes_its_height_and_no_more() -> None:
    assert only(Paragraph((Piece("", picture=0),))).spacing == Spacing(after_pt=6.0)


def test_marks_of_what_is_not_there_are_left_out() -> None:
    assert only(Paragraph((Piece("a"), Piece("", picture=7), Piece("", note=3)))).pieces == (Piece("a"),)


def test_cells_are_small_and_single_spaced() -> None:
    table = Table(((Cell((Paragraph((Piece("a", size_pt=6),)), Paragraph(()))), Cell(())),))

    (made,) = standard_flow(manuscript(table), FORM).blocks

    small = Paragraph((Piece("a", size_pt=13),), align=Align.LEFT)
    assert isinstance(made, Table)
    assert made.rows == ((Cell((small,)), Cell((Paragraph(()),))),)


def test_notes_are_text_of_their_own_size() -> None:
    note = (Paragraph((Piece("Nguồn"), Piece("", note=0), Piece("", picture=0))),)

    made = standard_flow(manuscript(Paragraph((Piece("a"), Piece("", note=0))), notes=(note,)), FORM)

    assert made.notes == ((Paragraph((Piece("Nguồn", size_pt=11),)),),)


def test_missing_letters_are_told_even_in_notes() -> None:
    made = manuscript(Paragraph((Piece("会"),)), notes=((Paragraph((Piece("😀"),)),),))

    assert standard_flow(made, FORM).missing == ("会", "😀")


def test_sheet_without_room_gives_way_to_words_own() -> None:
    tight = replace(FORM, sheet=Sheet(left_mm=120, right_mm=100))

    assert standard_flow(plain_paper("a"), tight).sheet == Sheet()
