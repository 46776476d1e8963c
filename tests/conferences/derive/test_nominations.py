"""A nomination for each nominator that the plan names."""

from datetime import date

from tests.conferences.derive.making import ALLIES, deadline, matter, places
from tongket.conferences.derive.nominations import nominations
from tongket.conferences.rules import DutyKind
from tongket.plans.facts import Nominator, Task

ASKED = Nominator("III.3/1", ALLIES, 1, "mỗi tổ chức giới thiệu 01 mô hình")


def test_nomination_is_owed_by_every_unit_of_a_collective_name() -> None:
    (first, second) = nominations(matter(nominators=(ASKED,)))

    assert (first.kind, first.unit, first.clause, first.text) == (
        DutyKind.NOMINATION,
        "women",
        "III.3/1",
        "mỗi tổ chức giới thiệu 01 mô hình",
    )
    assert (second.unit, second.because) == ("farmers", ())


def test_task_that_asks_for_models_again_stands_behind_it() -> None:
    again = Task("IV.2/1", "Hội Nông dân thành phố", "Lựa chọn, giới thiệu mô hình tiêu biểu")

    assert places(nominations(matter(nominators=(ASKED,), tasks=[again]))) == [
        ("women", "III.3/1", ()),
        ("farmers", "III.3/1", ("IV.2/1",)),
    ]


def test_nominator_named_twice_owes_one_nomination() -> None:
    second = Nominator("III.3/2", "Hội Nông dân thành phố", 2, "giới thiệu 02 cá nhân")

    assert places(nominations(matter(nominators=(ASKED, second)))) == [
        ("women", "III.3/1", ()),
        ("farmers", "III.3/1", ("III.3/2",)),
    ]


def test_host_named_as_nominator_owes_it_too() -> None:
    own = Nominator("III.3/1", "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố", None, "giới thiệu gương")

    assert [draft.unit for draft in nominations(matter(nominators=(own,)))] == ["host"]


def test_nomination_is_due_when_award_files_are() -> None:
    due = deadline("hồ sơ khen thưởng", date(2024, 10, 15))

    assert [draft.due_on for draft in nominations(matter(nominators=(ASKED,), deadlines=[due]))] == [
        date(2024, 10, 15),
        date(2024, 10, 15),
    ]
