"""A line over periods: broken where a period is missing or does not compare."""

from decimal import Decimal
from xml.etree import ElementTree as ET

from tongket.core.charts import Point, stand_alone, trend

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*points: Point) -> ET.Element:
    return ET.fromstring(stand_alone(trend(points, title="Mô hình", missing="chưa có", width=400)))


def lines(root: ET.Element) -> list[int]:
    return [len(each.attrib["points"].split()) for each in root.iter(f"{SVG}polyline")]


def point(label: str, value: int | None, *, is_partial: bool = False, cut: str = "") -> Point:
    return Point(label, None if value is None else Decimal(value), is_partial=is_partial, cut=cut)


def test_periods_are_joined_from_left_to_right() -> None:
    root = drawn(point("2022", 5), point("2023", 10), point("2024", 0))

    assert lines(root) == [3]
    dots = [(float(each.attrib["cx"]), float(each.attrib["cy"])) for each in root.iter(f"{SVG}circle")]
    assert dots == [(116, 92), (220, 26), (324, 158)]


def test_missing_period_breaks_the_line_and_is_hatched() -> None:
    root = drawn(point("2021", 5), point("2022", 6), point("2023", None), point("2024", 7), point("2025", 8))

    assert lines(root) == [2, 2]
    assert [each.get("class") for each in root.iter(f"{SVG}rect") if each.get("class")] == ["miss"]
    assert "chưa có" in {each.text for each in root.iter(f"{SVG}text")}


def test_period_that_does_not_compare_breaks_the_line_and_says_why() -> None:
    root = drawn(point("2022", 5), point("2023", 6), point("2024", 7, cut="sau sáp nhập"), point("2025", 9))

    assert lines(root) == [2, 2]
    assert [each.text for each in root.iter(f"{SVG}text") if each.get("class") == "why"] == ["sau sáp nhập"]


def test_period_in_which_units_are_missing_has_a_hollow_dot() -> None:
    root = drawn(point("2023", 5), point("2024", 6, is_partial=True))

    assert [each.get("class") for each in root.iter(f"{SVG}circle")] == ["dot", "dot part"]


def test_one_period_is_a_dot_without_a_line() -> None:
    assert lines(drawn(point("2024", 5))) == []
