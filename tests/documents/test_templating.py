"""Templates in their sandbox: every missing value named, wrong ones told with line and name, nothing runs away."""

from typing import Any

import pytest

from tongket.documents.templating import (
    MOST_LETTERS,
    Filled,
    TemplateFault,
    check,
    fill,
    fill_line,
    missing_in,
    names_of,
)

LABELS = {
    "ngay_hop": "ngày họp",
    "don_vi": "đơn vị",
    "ds": "danh sách",
    "ds.ten": "tên (danh sách)",
    "ho_ten": "họ tên",
    "so": "số",
}


def filled(template: str, **values: Any) -> Filled:
    return fill(template, values, labels=LABELS)


def fault_of(template: str) -> tuple[str, int, str]:
    with pytest.raises(TemplateFault) as raised:
        check(template, LABELS)
    return raised.value.code, raised.value.line, raised.value.name


def test_values_are_written_as_text() -> None:
    assert filled("Gửi {{ don_vi }}.", don_vi="*Hội* #1") == Filled(r"Gửi \*Hội\* \#1.")


@pytest.mark.parametrize("value", [None, "", []])
def test_every_missing_value_is_marked_and_named_once(value: object) -> None:
    found = filled("{{ ngay_hop|ngay }}, {{ don_vi }}, {{ ngay_hop }}", ngay_hop=value)

    assert found == Filled("[thiếu: ngày họp], [thiếu: đơn vị], [thiếu: ngày họp]", ("ngay_hop", "don_vi"))
    assert missing_in(found.text) == ("ngày họp", "đơn vị")


def test_a_test_asks_without_missing() -> None:
    assert filled("{% if don_vi %}có{% else %}không{% endif %}") == Filled("không")


def test_a_missing_list_shows_one_line_of_what_is_missing() -> None:
    assert filled("{% for d in ds %}| {{ d.ten }} |\n{% endfor %}") == Filled(
        "| [thiếu: tên (danh sách)] |\n", ("ds", "ds.ten")
    )


def test_a_field_missing_in_a_row_is_named() -> None:
    rows = [{"ten": "Hội"}, {"ten": ""}]

    assert filled("{% for d in ds %}{{ loop.index }}. {{ d.ten }}\n{% endfor %}", ds=rows) == Filled(
        "1. Hội\n2. [thiếu: tên (danh sách)]\n", ("ds.ten",)
    )


def test_hostile_marks_of_missing_values_are_text() -> None:
    found = filled("{{ don_vi }}", don_vi="[thiếu: x]")

    assert (found.missing, missing_in(found.text)) == ((), ())


def test_gaps_are_left_open() -> None:
    found = fill("Mời {{ ho_ten }}", {"ho_ten": "Ai đó"}, labels=LABELS, gaps=("ho_ten",))

    assert found == Filled("Mời «họ tên»")


def test_a_line_is_plain_text() -> None:
    assert fill_line("mời {{ don_vi }}\n", {"don_vi": "*Hội* - [a]"}, labels=LABELS) == Filled("mời *Hội* - [a]")


def test_lists_are_written_point_by_point() -> None:
    values = {"ds": ["một.", "*hai*"]}

    assert filled("{{ ds|gach_dau_dong }}", **values).text == "- một;\n- \\*hai\\*."
    assert filled("{{ ds|danh_so }}", **values).text == "1. một;\n2. \\*hai\\*."
    assert filled("{{ ds|noi }}; {{ ds|dem }}; {{ ds[0] }}", **values).text == r"một. và \*hai\*; 2; một."


def test_ways_of_writing_follow_the_rules() -> None:
    found = filled("{{ ngay_hop|ngay }} {{ so|so_chu }} {{ don_vi|hoa }}", ngay_hop="2025-01-05", so=2, don_vi="hội")

    assert found.text == "ngày 05 tháng 01 năm 2025 02 (hai) HỘI"


def test_what_cannot_be_written_so_stays_as_typed() -> None:
    assert filled("{{ ngay_hop|ngay }}", ngay_hop="cuối tháng 10").text == "cuối tháng 10"


def test_another_value_may_stand_in() -> None:
    assert filled("{{ don_vi|hoac(ngay_hop) }} {{ don_vi|hoac('ai') }}", ngay_hop="x").text == "x ai"
    assert filled("{{ don_vi|hoac(ngay_hop) }}").missing == ("ngay_hop",)


def test_names_are_told_with_their_lines() -> None:
    template = "{{ don_vi }}\n{% for d in ds %}{{ d.ten }} {{ ngay_hop|ngay }}{% endfor %}\n{{ don_vi }}"

    assert names_of(template) == {"don_vi": 1, "ds": 2, "ngay_hop": 2}


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("một\n{{ don_vj }}", ("unknown_value", 2, "don_vj")),
        ("\n\n{{ don_vi|hoaa }}", ("unknown_filter", 3, "hoaa")),
        ("{{ don_vi", ("broken", 1, "unexpected end of template, expected 'end of print statement'.")),
        ("{% for d in ds %}", ("broken", 1, fault_of.__doc__ or "")),
        ("{{ don_vi() }}", ("not_allowed", 1, "( )")),
        ("{{ don_vi * 3 }}", ("not_allowed", 1, "Mul")),
        ("{{ don_vi ~ so }}", ("not_allowed", 1, "~")),
        ("{% set x = 1 %}", ("not_allowed", 1, "set")),
        ("{% include 'a' %}", ("not_allowed", 1, "include")),
        ("{% macro m() %}{% endmacro %}", ("not_allowed", 1, "macro")),
        ("{% for d in ds if d %}{% endfor %}", ("not_allowed", 1, "for … if")),
        (
            "{% for a in ds %}{% for b in ds %}{% for c in ds %}{% endfor %}{% endfor %}{% endfor %}",
            ("nested", 1, "2"),
        ),
        ("x" * 60_001, ("too_long", 1, "")),
    ],
)
def test_error_names_line_and_place(template: str, fault: tuple[str, int, str]) -> None:
    code, line, name = fault_of(template)

    assert (code, line) == fault[:2]
    assert name == fault[2] or not fault[2]


def test_error_proposes_the_nearest_name() -> None:
    with pytest.raises(TemplateFault, match="^Dòng 1: không có giá trị tên “ngay_hopp”.$") as raised:
        check("{{ ngay_hopp }}", LABELS)

    assert raised.value.like == "ngay_hop"


@pytest.mark.parametrize(
    "template", ["{{ don_vi.__class__ }}", "{{ don_vi['format'] }}", "{{ ds.append }}", "{{ ds.run }}"]
)
def test_error_for_parts_that_values_have_not(template: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        filled(template, don_vi="x", ds=["a"])

    assert raised.value.code == "no_field"


def test_error_for_a_row_printed_whole() -> None:
    with pytest.raises(TemplateFault) as raised:
        filled("{% for d in ds %}{{ d }}{% endfor %}", ds=[{"ten": "a"}])

    assert (raised.value.code, raised.value.name) == ("no_field", "ds")


def test_error_for_loops_that_do_not_end_soon() -> None:
    with pytest.raises(TemplateFault) as raised:
        filled("{% for a in ds %}{% for b in ds %}{% endfor %}{% endfor %}", ds=["a"] * 1000)

    assert raised.value.code == "too_long"


def test_error_for_text_without_bounds() -> None:
    with pytest.raises(TemplateFault) as raised:
        filled("{% for a in ds %}" + "x" * 1000 + "{% endfor %}", ds=["a"] * (MOST_LETTERS // 1000 + 1))

    assert raised.value.code == "too_long"
