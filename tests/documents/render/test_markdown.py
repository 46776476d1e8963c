import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.shapes import said_in
from tongket.documents.render.markdown import annexes_of, blocks_of, parts_of
from tongket.documents.render.values import (
    Align,
    Annex,
    Basis,
    Block,
    Cell,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    Run,
    Table,
    text,
)


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        ("Một dòng", Paragraph(text("Một dòng"))),
        ("Hai\ndòng", Paragraph(text("Hai dòng"))),
        ("Hai  \ndòng", Paragraph(text("Hai\ndòng"))),
        (
            "a **b** *c* ***d***",
            Paragraph(
                (
                    Run("a "),
                    Run("b", bold=True),
                    Run(" "),
                    Run("c", italic=True),
                    Run(" "),
                    Run("d", bold=True, italic=True),
                )
            ),
        ),
        ("-> giữa <-", Paragraph(text("giữa"), Align.CENTER, is_indented=False)),
        ("-> phải ->", Paragraph(text("phải"), Align.RIGHT, is_indented=False)),
        ("\\- không phải mục", Paragraph(text("- không phải mục"))),
        ("1\\. không phải mục", Paragraph(text("1. không phải mục"))),
        ("2024. Năm", Paragraph(text("2024. Năm"))),
        ("[a](b) `c` <b>d</b> ![e](f)", Paragraph(text("[a](b) `c` <b>d</b> ![e](f)"))),
        ("    bốn dấu cách", Paragraph(text("bốn dấu cách"))),
        ("___", Paragraph(text("___"))),
        ("a_b_c@d", Paragraph(text("a_b_c@d"))),
        ("# I. MỤC ĐÍCH", Heading(text("I. MỤC ĐÍCH"), 1)),
        ("## 1. Yêu cầu", Heading(text("1. Yêu cầu"), 2)),
        ("### a) Việc", Heading(text("a) Việc"), 3)),
        ("##### sâu", Heading(text("sâu"), 3)),
        ("# QUYẾT ĐỊNH:", Heading(text("QUYẾT ĐỊNH:"), 0)),
        ("# Phần I", Heading(text("Phần I"), 0)),
        ("# -> Nội dung <-", Heading(text("Nội dung"), 0)),
        ("---", PageBreak()),
        ("> Căn cứ Luật;", Basis(text("Căn cứ Luật;"))),
        ("- điểm", Item("-", text("điểm"))),
        ("* điểm", Item("-", text("điểm"))),
        ("+ điểm", Item("+", text("điểm"), 1)),
        ("a\n  - con", Paragraph(text("a"))),
        ("5. Năm", Item("5.", text("Năm"))),
        ("1.2.3. Sâu", Item("1.2.3.", text("Sâu"))),
        ("7) Bảy", Item("7)", text("Bảy"))),
        ("đ) điểm đ", Item("đ)", text("điểm đ"))),
        ("XIV. Mười bốn", Item("XIV.", text("Mười bốn"))),
        ("Điều 12a. Tặng", Item("Điều 12a.", text("Tặng"))),
    ],
)
def test_markdown_gives_block(markdown: str, block: Block) -> None:
    assert blocks_of(markdown)[0] == block


def test_numbers_stay_as_written() -> None:
    marks = [
        block.mark
        for block in blocks_of("2. hai\n3. ba\n\n7. bảy\n7. lại bảy\na) a\nc) c\n")
        if isinstance(block, Item)
    ]

    assert marks == ["2.", "3.", "7.", "7.", "a)", "c)"]


def test_item_goes_on_until_the_next_mark() -> None:
    assert blocks_of("Mở đầu:\n- một\nhai\n  - ba\n") == (
        Paragraph(text("Mở đầu:")),
        Item("-", text("một hai")),
        Item("-", text("ba"), 1),
    )


def test_each_line_of_a_quotation_is_a_ground() -> None:
    assert blocks_of("> Căn cứ *A*\n> Xét B\n\nxong") == (
        Basis((Run("Căn cứ "), Run("A", italic=True))),
        Basis(text("Xét B")),
        Paragraph(text("xong")),
    )


def test_table_keeps_how_its_columns_stand() -> None:
    assert blocks_of("| STT | Tên |\n|:-:|--:|\n| 1 | **An** |\n| 2 |") == (
        Table(
            (Cell(text("STT"), Align.CENTER), Cell(text("Tên"), Align.RIGHT)),
            (
                (Cell(text("1"), Align.CENTER), Cell(text("An", bold=True), Align.RIGHT)),
                (Cell(text("2"), Align.CENTER), Cell((), Align.RIGHT)),
            ),
        ),
    )


def test_bold_words_alone_in_a_row_run_across() -> None:
    (table,) = blocks_of("| STT | Tên | Nhóm |\n|:-:|---|---|\n| **Khách** | | |\n| **1** | An | |\n| 2 | | |")

    assert isinstance(table, Table)
    assert [[(cell.runs, cell.across) for cell in row] for row in table.rows] == [
        [(text("Khách", bold=True), 3)],
        [(text("1", bold=True), 1), (text("An"), 1), ((), 1)],
        [(text("2"), 1), ((), 1), ((), 1)],
    ]


def test_blank_heading_row_is_none() -> None:
    assert blocks_of("| | |\n|---|---|\n| a | b |") == (Table((), ((Cell(text("a")), Cell(text("b"))),)),)


def test_annexes_leave_the_text() -> None:
    parts = parts_of("trước\n::: phụ lục ngang Biểu số liệu\n(Kèm theo Kế hoạch số 5)\n\n- dòng\n:::\nsau\n")

    assert parts.body == (Paragraph(text("trước sau")),)
    assert parts.annexes == (
        Annex("Biểu số liệu", (Item("-", text("dòng")),), reference="(Kèm theo Kế hoạch số 5)", is_landscape=True),
    )


def test_several_annexes_are_numbered_and_an_open_one_ends_with_the_text() -> None:
    made = annexes_of("::: phụ lục A\n:::\n::: Phụ lục B\n:::\n" + "::: phụ lục C\n" * 2 + "hết")

    assert [(each.label, each.title) for each in made] == [
        ("Phụ lục I", "A"),
        ("Phụ lục II", "B"),
        ("Phụ lục III", "C"),
        ("Phụ lục IV", "C"),
    ]
    assert made[-1].body == (Paragraph(text("hết")),)


def test_end_without_annex_is_text() -> None:
    assert blocks_of(":::") == (Paragraph(text(":::")),)


def test_text_becomes_nfc() -> None:
    assert blocks_of(unicodedata.normalize("NFD", "Điều 1. Tặng thưởng\r\n")) == (Item("Điều 1.", text("Tặng thưởng")),)


@given(st.text(alphabet=st.sampled_from("ab 1.)-+#>|*:\\\n_đ"), max_size=80))
def test_no_letter_is_lost(markdown: str) -> None:
    parts = parts_of(markdown)

    kept = "".join(said_in(block) for block in parts.body) + "".join(annex.title for annex in parts.annexes)

    assert [letter for letter in markdown if letter in "abđ"] == [letter for letter in kept if letter in "abđ"]
