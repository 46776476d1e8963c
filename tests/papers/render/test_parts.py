import pytest

from tongket.documents.render.fonts import width_mm
from tongket.papers.render.parts import End, Gap, Part, Stretch, line_starts, parts_of
from tongket.reading.manuscript.values import Paragraph, Piece, Spacing

ROOM_MM = 165.0


def spoken(parts: list[Part]) -> list[str | float | End]:
    """Parts as text, lengths and ends."""
    return [
        part.piece.text if isinstance(part, Stretch) else round(part.width_mm, 2) if isinstance(part, Gap) else part
        for part in parts
    ]


def paragraph(text: str, **spacing: float) -> Paragraph:
    return Paragraph((Piece(text),), spacing=Spacing(**spacing))


def test_plain_text_is_left_to_typst() -> None:
    assert spoken(parts_of(paragraph("một hai " * 200), ROOM_MM)) == ["một hai " * 200]


def test_authors_line_break_is_an_end() -> None:
    assert spoken(parts_of(paragraph("một\nhai"), ROOM_MM)) == ["một", End.AUTHORS, "hai"]


def test_tab_goes_to_the_next_stop() -> None:
    found = parts_of(paragraph("a\tb"), ROOM_MM)

    assert spoken(found) == ["a", round(12.7 - width_mm("a", 14), 2), "b"]


def test_tab_of_a_hanging_paragraph_goes_to_its_indent() -> None:
    found = parts_of(paragraph("-\tb", left_pt=18, first_line_pt=-18), ROOM_MM)

    assert spoken(found) == ["-", round(18 * 25.4 / 72 - width_mm("-", 14), 2), "b"]


def test_tab_beyond_the_line_begins_a_new_one() -> None:
    assert spoken(parts_of(paragraph("a\t\t\tb"), 30.0)) == [
        "a",
        round(12.7 - width_mm("a", 14), 2),
        12.7,
        End.OWN,
        "b",
    ]


def test_document_number_is_not_parted_at_its_stroke() -> None:
    text = "x" * 20 + " y" * 20 + " 294/KH-MTTQ-BTT"
    room = width_mm(text.removesuffix("KH-MTTQ-BTT"), 14) + 1

    assert spoken(parts_of(paragraph(text), room)) == ["x" * 20 + " y" * 20, End.OWN, "294/KH-MTTQ-BTT"]


def test_word_longer_than_a_line_is_torn() -> None:
    letters = int(60 / width_mm("m", 14))

    assert spoken(parts_of(paragraph("m" * 40), 60.0)) == [
        "m" * letters,
        End.OWN,
        "m" * letters,
        End.OWN,
        "m" * (40 - 2 * letters),
    ]


def test_dress_of_pieces_is_kept_where_they_are_cut() -> None:
    made = parts_of(Paragraph((Piece("a", bold=True), Piece("b\nc", italic=True))), ROOM_MM)

    assert made == [
        Stretch(Piece("a", bold=True)),
        Stretch(Piece("b", italic=True)),
        End.AUTHORS,
        Stretch(Piece("c", italic=True)),
    ]


@pytest.mark.parametrize(
    ("room", "starts"), [(200.0, [0]), (width_mm("một hai", 14) + 0.5, [0, 8]), (9.0, [0, 4, 8, 11])]
)
def test_lines_begin_where_words_do(room: float, starts: list[int]) -> None:
    assert line_starts(paragraph("một hai ba bốn"), room) == starts
