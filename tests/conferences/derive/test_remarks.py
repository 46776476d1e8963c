"""Remarks of each unit told to prepare to speak without a paper."""

from tests.conferences.derive.making import FRONTS, HOST, clause, matter, places
from tongket.conferences.derive.remarks import remarks
from tongket.conferences.rules import DutyKind
from tongket.plans.facts import Paper, Task

TOLD = Task("IV.3/2", FRONTS, "Chuẩn bị nội dung để phát biểu tại hội nghị")
PAPER = Paper("III.2/1", "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Thăng", "Dân vận khéo")


def test_remarks_are_owed_by_units_that_are_told() -> None:
    found = remarks(matter(tasks=[TOLD]))

    assert {draft.kind for draft in found} == {DutyKind.REMARKS}
    assert places(found) == [("ward", "IV.3/2", ()), ("phu", "IV.3/2", ()), ("thang", "IV.3/2", ())]


def test_unit_with_a_paper_owes_no_remarks() -> None:
    assert [draft.unit for draft in remarks(matter(papers=(PAPER,), tasks=[TOLD]))] == ["ward", "phu"]


def test_item_beside_the_papers_left_to_speakers_stands_behind_them() -> None:
    clauses = [
        clause("III.2", "", heading="Tham luận"),
        clause("III.2/1", "Dân vận khéo"),
        clause("III.2/2", "Các ý kiến phát biểu trực tiếp tại hội nghị"),
        clause("III.3/1", "Ý kiến phát biểu tại hội nghị của lãnh đạo"),
    ]

    found = remarks(matter(clauses=clauses, papers=(PAPER,), tasks=[TOLD]))

    assert [draft.because for draft in found] == [("III.2/2",), ("III.2/2",)]


def test_host_and_other_tasks_give_no_remarks() -> None:
    rows = [
        Task("IV.1/1", HOST.name, "Chuẩn bị nội dung phát biểu khai mạc"),
        Task("IV.2/1", "Phòng Kinh tế", "Chuẩn bị hội trường"),
    ]

    assert remarks(matter(tasks=rows)) == []
