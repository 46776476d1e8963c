from tongket.papers.render.kept import Kept, kept_lines
from tongket.papers.render.parts import line_starts
from tongket.reading.manuscript.values import Paragraph, Piece, Spacing

ROOM_MM = 60.0
LINE = "Một hai ba bốn năm sáu. "
SPACING = Spacing(first_line_pt=28.0)
NOTE = Piece("", note=0)


def lines(paragraph: Paragraph) -> int:
    return len(line_starts(paragraph, ROOM_MM))


def test_paragraph_without_notes_stays_as_it_is() -> None:
    made = Paragraph((Piece(LINE * 9),), spacing=SPACING)

    assert kept_lines(made, ROOM_MM) == [Kept(made)]


def test_three_lines_with_a_note_are_never_parted() -> None:
    made = Paragraph((Piece(LINE * 2), NOTE), spacing=SPACING)

    assert lines(made) <= 3
    assert kept_lines(made, ROOM_MM) == [Kept(made, is_whole=True)]


def test_note_in_the_last_line_keeps_the_last_two_together() -> None:
    made = Paragraph((Piece(LINE * 9), NOTE), spacing=SPACING)

    first, last = kept_lines(made, ROOM_MM)

    assert (first.is_whole, first.goes_on, last.is_whole, last.goes_on) == (False, True, True, False)
    assert (lines(first.paragraph), lines(last.paragraph)) == (lines(made) - 2, 2)
    assert last.paragraph.spacing.first_line_pt == 0
    assert " ".join((first.paragraph.text, last.paragraph.text)) == made.text


def test_note_in_the_first_line_keeps_the_first_two_together() -> None:
    made = Paragraph((Piece("Một"), NOTE, Piece(LINE * 9)), spacing=SPACING)

    first, rest = kept_lines(made, ROOM_MM)

    assert (first.is_whole, rest.is_whole, lines(first.paragraph)) == (True, False, 2)
