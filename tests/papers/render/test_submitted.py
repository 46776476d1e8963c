from dataclasses import replace

import pytest

from tests.factories.manuscripts import plain_paper
from tongket.papers.render.submitted import pages_of
from tongket.reading.manuscript.values import Cell, Manuscript, Nature, Paragraph, Piece, Role, Sheet, Spacing, Table


def manuscript(*paragraphs: Paragraph, sheet: Sheet | None = None) -> Manuscript:
    return Manuscript(Nature.DOCX, paragraphs, sheet=sheet or Sheet())


def lines(count: int, spacing: Spacing, piece: Piece | None = None) -> list[Paragraph]:
    return [Paragraph((piece or Piece("Dòng."),), spacing=spacing) for _ in range(count)]


@pytest.mark.parametrize(
    ("nature", "pages", "wanted"), [(Nature.PDF, 4, 4.0), (Nature.PICTURE, 2, 2.0), (Nature.PDF, None, None)]
)
def test_file_with_pages_has_its_own_count(nature: Nature, pages: int | None, wanted: float | None) -> None:
    assert pages_of(Manuscript(nature, (Paragraph((Piece("a"),)),), pages=pages)) == wanted


def test_pasted_text_has_no_pages() -> None:
    assert pages_of(plain_paper("một")) is None


@pytest.mark.parametrize(
    ("spacing", "size", "line_pt"),
    [
        (Spacing(), 14.0, 16.1),
        (Spacing(), 10.0, 11.5),
        (Spacing(lines=1.5), 14.0, 24.15),
        (Spacing(exact_pt=20.0), 14.0, 20.0),
        (Spacing(before_pt=6.0, after_pt=4.0), 14.0, 22.1),
    ],
)
def test_lines_are_as_high_as_the_author_set_them(spacing: Spacing, size: float, line_pt: float) -> None:
    text_pt = (297 - 50.8) * 72 / 25.4

    more = pages_of(manuscript(*lines(21, spacing, Piece("Dòng.", size_pt=size))))
    less = pages_of(manuscript(*lines(1, spacing, Piece("Dòng.", size_pt=size))))

    assert more is not None
    assert less is not None
    assert (more - less) * text_pt / 20 == pytest.approx(line_pt, abs=0.06)


def test_authors_page_break_begins_a_page() -> None:
    first, second = Paragraph((Piece("một"),)), Paragraph((Piece("hai"),), breaks_before=True)

    assert 1 < (pages_of(manuscript(first, second)) or 0) < 1.1


def test_empty_paragraph_keeps_its_room_in_its_own_size() -> None:
    empty = Paragraph((Piece("", size_pt=40.0),))

    gained = (pages_of(manuscript(*lines(1, Spacing()), empty)) or 0) - (
        pages_of(manuscript(*lines(1, Spacing()))) or 0
    )

    assert gained * (297 - 50.8) * 72 / 25.4 == pytest.approx(46, abs=0.5)


def test_condensed_and_narrowed_letters_take_fewer_lines() -> None:
    text = "Thực hiện kế hoạch của Ban Thường trực. " * 120
    plain, condensed, narrowed = (
        pages_of(manuscript(Paragraph((piece,)))) or 0
        for piece in (Piece(text), Piece(text, letter_gap_pt=-0.5), Piece(text, width=0.8))
    )

    assert condensed < plain * 0.95
    assert narrowed == pytest.approx(plain * 0.8, rel=0.06)


def test_margins_of_the_author_count() -> None:
    text = Paragraph((Piece("Thực hiện kế hoạch của Ban Thường trực. " * 200),))

    wide, thin = (pages_of(manuscript(text, sheet=sheet)) or 0 for sheet in (Sheet(left_mm=40), Sheet(left_mm=10)))

    assert thin < wide


@pytest.mark.parametrize(
    "spacing",
    [
        Spacing(lines=0, exact_pt=0),
        Spacing(lines=1e9),
        Spacing(left_pt=9e4, right_pt=9e4, first_line_pt=-9e4),
        Spacing(left_pt=-50, first_line_pt=1e6, before_pt=1e9, after_pt=-5),
    ],
)
def test_absurd_spacing_is_laid_out_all_the_same(spacing: Spacing) -> None:
    absurd = Piece("Dòng.", size_pt=9e9, letter_gap_pt=-1e4, width=0.0)

    assert (pages_of(manuscript(*lines(3, spacing, absurd))) or 0) > 0


def test_absurd_sheet_gives_way_to_words_own() -> None:
    text = lines(3, Spacing())

    assert pages_of(manuscript(*text, sheet=Sheet(width_mm=1, height_mm=1))) == pages_of(manuscript(*text))


def test_items_and_tables_are_set_as_they_are() -> None:
    item = Paragraph((Piece("việc"),), role=Role.ITEM, mark="-", spacing=Spacing(left_pt=36, first_line_pt=-18))
    table = Table(((Cell((Paragraph((Piece("a"),)),), across=2), Cell((Paragraph(()),))),))
    paper = replace(manuscript(item), blocks=(item, table, item))

    assert 0 < (pages_of(paper) or 0) < 0.1


def test_page_break_before_a_heading_and_a_note_is_kept() -> None:
    heading = Paragraph((Piece("1. Một"),), role=Role.HEADING, level=1, breaks_before=True)
    noted = Paragraph((Piece("hai"), Piece("", note=0)), breaks_before=False)
    paper = replace(manuscript(*lines(1, Spacing()), heading, noted), notes=((Paragraph((Piece("Nguồn"),)),),))
    broken = replace(paper, blocks=(*paper.blocks[:2], replace(noted, breaks_before=True)))

    assert 1 < (pages_of(paper) or 0) < 1.2
    assert 2 < (pages_of(broken) or 0) < 2.2
