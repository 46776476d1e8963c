"""What every kind is derived from: tasks with their owners, and one duty for one fact."""

from datetime import date

from tests.conferences.derive.making import ALLIES, HOST, deadline, matter, owner, places
from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.matter import Assigned, one_each
from tongket.conferences.rules import DueSource, DutyKind
from tongket.plans.facts import Task

TOLD = Task("IV.2/1", ALLIES, "Gửi Báo Cáo")
OWN = Task("IV.1/1", HOST.name, "Gửi báo cáo")


def draft(unit: str | None, clause: str | None, *because: str, name: str = "") -> DutyDraft:
    """A duty at a place."""
    return DutyDraft(DutyKind.REVIEW, clause, because, unit, name)


def test_assigned_row_is_for_its_owners() -> None:
    row = Assigned(TOLD, (owner("women"),))

    assert (row.is_for(owner("women")), row.is_for(owner("farmers"))) == (True, False)


def test_tasks_of_others_leave_the_host_out() -> None:
    assert list(matter(tasks=[OWN, TOLD]).others_tasks()) == [(TOLD, owner("women")), (TOLD, owner("farmers"))]


def test_others_are_those_a_name_means_without_the_host() -> None:
    known = matter()

    assert known.others(f"{HOST.name}; Phòng Kinh tế", "II") == (owner("economy"),)
    assert known.others(None, "II") == ()


def test_repeats_are_the_places_of_an_owner_whose_words_say_it_again_each_once() -> None:
    rows = [TOLD, TOLD, Task("IV.2/2", "Hội Nông dân thành phố", "Tuyên truyền"), Task(None, ALLIES, "báo cáo"), OWN]

    assert matter(tasks=rows).repeats(owner("farmers"), lambda text: "báo cáo" in text) == ("IV.2/1",)


def test_draft_names_no_place_twice_and_takes_its_day() -> None:
    known = matter(deadlines=[deadline("báo cáo", date(2024, 10, 15))])

    made = known.draft(DutyKind.REVIEW, owner("women"), "IV.2/1", ["III.1", "IV.2/1", "III.1"], "Báo cáo")

    assert made == DutyDraft(
        kind=DutyKind.REVIEW,
        clause="IV.2/1",
        because=("III.1",),
        unit="women",
        unit_name=owner("women").name,
        due_on=date(2024, 10, 15),
        due_source=DueSource.PLAN,
        text="Báo cáo",
    )


def test_one_each_joins_what_a_unit_owes_twice() -> None:
    drafts = [
        draft("a", "I", "II"),
        draft("b", "I"),
        draft("a", "III"),
        draft("a", "II"),
        draft("a", "I"),
        draft("a", None),
    ]

    assert places(one_each(iter(drafts))) == [("a", "I", ("II", "III")), ("b", "I", ())]


def test_one_each_keeps_unknown_names_apart() -> None:
    drafts = [draft(None, "I", name="Hội A"), draft(None, "II", name="Hội B"), draft(None, "III", name="Hội A")]

    assert places(one_each(iter(drafts))) == [(None, "I", ("III",)), (None, "II", ())]
