from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.pdf.columns import blocks_of
from tongket.reading.pdf.glyphs import Glyph, Rule
from tongket.reading.pdf.rows import Piece, Row, pieces_of, rows_of


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


def test_a_piece_ends_at_the_border_of_a_cell() -> None:
    border, elsewhere, lying = Rule(20, 690, 21, 720), Rule(20, 100, 21, 200), Rule(0, 705, 60, 706)
    glyphs = [glyph("T", 0), glyph("T", 6), glyph("N", 30)]

    assert [piece.text for piece in pieces_of(glyphs, [border])] == ["TT", "N"]
    assert [piece.text for piece in pieces_of(glyphs, [elsewhere, lying])] == ["TT N"]


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


PLACES = st.integers(0, 60).map(lambda step: step * 9.0)
LETTERS = st.builds(glyph, st.sampled_from("aâđ1-\u0301 \u00a0"), PLACES, PLACES, bold=st.booleans())


@given(st.lists(LETTERS, max_size=30))
def test_no_letter_is_lost_between_pieces(glyphs: list[Glyph]) -> None:
    pieces = pieces_of(glyphs)

    assert _letters(piece.text for piece in pieces) == _letters(glyph.text for glyph in glyphs)


def _letters(texts: Iterable[str]) -> str:
    """All letters of the texts without white space."""
    return "".join("".join(texts).split())


@given(st.lists(st.tuples(PLACES, PLACES), max_size=30))
def test_rows_hold_every_piece_once_in_reading_order(places: list[tuple[float, float]]) -> None:
    pieces = [piece(left, left + 8, baseline) for left, baseline in places]

    rows = rows_of(pieces)

    assert sorted(map(id, (each for row in rows for each in row.pieces))) == sorted(map(id, pieces))
    assert [row.baseline for row in rows] == sorted((row.baseline for row in rows), reverse=True)
    assert [[each.left for each in row.pieces] for row in rows] == [
        sorted(each.left for each in row.pieces) for row in rows
    ]


def test_row_writes_its_gaps_as_three_spaces() -> None:
    row = Row([piece(100, 150), piece(250, 500), piece(510, 560)])

    assert (row.text, row.left, row.right, row.baseline, row.size) == ("x   x   x", 100, 560, 700, 12)


def test_part_of_a_row_is_what_has_its_middle_there() -> None:
    row = Row([piece(100, 150), piece(250, 500)])

    assert row.part(0, 200) == Row([piece(100, 150)])
    assert row.part(125, 375) == Row([piece(100, 150)])
    assert row.part(126, 375) is None
