"""Elements of a drawing, and the drawing as a file of its own."""

from xml.etree import ElementTree as ET

import pytest

from tongket.core.charts.svg import (
    FACES,
    drawing,
    element,
    lines,
    number,
    size_of,
    stand_alone,
    text,
    width_of,
    wrapped,
)


@pytest.mark.parametrize(
    ("value", "said"), [(12.0, "12"), (12.34, "12.3"), (0.04, "0"), (-0.04, "0"), (-3.25, "-3.2"), (0.5, "0.5")]
)
def test_length_has_one_decimal_at_most(value: float, said: str) -> None:
    assert number(value) == said


def test_element_leaves_empty_attributes_out_and_escapes() -> None:
    assert element("rect", class_="bar", fill="", x=1.0) == '<rect class="bar" x="1"/>'
    assert element("text", "a", text_anchor='"&') == '<text text-anchor="&quot;&amp;">a</text>'


def test_words_are_escaped() -> None:
    assert text("a & <b>…", x=1, y=2, class_="nm") == '<text class="nm" x="1" y="2">a &amp; &lt;b&gt;…</text>'


@pytest.mark.parametrize(
    ("words", "most", "rows"),
    [
        ("Hội Nông dân", 200, ["Hội Nông dân"]),
        ("Đoàn TNCS Hồ Chí Minh thành phố", 165, ["Đoàn TNCS Hồ Chí", "Minh thành phố"]),
        ("phường Trường Xuân", 98, ["phường", "Trường Xuân"]),
        ("Hội Nông dân thành phố", 150, ["Hội Nông dân", "thành phố"]),
        ("Mặttrậntổquốc", 20, ["Mặttrậntổquốc"]),
        ("", 20, [""]),
    ],
)
def test_long_words_go_on_in_the_next_line(words: str, most: float, rows: list[str]) -> None:
    assert wrapped(words, most) == rows


def test_marks_over_letters_take_no_room() -> None:
    assert width_of("Phường Hòa Hương") == width_of("Phuong Hoa Huong")


def test_words_over_lines_are_told_whole() -> None:
    said = lines(["Hội Liên hiệp", "phụ nữ"], x=9, y=10, class_="nm")

    assert said == (
        '<text class="nm"><title>Hội Liên hiệp phụ nữ</title>'
        '<tspan x="9" y="10">Hội Liên hiệp</tspan><tspan x="9" y="27">phụ nữ</tspan></text>'
    )


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


def test_drawing_that_stands_alone_may_name_its_type_face() -> None:
    drawn = drawing("a", title="Mô hình", description="", width=10, height=5, parts=[])

    assert 'font: 400 14px "Tinos"; fill' in stand_alone(drawn, face="Tinos")
    assert f"font: 400 14px {FACES}; fill" in stand_alone(drawn)


def test_size_is_that_of_the_drawing_itself() -> None:
    assert size_of(drawing("a", title="", description="", width=10.5, height=5, parts=[])) == (10.5, 5.0)
