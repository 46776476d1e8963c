"""All duties of a plan at once, and the shape in which they leave."""

from dataclasses import replace
from datetime import date

from tests.conferences.derive.making import ALLIES, BY_KEY, DIRECTORY, HOST, UNITS, clause
from tongket.conferences.derive import OpenedName, as_json, derive_duties
from tongket.plans.facts import Deadline, Facts, Paper, Participant, Task
from tongket.units.directory import Directory

ON = date(2024, 10, 11)
FARMERS = "Hội Nông dân thành phố"
CLAUSES = (clause("IV.2", "gửi tham luận trước ngày 20/10/2024"),)
FACTS = Facts(
    issuer=HOST.name,
    participants=(Participant("II.1/2", ALLIES, None),),
    papers=(Paper("III.2/1", FARMERS, "Thi đua sản xuất"),),
    deadlines=(Deadline("IV.2", date(2024, 10, 20), None, "tham luận", None, ()),),
    tasks=(
        Task("IV.2/1", ALLIES, "Chuẩn bị tham luận"),
        Task("IV.2/2", "Phòng Kinh tế", "Phối hợp với UBND thành phố bố trí hội trường"),
        Task("IV.2/3", "Hội Khuyến học tỉnh", "Tuyên truyền"),
    ),
)


def test_duties_are_listed_as_the_contract_has_them() -> None:
    rows = as_json(derive_duties(FACTS, CLAUSES, DIRECTORY, on=ON))

    assert [(row["clause"], row["kind"], row["unit"], row["because"], row["due_on"]) for row in rows] == [
        ("II.1/2", "delegates", "Hội Liên hiệp phụ nữ thành phố", [], None),
        ("II.1/2", "delegates", FARMERS, [], None),
        ("III.2/1", "paper", FARMERS, ["IV.2/1"], "2024-10-19"),
        ("IV.2/1", "task", "Hội Liên hiệp phụ nữ thành phố", [], None),
        ("IV.2/2", "task", "Phòng Kinh tế", [], None),
        ("IV.2/3", "task", "Hội Khuyến học tỉnh", [], None),
    ]
    assert rows[4] == {
        "kind": "task",
        "clause": "IV.2/2",
        "because": [],
        "unit": "Phòng Kinh tế",
        "coordinating": ["UBND thành phố"],
        "due_on": None,
        "due_source": "none",
    }


def test_host_is_found_from_the_issuer() -> None:
    assert derive_duties(FACTS, CLAUSES, DIRECTORY, on=ON).host == HOST


def test_host_that_is_given_goes_before_the_issuer() -> None:
    assert derive_duties(FACTS, CLAUSES, DIRECTORY, host=BY_KEY["phu"], on=ON).host == BY_KEY["phu"]


def test_plan_without_an_issuer_has_no_host() -> None:
    assert derive_duties(Facts(), (), DIRECTORY, on=ON).host is None


def test_names_to_settle_and_names_that_were_opened_are_told() -> None:
    derivation = derive_duties(FACTS, CLAUSES, DIRECTORY, on=ON)

    assert [(each.name, each.clause) for each in derivation.open_names] == [("Hội Khuyến học tỉnh", "IV.2/3")]
    assert derivation.opened_names == (OpenedName(ALLIES, "IV.2/1", (BY_KEY["women"], BY_KEY["farmers"])),)


def test_choice_of_a_person_gives_the_duty_to_that_unit() -> None:
    derivation = derive_duties(FACTS, CLAUSES, DIRECTORY, on=ON, chosen={"Hội Khuyến học tỉnh": ("women",)})

    assert [draft.unit for draft in derivation.duties if draft.clause == "IV.2/3"] == ["women"]
    assert derivation.open_names == ()


def test_units_that_are_gone_by_that_day_owe_nothing() -> None:
    gone = replace(BY_KEY["women"], valid_until=date(2024, 10, 10))
    directory = Directory(gone if unit.key == "women" else unit for unit in UNITS)

    duties = derive_duties(FACTS, CLAUSES, directory, on=ON).duties

    assert {draft.unit for draft in duties} == {"farmers", "economy", None}


def test_empty_plan_gives_no_duty() -> None:
    assert as_json(derive_duties(Facts(), (), DIRECTORY, on=ON)) == []
