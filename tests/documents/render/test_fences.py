"""Drawings within Markdown: written and read back, and nothing lost around one that is written otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.shapes import BARS, DRAWINGS, TREND, said_in
from tongket.core.text import clean
from tongket.documents.markdown_text import drawing_as_markdown
from tongket.documents.render.markdown import blocks_of, parts_of
from tongket.documents.render.values import Annex, Block, Cell, Datum, Drawing, Paragraph, Shape, Table, Tone, text


@pytest.mark.parametrize("drawing", DRAWINGS, ids=["bars", "trend", "grid"])
def test_drawing_is_written_and_read_back(drawing: Drawing) -> None:
    assert blocks_of(drawing_as_markdown(drawing)) == (drawing,)


def test_drawing_stands_within_an_annex_and_between_texts() -> None:
    markdown = f"Trước.\n::: phụ lục Hình vẽ\nMột.\n{drawing_as_markdown(BARS)}\nHai.\n:::\nSau."

    parts = parts_of(markdown)

    assert parts.body == (Paragraph(text("Trước. Sau.")),)
    assert parts.annexes == (Annex("Hình vẽ", (Paragraph(text("Một.")), BARS, Paragraph(text("Hai.")))),)


def test_drawing_may_be_typed_by_hand() -> None:
    rows = "| Xã A | xong: Đạt |\n| Xã B | lạ |\n| | |\n| Xã C |"
    typed = f"::: HÌNH ô  Báo cáo\n| Đơn vị | Báo cáo |\n|---|---|\n{rows}\n:::"

    known = (Datum("Xã A", "Đạt", Tone.DONE), Datum("Xã B", "lạ"), Datum("Xã C", ""))
    assert blocks_of(typed) == (Drawing(Shape.GRID, "Báo cáo", known),)


def test_drawing_without_an_end_goes_to_the_end() -> None:
    opened = drawing_as_markdown(TREND).removesuffix("\n\n:::")

    assert blocks_of(f"Một.\n\n{opened}") == (Paragraph(text("Một.")), TREND)


BARS_OPEN, TREND_OPEN = (drawing_as_markdown(each).removesuffix("\n\n:::") for each in (BARS, TREND))
TABLE = Table((), ((Cell(text("c")), Cell(text("9"))),))
AFTER = "|  |  |\n|---|---|\n| c | 9 |\n\nSau."


@pytest.mark.parametrize(
    ("markdown", "body", "annex"),
    [
        (f"{TREND_OPEN}\n\nMột.\n\n{AFTER}", (TREND, Paragraph(text("Một.")), TABLE, Paragraph(text("Sau."))), None),
        (f"{BARS_OPEN}\n\n{TREND_OPEN}\n\n:::\n\nSau.", (BARS, TREND, Paragraph(text("Sau."))), None),
        (
            f"::: phụ lục Hình\n{BARS_OPEN}\n\nGhi chú.\n:::\nSau.",
            (Paragraph(text("Sau.")),),
            (BARS, Paragraph(text("Ghi chú."))),
        ),
        (
            f"{BARS_OPEN}\n\nMột.\n::: phụ lục Hình\nHai.\n:::",
            (BARS, Paragraph(text("Một."))),
            (Paragraph(text("Hai.")),),
        ),
    ],
    ids=["last of the text", "before another", "last of an annex", "before an annex"],
)
def test_drawing_that_lost_its_end_takes_nothing_from_what_follows(
    markdown: str, body: tuple[Block, ...], annex: tuple[Block, ...] | None
) -> None:
    parts = parts_of(markdown)

    assert (parts.body, [each.body for each in parts.annexes]) == (body, [annex] if annex else [])


def test_sentence_beside_the_table_of_a_drawing_stands_beside_the_drawing() -> None:
    began = drawing_as_markdown(BARS).removesuffix(":::").replace("theo đơn vị", "theo đơn vị\n\nTrước.", 1)
    typed = f"{began}{AFTER}\n\n:::"

    assert blocks_of(typed) == (Paragraph(text("Trước.")), BARS, TABLE, Paragraph(text("Sau.")))


LINES = ["::: phụ lục P", "::: hình cột H", ":::", "a", "", "|  |  |", "|---|---|", "| b | 1 |", "| đ | 2 |", "# a"]


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_no_letter_is_lost_around_drawings(lines: list[str]) -> None:
    parts = parts_of("\n".join(lines))

    kept = "".join(map(said_in, (*parts.body, *(block for annex in parts.annexes for block in annex.body))))

    assert sorted(letter for line in lines for letter in line if letter in "abđ") == sorted(
        letter for letter in kept if letter in "abđ"
    )


@pytest.mark.parametrize(
    ("shape", "heading", "names"),
    [
        ("cột", "| Xã A | 12 |", ["Xã A", "Xã B"]),
        ("ô", "| Xã A | xong: Đạt |", ["Xã A", "Xã B"]),
        ("cột", "| Đơn vị | 2024 |", ["Xã B"]),
        ("ô", "| Đơn vị | 5 |", ["Xã B"]),
    ],
)
def test_heading_with_a_figure_is_a_row(shape: str, heading: str, names: list[str]) -> None:
    (made,) = blocks_of(f"::: hình {shape} Tên\n{heading}\n|---|---|\n| Xã B | 3 |\n:::")

    assert isinstance(made, Drawing)
    assert [row.name for row in made.rows] == names


@pytest.mark.parametrize("body", ["", "không có bảng", "| một cột |\n|---|\n| a |"])
def test_what_is_no_drawing_stays_text(body: str) -> None:
    found = blocks_of(f"::: hình cột Tên\n\n{body}\n\n:::")

    assert Drawing not in map(type, found)
    assert "".join(map(said_in, found)).startswith("::: hình cột Tên")


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), min_size=1, max_size=3), st.text(min_size=1))
def test_whatever_units_are_called_the_drawing_comes_back(rows: list[tuple[str, str]], caption: str) -> None:
    known = tuple(Datum(clean(name) or "x", clean(value)) for name, value in rows)
    drawing = Drawing(Shape.BARS, clean(caption), known)

    assert blocks_of(drawing_as_markdown(drawing)) == (drawing,)
