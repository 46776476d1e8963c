"""A paper for each unit and topic that the plan assigns."""

from datetime import date

from tests.conferences.derive.making import deadline, matter, places
from tongket.conferences.derive.papers import papers
from tongket.conferences.rules import DueSource, DutyKind
from tongket.plans.facts import Paper, Task

THE_PAPER = Paper("III.2/1", "Hội Nông dân thành phố", "Nông dân thi đua sản xuất")


def test_paper_is_owed_by_its_unit_with_its_topic_and_day() -> None:
    (draft,) = papers(matter(papers=(THE_PAPER,), deadlines=[deadline("bài tham luận", date(2024, 10, 19))]))

    assert (draft.kind, draft.unit, draft.unit_name, draft.clause) == (
        DutyKind.PAPER,
        "farmers",
        "Hội Nông dân thành phố",
        "III.2/1",
    )
    assert (draft.text, draft.due_on, draft.due_source) == (
        "Nông dân thi đua sản xuất",
        date(2024, 10, 19),
        DueSource.PLAN,
    )


def test_paper_told_again_in_a_task_is_one_duty_with_both_places() -> None:
    again = Task("IV.2/1", "Các tổ chức chính trị - xã hội thành phố", "Chuẩn bị bài Tham luận gửi về Mặt trận")

    drafts = papers(matter(papers=(THE_PAPER,), tasks=[again]))

    assert places(drafts) == [("farmers", "III.2/1", ("IV.2/1",))]


def test_task_that_names_no_paper_stands_behind_none() -> None:
    other = Task("IV.2/1", "Hội Nông dân thành phố", "Tuyên truyền trong hội viên")

    assert places(papers(matter(papers=(THE_PAPER,), tasks=[other]))) == [("farmers", "III.2/1", ())]


def test_unit_with_two_topics_owes_two_papers() -> None:
    second = Paper("III.2/2", "Hội Nông dân thành phố", None)

    drafts = list(papers(matter(papers=(THE_PAPER, second))))

    assert [(draft.clause, draft.text) for draft in drafts] == [
        ("III.2/1", "Nông dân thi đua sản xuất"),
        ("III.2/2", ""),
    ]


def test_paper_of_two_units_is_owed_by_each() -> None:
    both = Paper("III.2/1", "Hội Nông dân thành phố và Hội Liên hiệp phụ nữ thành phố", "Bảo vệ môi trường")

    assert [draft.unit for draft in papers(matter(papers=(both,)))] == ["farmers", "women"]


def test_paper_of_an_unknown_unit_keeps_the_name_as_printed() -> None:
    unknown = Paper("III.2/1", "Hội Khuyến học tỉnh", None)

    (draft,) = papers(matter(papers=(unknown,)))

    assert (draft.unit, draft.unit_name, draft.due_on, draft.due_source) == (
        None,
        "Hội Khuyến học tỉnh",
        None,
        DueSource.NONE,
    )


def test_paper_of_the_host_itself_is_owed_too() -> None:
    own = Paper("III.2/1", "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố", None)

    assert [draft.unit for draft in papers(matter(papers=(own,)))] == ["host"]
