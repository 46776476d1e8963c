"""Bars by unit: exact drawing of a small case, marks, missing units, values below zero."""

from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

from tongket.core.charts import Bar, bars, shortened, stand_alone
from tongket.core.charts.svg import width_of

SVG = "{http://www.w3.org/2000/svg}"
SMALL = (Path(__file__).parent / "small_bars.svg").read_text(encoding="utf-8").strip()


def drawn(*units: Bar, width: int = 312) -> str:
    return bars(units, title="Mô hình theo đơn vị", missing="chưa có", width=width)


def rects(svg: str) -> list[dict[str, str]]:
    root = ET.fromstring(stand_alone(svg))
    return [each.attrib for each in root.iter(f"{SVG}rect") if each.get("class")]


def test_small_drawing_is_exactly_this() -> None:
    assert drawn(Bar("An Phú", Decimal(1565), is_marked=True), Bar("An Sơn", None), width=200) == SMALL


def test_bars_are_as_long_as_their_values() -> None:
    found = rects(drawn(Bar("a", Decimal(8)), Bar("b", Decimal(4)), Bar("c", Decimal(0))))

    longest, half, none = (float(each["width"]) for each in found)
    assert (round(half / longest, 2), none) == (0.5, 0)


def test_values_below_zero_go_to_the_left() -> None:
    more, less = rects(drawn(Bar("a", Decimal(5)), Bar("b", Decimal(-5))))

    assert float(less["x"]) + float(less["width"]) == float(more["x"])


def test_long_names_stand_whole_within_the_drawing() -> None:
    names = ["Đoàn TNCS Hồ Chí Minh thành phố", "Ban Thường trực Ủy ban MTTQ Việt Nam phường Trường Xuân", "xã Tam Phú"]

    root = ET.fromstring(stand_alone(drawn(*(Bar(name, Decimal(1)) for name in names), width=344)))

    said = [each for each in root.iter(f"{SVG}text") if each.get("class") == "nm"]
    rows = [[row.text or "" for row in each.iter(f"{SVG}tspan")] or [each.text or ""] for each in said]
    assert [" ".join(each) for each in rows] == names
    ends = [float((each.find(f"{SVG}tspan") if len(each) else each).attrib["x"]) for each in said]  # type: ignore[union-attr]
    assert [row for each, end in zip(rows, ends, strict=True) for row in each if width_of(row) > end] == []


def test_bar_of_a_long_name_stands_in_its_middle_and_the_next_below() -> None:
    long, short = rects(drawn(Bar("Trung tâm Văn hóa – Thể thao", Decimal(1)), Bar("a", Decimal(1))))

    assert (long["y"], short["y"]) == ("14.5", "45")


def test_unit_may_have_words_of_its_own_behind_the_bar() -> None:
    svg = drawn(Bar("a", Decimal("3960.5"), label="3.960,5 triệu"), Bar("b", None, label="ghi “gần 10”"))

    assert ">3.960,5 triệu</text>" in svg
    assert ">ghi “gần 10”</text>" in svg


def test_no_units_make_an_empty_drawing() -> None:
    assert rects(drawn()) == []


def counted(number: int) -> str:
    return f"{number} đơn vị"


def others(number: int) -> str:
    return f"{number} đơn vị khác"


def test_few_units_are_all_drawn() -> None:
    units = [Bar("a", Decimal(2)), Bar("b", None, "chưa có số")]

    assert shortened(units, others=others, lacking=counted, most=2) == units


def test_of_many_units_the_others_are_one_from_least_to_most() -> None:
    units = [Bar(f"xã {value}", Decimal(value)) for value in range(9, 0, -1)]

    first, second, rest = shortened(units, others=others, lacking=counted, most=3)

    assert [first, second] == units[:2]
    assert rest == Bar("7 đơn vị khác", Decimal(7), least=Decimal(1))
    assert rest.said == "1 – 7"


def test_units_without_a_figure_are_one_for_each_reason_and_one_alone_keeps_its_name() -> None:
    units = [Bar("a", Decimal(2)), Bar("b", Decimal(1)), Bar("c", None, "chưa có số")]
    units += [Bar("d", None, "chưa có báo cáo"), Bar("e", None, "chưa có báo cáo")]

    assert shortened(units, others=others, lacking=counted, most=4) == [
        *units[:3],
        Bar("2 đơn vị", None, "chưa có báo cáo"),
    ]


def test_bar_of_several_begins_at_their_least_and_says_one_number_where_all_give_the_same() -> None:
    alone, several = rects(drawn(Bar("a", Decimal(8)), Bar("khác", Decimal(6), least=Decimal(2))))

    assert several["class"] == "bar rest"
    assert round(float(several["width"]) / float(alone["width"]), 2) == 0.5
    assert float(several["x"]) > float(alone["x"])
    assert Bar("khác", Decimal(2), least=Decimal(2)).said == "2"
