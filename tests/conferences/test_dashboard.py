"""The dashboard: what it shows, and that it asks the database as often for many units as for one."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.actions.contacts import note_contact
from tongket.conferences.queries.dashboard import dashboard_of
from tongket.conferences.rules import Channel, DutyKind, DutyState

TODAY = NOW.date()
QUERIES = 8


@pytest.mark.parametrize("number", [1, 3, 50])
def test_dashboard_asks_as_often_for_many_units_as_for_one(
    db: None, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    conference = make_conference()
    for _ in range(number):
        make_duty(conference=conference, unit=make_unit(), due_on=date(2024, 10, 18))

    with django_assert_num_queries(QUERIES):
        board = dashboard_of(conference, today=TODAY, query={})

    assert len(board.matrix.page.object_list) == number


def test_days_left_and_track(office: Office) -> None:
    board = dashboard_of(office.conference, today=TODAY, query={})

    assert board.days_left == 9
    assert [(day.on.isoformat(), day.label, day.look) for day in board.milestones] == [
        ("2024-10-11", "Ban hành kế hoạch", "past"),
        ("2024-10-25", "Hạn tham luận", "now"),
        ("2024-10-30", "Hội nghị", "goal"),
    ]


def test_late_unit_is_called_first_with_how_often_it_was_reminded(office: Office) -> None:
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REVIEW, due_on=date(2024, 10, 19))
    note_contact(
        conference=office.conference,
        unit=office.unit_a,
        channel=Channel.PHONE,
        note="",
        is_reminder=True,
        by=office.clerk,
        now=NOW,
    )

    first = dashboard_of(office.conference, today=TODAY, query={}).todos[0]

    assert (first.title, first.reason, first.shown.words) == (
        "Gọi Tam Thăng",
        "Còn thiếu báo cáo. Đã nhắc 1 lần.",
        "Trễ 2 ngày",
    )


def test_lines_by_clause_count_who_when_and_how_far(office: Office) -> None:
    make_duty(conference=office.conference, unit=make_unit(place="Tam Ngọc"), state=DutyState.ACCEPTED)

    lines = dashboard_of(office.conference, today=TODAY, query={}).lines

    assert [(line.clause, line.label, line.who, line.done, line.total, line.shown.words) for line in lines] == [
        ("I/1", "Tham luận", "3 xã", 1, 3, "Đang nhận")
    ]


def test_excused_duty_counts_no_more(office: Office) -> None:
    office.duty_b.state = DutyState.EXCUSED
    office.duty_b.save()

    line = dashboard_of(office.conference, today=TODAY, query={}).lines[0]

    assert (line.who, line.total) == ("Tam Thăng", 1)


@pytest.mark.parametrize(
    ("shown", "names"),
    [("all", ["Tam Phú", "Tam Thăng"]), ("late", ["Tam Thăng"]), ("waiting", ["Tam Phú"]), ("complete", [])],
)
def test_matrix_filters_units(office: Office, shown: str, names: list[str]) -> None:
    office.duty_a.due_on = date(2024, 10, 18)
    office.duty_a.save()
    office.duty_b.state, office.duty_b.handed_in_at = DutyState.HANDED_IN, NOW
    office.duty_b.save()

    matrix = dashboard_of(office.conference, today=TODAY, query={"show": shown}).matrix

    assert [line.name for line in matrix.page.object_list] == names


def test_matrix_is_searched_without_accents(office: Office) -> None:
    matrix = dashboard_of(office.conference, today=TODAY, query={"unit": "thang"}).matrix

    assert [line.name for line in matrix.page.object_list] == ["Tam Thăng"]


def test_sums_run_over_all_units_while_a_page_holds_fifty(db: None) -> None:
    conference = make_conference()
    for _ in range(60):
        make_duty(conference=conference, unit=make_unit(), state=DutyState.ACCEPTED)

    matrix = dashboard_of(conference, today=TODAY, query={"page": "2"}).matrix

    assert (len(matrix.page.object_list), matrix.columns[0].done, matrix.columns[0].total) == (10, 60, 60)


def test_dashboard_page_says_what_the_values_say(office: Office, as_user: Callable[[User], Client]) -> None:
    page = as_user(office.clerk).get(f"/conferences/{office.conference.pk}/").content.decode()

    assert "<b>9</b>" in page
    assert page.count('<span class="st st-none"><span class="i i-none" aria-hidden="true"></span>Chưa gửi</span>') == 4


def test_task_given_to_many_units_is_one_line_and_the_hosts_own_tasks_stand_alone(office: Office) -> None:
    for unit in (office.unit_a, office.unit_b):
        make_duty(conference=office.conference, unit=unit, kind=DutyKind.TASK, clause="I/2")
    make_duty(conference=office.conference, unit=office.conference.host, kind=DutyKind.TASK, clause="I/3")

    lines = dashboard_of(office.conference, today=TODAY, query={}).lines

    assert [(line.clause, line.who, line.total) for line in lines if line.kind == "task"] == [
        ("I/3", "Ủy ban MTTQ Việt Nam", 1),
        ("I/2", "2 xã", 2),
    ]
