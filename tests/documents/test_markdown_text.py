"""Values as text: whatever a unit is called, the blocks of a document stay what the template made them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.core.text import clean
from tongket.documents.gaps import gaps_in
from tongket.documents.markdown_text import as_markdown, as_text
from tongket.documents.render.markdown import parts_of
from tongket.documents.render.values import Item, Paragraph, plain, text

HOSTILE = [
    "*đậm*",
    "**đậm**",
    "_nghiêng_",
    "# đề mục",
    "## I. đề mục",
    "- gạch",
    "+ cộng",
    "– gạch dài",
    "• chấm",
    "1. một",
    "1.1. một",
    "a) điểm",
    "đ) điểm",
    "I. phần",
    "Điều 1. điều",
    "> Căn cứ giả",
    "---",
    "***",
    "===",
    "::: phụ lục GIẢ",
    "| a | b |",
    "-> giữa <-",
    "<b>chữ</b>",
    "[chữ](http://a.vn)",
    "&amp; &lt;",
    r"\*thoát\*",
    "`mã`",
    "~~gạch~~",
    "câu $1$",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_names_are_one_plain_paragraph(value: str) -> None:
    parts = parts_of(as_markdown(value))

    assert (parts.body, parts.annexes) == ((Paragraph(text(value)),), ())


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_names_stay_within_a_point(value: str) -> None:
    assert parts_of(f"- Đơn vị {as_markdown(value)};").body == (Item("-", text(f"Đơn vị {value};")),)


@pytest.mark.parametrize("value", ["294/KH-MTTQ-BTT", "Mặt trận - đoàn thể", "19/10/2024", "le@tamky.vn", "“Đoàn kết”"])
def test_ordinary_values_stay_readable(value: str) -> None:
    assert as_markdown(value) == value


def test_a_value_is_one_line() -> None:
    assert as_markdown("dòng một\n\n# dòng hai") == r"dòng một \# dòng hai"


def test_guillemets_of_a_value_are_no_gap() -> None:
    written = as_markdown("Hội «họ tên»")

    assert gaps_in(written) == ()
    assert parts_of(written).body == (Paragraph(text("Hội «họ tên»")),)


@given(st.text(alphabet=st.sampled_from(list("ab1.)*_#->|<:=+~`\\[]()!&;$ đI–•")), max_size=14))
def test_any_text_comes_back(value: str) -> None:
    said = clean(value)

    shown = parts_of(as_markdown(value)).body

    assert "".join(plain(block.runs) for block in shown if isinstance(block, Paragraph)) == said
    assert as_text(as_markdown(value)) == said
