"""Facts as a person sees and types them, and back."""

import json
from pathlib import Path
from typing import Any

import pytest

from tongket.conferences.fact_fields import (
    FIELDS,
    MANY,
    TITLES,
    FactField,
    Fault,
    Shape,
    is_plain,
    parse,
    printed,
    summary,
    typed_from,
    value_from,
)
from tongket.plans.facts import Facts, to_json

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "plans").glob("*.facts.json"))
EMPTY = "Ô này còn trống. Ghi như trong kế hoạch, hoặc bỏ cả điều này."
NO_DAY = "“{found}” không phải ngày. Ghi ngày/tháng/năm, ví dụ 30/10/2024."
NO_CLOCK = "“{found}” không phải giờ. Ghi giờ và phút, ví dụ 7:30."
NO_NUMBER = "“{found}” không phải số. Ghi bằng chữ số, ví dụ 3."
NO_AWARD = "“{found}” không phải tập thể, cá nhân hay hộ gia đình."


def test_every_fact_of_the_contract_has_fields_and_a_title() -> None:
    contract = to_json(Facts())

    assert (set(FIELDS), set(TITLES)) == (set(contract), set(contract))
    assert {key for key, value in contract.items() if value == []} == MANY


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name.split(".")[0])
def test_facts_of_a_real_plan_survive_being_shown_and_typed(sample: Path) -> None:
    facts: dict[str, Any] = json.loads(sample.read_text(encoding="utf-8"))
    rows = [(key, row) for key in facts for row in (facts[key] if key in MANY else [facts[key]]) if row is not None]

    assert [(key, value_from(key, typed_from(key, row))) for key, row in rows] == [
        (key, (row, ())) for key, row in rows
    ]


@pytest.mark.parametrize(
    ("shape", "value", "text"),
    [
        (Shape.DAY, "2024-10-05", "5/10/2024"),
        (Shape.LIST, ["Hội A", "Hội B"], "Hội A\nHội B"),
        (Shape.LIST, [], ""),
        (Shape.FLAG, True, "1"),
        (Shape.FLAG, False, ""),
        (Shape.NUMBER, 0, "0"),
        (Shape.LINE, None, ""),
        (Shape.LINE, "", ""),
        (Shape.CLOCK, "07:30", "07:30"),
    ],
)
def test_value_is_printed_as_people_type_it(shape: Shape, value: object, text: str) -> None:
    assert printed(shape, value) == text


@pytest.mark.parametrize(
    ("shape", "typed", "value"),
    [
        (Shape.LINE, "  Hội   Nông dân ", "Hội Nông dân"),
        (Shape.LINE, "   ", None),
        (Shape.DAY, "5.10.2024", "2024-10-05"),
        (Shape.CLOCK, "7:30", "07:30"),
        (Shape.CLOCK, "7h30", "07:30"),
        (Shape.CLOCK, "7g30’", "07:30"),
        (Shape.CLOCK, "7 giờ 30 phút", "07:30"),
        (Shape.CLOCK, "7 giờ", "07:00"),
        (Shape.CLOCK, "14H", "14:00"),
        (Shape.NUMBER, "03", 3),
        (Shape.FLAG, "1", True),
        (Shape.FLAG, "", False),
        (Shape.LIST, " Hội A \n\n Hội  B", ["Hội A", "Hội B"]),
        (Shape.LIST, "", []),
        (Shape.AWARD, "household", "household"),
    ],
)
def test_typed_text_is_taken_as_the_contract_holds_it(shape: Shape, typed: str, value: object) -> None:
    assert parse(FactField("x", "X", shape), typed) == (value, None)


@pytest.mark.parametrize(
    ("shape", "typed", "message"),
    [
        (Shape.DAY, "mai", NO_DAY),
        (Shape.DAY, "31/9/2024", "{found} không có trong lịch. Ghi ngày/tháng/năm, ví dụ 30/10/2024."),
        (Shape.CLOCK, "24:00", NO_CLOCK),
        (Shape.CLOCK, "7:60", NO_CLOCK),
        (Shape.CLOCK, "sáng", NO_CLOCK),
        (Shape.NUMBER, "ba", NO_NUMBER),
        (Shape.NUMBER, "-1", NO_NUMBER),
        (Shape.NUMBER, "1,5", NO_NUMBER),
        (Shape.NUMBER, "10000", "“{found}” lớn quá. Ghi một số không quá 9999."),
        (Shape.NUMBER, "9" * 40, "“{found}” lớn quá. Ghi một số không quá 9999."),
        (Shape.AWARD, "tập thể", NO_AWARD),
    ],
)
def test_error_typed_text_is_said_back_with_what_is_wanted(shape: Shape, typed: str, message: str) -> None:
    assert parse(FactField("x", "X", shape), typed) == (None, Fault("x", message, typed))


@pytest.mark.parametrize("shape", [Shape.LINE, Shape.TEXT, Shape.DAY, Shape.CLOCK, Shape.NUMBER, Shape.AWARD])
def test_error_needed_field_is_empty(shape: Shape) -> None:
    assert parse(FactField("x", "X", shape, is_needed=True), "  ") == (None, Fault("x", EMPTY, ""))


def test_error_all_faults_of_a_fact_are_told_at_once() -> None:
    typed = {"clause": "IV.2", "what": "", "on": "hôm sau", "at": "25h", "to": "", "units": "Hội A"}

    assert value_from("deadlines", typed) == (
        None,
        (Fault("what", EMPTY, ""), Fault("on", NO_DAY, "hôm sau"), Fault("at", NO_CLOCK, "25h")),
    )


def test_plain_fact_is_kept_without_a_name() -> None:
    assert (is_plain("title"), is_plain("papers")) == (True, False)
    assert value_from("issued_on", {"value": "11/10/2024"}) == ("2024-10-11", ())
    assert value_from("number", {}) == (None, ())


def test_fact_that_was_not_read_shows_empty_fields() -> None:
    assert typed_from("venue", None) == {"name": "", "address": ""}


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("title", "Tổng kết phong trào", "Tổng kết phong trào"),
        ("issued_on", "2024-10-11", "11/10/2024"),
        ("papers", {"clause": "III.2/1", "unit": "Hội A", "topic": None}, "Hội A"),
        (
            "deadlines",
            {"clause": "IV", "what": "tham luận", "on": "2024-10-20", "at": None, "to": "a@b.vn", "units": ["A", "B"]},
            "tham luận · 20/10/2024 · a@b.vn · A; B",
        ),
        (
            "time",
            {"text": "7:30", "earliest": None, "latest": None, "start": "07:30", "end": None, "tentative": True},
            "7:30 · 07:30",
        ),
        ("venue", None, ""),
    ],
)
def test_summary_is_one_line_without_the_clause(key: str, value: object, line: str) -> None:
    assert summary(key, value) == line
