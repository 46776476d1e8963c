"""Two columns side by side are read one after the other; nothing else is torn apart and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.pdf.columns import Block, blocks_of
from tongket.reading.pdf.rows import Piece, Row

LEFT, RIGHT = (80.0, 220.0), (300.0, 520.0)


def piece(text: str, left: float, right: float, baseline: float) -> Piece:
    return Piece(text, left, right, baseline, 12, bold=False, italic=False)


def row(number: int, *places: tuple[float, float]) -> Row:
    """Row `number` of a page, 16 points below the one before; its pieces are called "0a", "0b" …"""
    baseline = 800 - 16 * number
    return Row([piece(f"{number}{'abcdef'[each]}", *place, baseline) for each, place in enumerate(places)])


def texts(blocks: list[Block]) -> list[tuple[list[str], bool]]:
    return [([row.text for row in block.rows], block.column) for block in blocks]


def test_head_of_a_document_is_read_left_then_right() -> None:
    rows = [row(0, LEFT, RIGHT), row(1, LEFT, RIGHT), row(2, (80, 520))]

    assert texts(list(blocks_of(rows))) == [
        (["0a", "1a"], True),
        (["0b", "1b"], True),
        (["2a"], False),
    ]


def test_rows_above_two_columns_come_first() -> None:
    rows = [row(0, (80, 520)), row(1, LEFT, RIGHT), row(2, LEFT, RIGHT)]

    assert texts(list(blocks_of(rows))) == [(["0a"], False), (["1a", "2a"], True), (["1b", "2b"], True)]


def test_row_of_one_side_between_two_columns_stays_in_its_column() -> None:
    rows = [row(0, LEFT, RIGHT), row(1, RIGHT), row(2, LEFT, RIGHT), row(3, LEFT)]

    assert texts(list(blocks_of(rows))) == [(["0a", "2a", "3a"], True), (["0b", "1a", "2b"], True)]


def test_row_far_below_two_columns_is_not_theirs() -> None:
    rows = [row(0, LEFT, RIGHT), row(1, LEFT, RIGHT), row(9, LEFT)]

    assert texts(list(blocks_of(rows))) == [(["0a", "1a"], True), (["0b", "1b"], True), (["9a"], False)]


def test_two_bands_are_read_each_for_itself() -> None:
    rows = [row(0, LEFT, RIGHT), row(1, LEFT, RIGHT), row(2, (80, 520)), row(3, LEFT, RIGHT), row(4, LEFT, RIGHT)]

    assert texts(list(blocks_of(rows))) == [
        (["0a", "1a"], True),
        (["0b", "1b"], True),
        (["2a"], False),
        (["3a", "4a"], True),
        (["3b", "4b"], True),
    ]


THREE = ((80.0, 120.0), (200.0, 320.0), (400.0, 520.0))
PLAIN = [
    [],
    [row(0, (80, 520))],
    [row(0, LEFT, RIGHT)],
    [row(0, LEFT, RIGHT), row(1, (80, 520)), row(2, (80, 520))],
    [row(0, *THREE), row(1, *THREE), row(2, *THREE)],
    [row(0, (80, 297), (300, 520)), row(1, (80, 297), (300, 520))],
]


@pytest.mark.parametrize("rows", PLAIN)
def test_rows_without_two_columns_come_as_they_are(rows: list[Row]) -> None:
    assert texts(list(blocks_of(rows))) == ([([row.text for row in rows], False)] if rows else [])


def spans(draw_from: list[float]) -> list[tuple[float, float]]:
    """Places from left to right out of an even number of edges."""
    edges = sorted(draw_from)
    return [(edges[each], edges[each + 1]) for each in range(0, len(edges) - 1, 2)]


EDGES = st.lists(st.integers(0, 59).map(lambda step: step * 10.0), min_size=2, max_size=6, unique=True)
PAGES = st.lists(EDGES.map(spans), max_size=12).map(
    lambda rows: [row(number, *places) for number, places in enumerate(rows)]
)


@given(PAGES)
def test_no_piece_is_lost_or_doubled(rows: list[Row]) -> None:
    blocks = list(blocks_of(rows))

    found = [piece.text for block in blocks for row in block.rows for piece in row.pieces]
    assert sorted(found) == sorted(piece.text for row in rows for piece in row.pieces)


@given(PAGES)
def test_each_block_is_read_from_top_to_bottom(rows: list[Row]) -> None:
    orders = [[row.baseline for row in block.rows] for block in blocks_of(rows)]

    assert orders == [sorted(order, reverse=True) for order in orders]
