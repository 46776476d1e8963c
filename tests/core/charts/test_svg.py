"""Elements of a drawing, and the drawing as a file of its own."""

from xml.etree import ElementTree as ET

import pytest

from tongket.core.charts.svg import drawing, element, number, shortened, stand_alone, text


@pytest.mark.parametrize(
    ("value", "said"), [(12.0, "12"), (12.34, "12.3"), (0.04, "0"), (-0.04, "0"), (-3.25, "-3.2"), (0.5, "0.5")]
)
def test_length_has_one_decimal_at_most(value: float, said: str) -> None:
    assert number(value) == said


def test_element_leaves_empty_attributes_out_and_escapes() -> None:
    assert element("rect", class_="bar", fill="", x=1.0) == '<rect class="bar" x="1"/>'
    assert element("text", "a", text_anchor='"&') == '<text text-anchor="&quot;&amp;">a</text>'


def test_words_are_escaped_and_carry_the_whole() -> None:
    said = text("a & <b>…", x=1, y=2, class_="nm", whole="a & <b> c")

    assert said == '<text class="nm" x="1" y="2"><title>a &amp; &lt;b&gt; c</title>a &amp; &lt;b&gt;…</text>'


@pytest.mark.parametrize(
    ("words", "most", "kept"),
    [
        ("Hội Nông dân", 12, "Hội Nông dân"),
        ("Hội Liên hiệp Phụ nữ", 14, "Hội Liên…"),
        ("Trung tâm – Thể thao", 13, "Trung tâm…"),
        ("Mặttrậntổquốc", 6, "Mặttr…"),
    ],
)
def test_long_words_are_cut_between_words(words: str, most: int, kept: str) -> None:
    assert shortened(words, most) == kept


def test_drawing_is_named_for_those_who_hear_it() -> None:
    svg = drawing("a", title="Mô hình & vốn", description="57 mô hình", width=10, height=5, parts=["<g/>"])

    assert svg == (
        '<svg class="chart" viewBox="0 0 10 5" role="img" aria-labelledby="a-t a-d">'
        '<title id="a-t">Mô hình &amp; vốn</title><desc id="a-d">57 mô hình</desc>\n<g/></svg>'
    )


def test_drawing_that_stands_alone_is_a_file_with_its_style() -> None:
    svg = stand_alone(drawing("a", title="Mô hình", description="", width=10, height=5, parts=[]), width=200)

    root = ET.fromstring(svg)
    assert (root.attrib["width"], root.attrib["height"]) == ("200", "100")
    assert [child.tag.rpartition("}")[2] for child in root] == ["style", "rect", "title"]
