"""What two plans say, fact by fact."""

from typing import Any

import pytest

from tongket.conferences.correction import How, compare_facts

PAPER = {"clause": "III.2/1", "unit": "Hội Nông dân thành phố", "topic": "Kinh nghiệm vận động nông dân làm giàu"}
DEADLINE: dict[str, Any] = {
    "clause": "IV.2",
    "what": "tham luận",
    "on": "2024-10-20",
    "at": None,
    "to": None,
    "units": [],
}


def shown(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    return [(change.key, change.how.value, change.old_clause, change.new_clause) for change in compare_facts(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ({}, {}, []),
        ({"title": "Tổng kết"}, {"title": "Tổng kết"}, [("title", "same", "", "")]),
        ({"number": None}, {"number": "305/KH"}, [("number", "added", "", "")]),
        ({"issued_on": "2024-10-11"}, {"issued_on": "2024-10-15"}, [("issued_on", "changed", "", "")]),
        ({"papers": [PAPER]}, {"papers": [PAPER | {"clause": "III.3/2"}]}, [("papers", "moved", "III.2/1", "III.3/2")]),
        (
            {"papers": [PAPER]},
            {"papers": [PAPER | {"unit": "Hội Cựu chiến binh thành phố"}]},
            [("papers", "changed", "III.2/1", "III.2/1")],
        ),
        ({"recipients": ["UBND thành phố"]}, {"recipients": []}, [("recipients", "withdrawn", "", "")]),
    ],
    ids=["nothing", "same", "filled in", "changed", "moved", "another unit", "gone"],
)
def test_fact_is_added_gone_changed_moved_or_the_same(old: Any, new: Any, changes: Any) -> None:
    assert shown(old, new) == changes


def test_changed_fact_tells_its_fields_before_and_after_as_people_type_them() -> None:
    (change,) = compare_facts(
        {"deadlines": [DEADLINE]}, {"deadlines": [DEADLINE | {"on": "2024-10-22", "clause": "V"}]}
    )

    assert change.how is How.CHANGED
    assert [(field.label, field.old, field.new) for field in change.fields] == [
        ("Ngày như kế hoạch ghi", "20/10/2024", "22/10/2024")
    ]


def test_row_inserted_before_others_is_the_only_new_one() -> None:
    other = {"clause": "III.2/2", "unit": "Thành Đoàn", "topic": "Chuyển đổi số trong thanh niên"}
    new = [other | {"clause": "III.2/1"}, PAPER | {"clause": "III.2/2"}]

    assert shown({"papers": [PAPER]}, {"papers": new}) == [
        ("papers", "added", "", "III.2/1"),
        ("papers", "moved", "III.2/1", "III.2/2"),
    ]


def test_facts_that_did_not_change_have_no_fields() -> None:
    (change,) = compare_facts({"papers": [PAPER]}, {"papers": [PAPER | {"clause": "V"}]})

    assert change.fields == ()
