"""Characters and ruled lines of a page, with their places and looks, as the file draws them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest

from tests.reading.making import pdf_page, shown
from tongket.reading.pdf.glyphs import Glyph, Rule, glyphs_of, rules_of

SAMPLE = Path("tests/samples/reading/phu-nu-an-lang.pdf")


@contextmanager
def page_of(data: bytes, number: int = 0) -> Iterator[pypdfium2.PdfPage]:
    with pypdfium2.PdfDocument(data) as document:
        yield document[number]


def glyphs(content: str, font: str = "Times-Roman") -> list[Glyph]:
    with page_of(pdf_page(content, font=font)) as page:
        return list(glyphs_of(page))


def rules(content: str) -> list[Rule]:
    with page_of(pdf_page(content)) as page:
        return rules_of(page)


def test_glyphs_come_in_the_order_of_the_file_with_their_places() -> None:
    found = glyphs(shown("ab", 90, 700) + shown("c", 40, 720))

    assert [(glyph.text, round(glyph.left), glyph.baseline) for glyph in found] == [
        ("a", 90, 700.0),
        ("b", 95, 700.0),
        ("c", 40, 720.0),
    ]
    assert all(glyph.left < glyph.right for glyph in found)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (shown("x", 90, 700, size=13), 13.0),
        ("BT /F1 1 Tf 14 0 0 14 90 700 Tm (x) Tj ET", 14.0),
        ("2 0 0 2 0 0 cm BT /F1 7 Tf 45 350 Td (x) Tj ET", 14.0),
    ],
)
def test_size_is_that_of_the_letters_on_the_page(content: str, size: float) -> None:
    assert [round(glyph.size, 3) for glyph in glyphs(content)] == [size]


@pytest.mark.parametrize(
    ("font", "bold", "italic"),
    [
        ("Times-Roman", False, False),
        ("Times-Bold", True, False),
        ("Times-Italic", False, True),
        ("Times-BoldItalic", True, True),
        ("Helvetica-Oblique", False, True),
        ("ABCDEF+TimesNewRoman,Bold", True, False),
        ("ABCDEF+TimesNewRoman-BD", True, False),
        ("Arial-Black", True, False),
    ],
)
def test_looks_are_told_by_the_name_of_the_font(font: str, *, bold: bool, italic: bool) -> None:
    assert [(glyph.bold, glyph.italic) for glyph in glyphs(shown("x", 90, 700), font)] == [(bold, italic)]


def test_letters_with_a_thick_outline_are_bold() -> None:
    assert [glyph.bold for glyph in glyphs("BT 2 Tr /F1 12 Tf 90 700 Td (x) Tj ET")] == [True]


@pytest.mark.parametrize(
    ("content", "width"),
    [
        (shown("x", 90, 700), 1.0),
        ("BT /F1 12 Tf 80 Tz 90 700 Td (x) Tj ET", 0.8),
        ("BT /F1 12 Tf 0.85 0 0 1 90 700 Tm (x) Tj ET", 0.85),
        ("BT /F1 1 Tf 14 0 0 14 90 700 Tm (x) Tj ET", 1.0),
        ("BT 3 Tr /F1 12 Tf 80 Tz 90 700 Td (x) Tj ET", 1.0),
    ],
    ids=["plain", "scaled", "by matrix", "size in the matrix", "what a scanner laid under its picture"],
)
def test_squeezed_letters_are_known(content: str, width: float) -> None:
    assert [round(glyph.width, 3) for glyph in glyphs(content)] == [width]


@pytest.mark.parametrize(
    ("content", "hidden"),
    [
        (shown("x", 90, 700), False),
        ("1 1 1 rg " + shown("x", 90, 700), True),
        ("0.99 g " + shown("x", 90, 700), True),
        ("0.8 g " + shown("x", 90, 700), False),
        ("0 0 0.5 rg 80 690 100 30 re f 1 g " + shown("x", 90, 700), False),
        ("0 0 0.5 rg 80 300 100 30 re f 1 g " + shown("x", 90, 700), True),
        ("1 g 80 690 100 30 re f " + shown("x", 90, 700), True),
        ("0 0 0.5 rg 80 690 100 30 re n 1 g " + shown("x", 90, 700), True),
        ("1 g BT 3 Tr /F1 12 Tf 90 700 Td (x) Tj ET", False),
        (shown("x", 90, 700, size=1), True),
    ],
)
def test_white_letters_on_white_and_specks_are_hidden(content: str, *, hidden: bool) -> None:
    assert [glyph.hidden for glyph in glyphs(content)] == [hidden]


@pytest.mark.parametrize("matrix", ["0.7 0.7 -0.7 0.7", "0 1 -1 0", "-1 0 0 -1"])
def test_turned_letters_are_left_out(matrix: str) -> None:
    turned = f"BT /F1 12 Tf {matrix} 200 400 Tm (DU THAO) Tj ET\n"

    assert [glyph.text for glyph in glyphs(turned + shown("x", 90, 700))] == ["x"]


def test_page_without_words_has_neither_letters_nor_rules() -> None:
    assert (glyphs(""), rules("")) == ([], [])


RULED = [
    ("100 700 m 300 700 l S", True, False),
    ("100 600 m 100 700 l S", True, True),
    ("100 700 200 0.5 re f", True, False),
    ("100 600 0.5 100 re f", True, True),
    ("100 700 200 2 re f", True, False),
    ("100 700 200 20 re f", False, False),
    ("100 700 m 105 700 l S", False, False),
    ("100 600 m 300 700 l S", False, False),
]


@pytest.mark.parametrize(("content", "ruled", "upright"), RULED)
def test_thin_lines_and_bars_are_rules(content: str, *, ruled: bool, upright: bool) -> None:
    assert [rule.is_upright for rule in rules(content)] == ([upright] if ruled else [])


def test_rule_knows_its_edges() -> None:
    (rule,) = rules("100 700 200 1 re f")

    assert (rule.left, rule.bottom, rule.right, rule.top) == (100.0, 700.0, 300.0, 701.0)


def test_letters_of_a_printed_page_are_composed_vietnamese() -> None:
    with page_of(SAMPLE.read_bytes()) as page:
        text = "".join(glyph.text for glyph in glyphs_of(page))

    assert text[:36] == "1HỘI LHPN TỈNH BÌNH SƠNBAN THƯỜNG VỤ"
