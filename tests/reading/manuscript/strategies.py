"""Manuscripts of every shape, for tests of properties."""

from hypothesis import strategies as st

from tongket.reading.document import Mending
from tongket.reading.manuscript.values import (
    Align,
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

NOTES, PICTURES = 2, 2
COUNT = st.integers(0, 10**6)
LENGTH = st.floats(-1000, 1000)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PIECES = st.builds(
    Piece,
    TEXT,
    bold=st.booleans(),
    italic=st.booleans(),
    underlined=st.booleans(),
    raised=st.booleans(),
    lowered=st.booleans(),
    size_pt=st.floats(0, 200),
    letter_gap_pt=LENGTH,
    width=st.floats(0, 6),
    is_hidden=st.booleans(),
    note=st.none() | st.integers(0, NOTES - 1),
    picture=st.none() | st.integers(0, PICTURES - 1),
)
PARAGRAPHS = st.builds(
    Paragraph,
    st.lists(PIECES, max_size=3).map(tuple),
    role=st.sampled_from(Role),
    level=st.integers(0, 9),
    mark=TEXT,
    align=st.sampled_from(Align),
    spacing=st.builds(Spacing, LENGTH, st.none() | LENGTH, LENGTH, LENGTH, LENGTH, LENGTH, LENGTH),
    page=st.none() | COUNT,
    breaks_before=st.booleans(),
)
CELLS = st.builds(Cell, st.lists(PARAGRAPHS, max_size=2).map(tuple), st.integers(1, 9), st.integers(1, 9))
ROWS = st.lists(st.lists(CELLS, max_size=2).map(tuple), max_size=2).map(tuple)
TABLES = st.builds(
    Table,
    ROWS,
    widths=st.lists(st.floats(0, 1), max_size=3).map(tuple),
    is_ruled=st.booleans(),
    page=st.none() | COUNT,
)
MANUSCRIPTS = st.builds(
    Manuscript,
    st.sampled_from(Nature),
    st.lists(PARAGRAPHS | TABLES, max_size=4).map(tuple),
    notes=st.tuples(*[st.lists(PARAGRAPHS, max_size=1).map(tuple)] * NOTES),
    pictures=st.tuples(*[st.builds(Picture, st.binary(max_size=9), TEXT, LENGTH, LENGTH)] * PICTURES),
    sheet=st.builds(Sheet, LENGTH, LENGTH, LENGTH, LENGTH, LENGTH, LENGTH),
    pages=st.none() | COUNT,
    is_recognised=st.booleans(),
    mendings=st.lists(st.builds(Mending, TEXT, COUNT, TEXT), max_size=2).map(tuple),
    lost=st.lists(TEXT, max_size=2).map(tuple),
)
