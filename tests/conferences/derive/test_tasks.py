"""Everything else that the plan assigns: one duty for each row and unit."""

from datetime import date

from tests.conferences.derive.making import ALLIES, HOST, deadline, matter, owner, places
from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.tasks import tasks
from tongket.conferences.rules import DueSource, DutyKind
from tongket.plans.facts import Task

HALL = Task("IV.2/2", "Phòng Kinh tế", "Phối hợp với UBND thành phố chuẩn bị hội trường; trang trí; âm thanh.")


def test_task_is_one_duty_with_its_parts_and_partners() -> None:
    (draft,) = tasks(matter(tasks=[HALL]), [])

    assert (draft.kind, draft.unit, draft.clause, draft.text) == (DutyKind.TASK, "economy", "IV.2/2", HALL.text)
    assert draft.checklist == ("Phối hợp với UBND thành phố chuẩn bị hội trường", "trang trí", "âm thanh")
    assert draft.coordinating == ("UBND thành phố",)


def test_task_of_the_host_lists_nobody_beside_it() -> None:
    own = Task("IV.1/1", HOST.name, "Phối hợp với UBND thành phố chuẩn bị nội dung")

    assert [draft.coordinating for draft in tasks(matter(tasks=[own]), [])] == [()]


def test_task_of_a_collective_is_owed_by_each_unit() -> None:
    told = Task("IV.2/1", ALLIES, "Tuyên truyền trong hội viên")

    assert places(tasks(matter(tasks=[told]), [])) == [("women", "IV.2/1", ()), ("farmers", "IV.2/1", ())]


def test_row_that_another_duty_of_the_unit_stands_on_is_no_task() -> None:
    told = Task("IV.2/1", ALLIES, "Chuẩn bị tham luận")
    papers = [
        DutyDraft(DutyKind.PAPER, "III.2/1", ("IV.2/1",), "farmers", owner("farmers").name),
        DutyDraft(DutyKind.PAPER, "IV.2/2", (), "women", owner("women").name),
    ]

    assert places(tasks(matter(tasks=[told]), papers)) == [("women", "IV.2/1", ())]


def test_row_without_a_place_is_always_a_task() -> None:
    told = Task(None, "Phòng Kinh tế", "Chuẩn bị hội trường")
    other = DutyDraft(DutyKind.NOTICE, None, (), "economy", owner("economy").name)

    assert places(tasks(matter(tasks=[told]), [other])) == [("economy", None, ())]


def test_task_takes_the_day_of_its_own_clause_only() -> None:
    days = [
        deadline("trang trí hội trường", date(2024, 10, 28), at="IV.2/2"),
        deadline("hội trường", date(2024, 10, 1)),
    ]

    (draft,) = tasks(matter(tasks=[HALL], deadlines=days), [])

    assert (draft.due_on, draft.due_source) == (date(2024, 10, 28), DueSource.PLAN)
