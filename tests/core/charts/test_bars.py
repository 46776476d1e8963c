"""Bars by unit: exact drawing of a small case, marks, missing units, values below zero."""

from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

from tongket.core.charts import Bar, bars, stand_alone

SMALL = (Path(__file__).parent / "small_bars.svg").read_text(encoding="utf-8").strip()


def drawn(*units: Bar, width: int = 312) -> str:
    return bars(units, title="Mô hình theo đơn vị", missing="chưa có", width=width)


def rects(svg: str) -> list[dict[str, str]]:
    root = ET.fromstring(stand_alone(svg))
    return [each.attrib for each in root.iter("{http://www.w3.org/2000/svg}rect") if each.get("class")]


def test_small_drawing_is_exactly_this() -> None:
    assert drawn(Bar("An Phú", Decimal(1565), is_marked=True), Bar("An Sơn", None), width=200) == SMALL


def test_bars_are_as_long_as_their_values() -> None:
    found = rects(drawn(Bar("a", Decimal(8)), Bar("b", Decimal(4)), Bar("c", Decimal(0))))

    longest, half, none = (float(each["width"]) for each in found)
    assert (round(half / longest, 2), none) == (0.5, 0)


def test_values_below_zero_go_to_the_left() -> None:
    more, less = rects(drawn(Bar("a", Decimal(5)), Bar("b", Decimal(-5))))

    assert float(less["x"]) + float(less["width"]) == float(more["x"])


def test_long_name_is_cut_and_told_in_whole() -> None:
    svg = drawn(Bar("Trung tâm Văn hóa – Thể thao và Truyền thanh", Decimal(1)))

    assert "<title>Trung tâm Văn hóa – Thể thao và Truyền thanh</title>Trung tâm Văn hóa" in svg


def test_unit_may_have_words_of_its_own_behind_the_bar() -> None:
    svg = drawn(Bar("a", Decimal("3960.5"), label="3.960,5 triệu"), Bar("b", None, label="ghi “gần 10”"))

    assert ">3.960,5 triệu</text>" in svg
    assert ">ghi “gần 10”</text>" in svg


def test_no_units_make_an_empty_drawing() -> None:
    assert rects(drawn()) == []
