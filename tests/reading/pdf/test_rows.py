from tongket.reading.pdf.columns import blocks_of
from tongket.reading.pdf.glyphs import Glyph
from tongket.reading.pdf.rows import Piece, Row, pieces_of


def glyph(text: str, left: float, baseline: float = 700, *, bold: bool = False) -> Glyph:
    """A letter 6 points wide and 12 high."""
    return Glyph(text, left, left + 6, baseline, 12, bold=bold, italic=False)


def piece(left: float, right: float, baseline: float = 700) -> Piece:
    return Piece("x", left, right, baseline, 12, bold=False, italic=False)


def test_a_space_is_seen_or_told() -> None:
    glyphs = [glyph("a", 0), glyph(" ", 6), glyph("b", 7), glyph("c", 16), glyph("d", 22.5)]

    assert [piece.text for piece in pieces_of(glyphs)] == ["a b cd"]


def test_a_piece_ends_at_a_wide_gap_a_new_line_or_a_step_back() -> None:
    glyphs = [glyph("a", 0), glyph("b", 40), glyph("c", 46, 690), glyph("d", 10, 690)]

    assert [piece.text for piece in pieces_of(glyphs)] == ["a", "b", "c", "d"]


def test_a_loose_tone_belongs_to_the_letter_before_it() -> None:
    glyphs = [glyph("h", 0), glyph("o", 6), glyph("\u0300", 5, 703), glyph("a", 12)]

    assert [piece.text for piece in pieces_of(glyphs)] == ["ho\u0300a"]


def test_a_piece_is_bold_while_all_its_letters_are() -> None:
    assert pieces_of([glyph("a", 0, bold=True), glyph("b", 6, bold=True)])[0].bold is True
    assert pieces_of([glyph("a", 0, bold=True), glyph("b", 6)])[0].bold is False


def test_a_heading_in_the_middle_above_two_columns_is_not_theirs() -> None:
    heading = Row([piece(290, 310, 715)])
    columns = [Row([piece(100, 150, 700 - 15 * each), piece(250, 500, 700 - 15 * each)]) for each in range(2)]

    blocks = list(blocks_of([heading, *columns]))

    assert [(len(block.rows), block.column) for block in blocks] == [(1, False), (2, True), (2, True)]
