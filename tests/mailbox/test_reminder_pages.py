"""The pages of reminders: what they show, what a press does, who may come in."""

from collections.abc import Callable
from datetime import UTC, datetime, time

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tests.factories.reminders import make_ladder, make_reader
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Conference, Duty
from tongket.core import clock
from tongket.core.models import Event, Holiday
from tongket.mailbox.actions.reminders import climb_conference
from tongket.mailbox.ladder import OfficeHours, Rungs
from tongket.mailbox.models import Ladder, Message
from tongket.mailbox.queries.ladder_page import kind_parts
from tongket.mailbox.queries.ladders import hours_of, terms_of
from tongket.mailbox.queries.nudges import situation_of
from tongket.mailbox.queries.reminder_page import reminder_page
from tongket.units.models import Role

Browser = Callable[[User], Client]
PAGE_QUERIES = 12
LADDER = {
    "paper-is_on": "on",
    "paper-before": "3 và 1",
    "paper-after": "2",
    "paper-leader_after": "4",
    "paper-goes_by_itself": "1",
    "hours-opens_at": "8h",
    "hours-until_at": "16:00",
}


def page_of(conference: Conference) -> str:
    """The address of the page."""
    return reverse("mailbox:reminders", args=[conference.pk])


def ladder_of(conference: Conference) -> str:
    """The address of the ladder."""
    return reverse("mailbox:ladder", args=[conference.pk])


@pytest.mark.parametrize("address", [page_of, ladder_of])
@pytest.mark.parametrize("method", ["get", "post"])
def test_people_of_the_office_only(
    office: Office, as_user: Browser, address: Callable[[Conference], str], method: str
) -> None:
    people = {
        office.clerk: 200 if method == "get" else 302,
        office.leader: 200 if method == "get" else 302,
        office.host_member: 403,
        office.member_a: 403,
        office.member_b: 403,
        office.guest: 404,
    }
    data = {"unit": [office.unit_a.pk], **LADDER} if method == "post" else {}

    found = {user: getattr(as_user(user), method)(address(office.conference), data).status_code for user in people}

    assert found == people


def test_page_lists_who_owes_what_and_what_comes(office: Office, as_user: Browser) -> None:
    page = as_user(office.clerk).get(page_of(office.conference)).context["page"]

    assert [(each.waiting.unit, each.waiting.what, each.has_draft, each.has_address) for each in page.owing] == [
        (office.unit_b, "tham luận", False, False),
        (office.unit_a, "tham luận", False, False),
    ]
    assert [(each.unit, each.to_leader) for each in page.due] == [(office.unit_b, False), (office.unit_a, False)]
    assert [(day.on.isoformat(), day.number, len(day.leaders)) for day in page.to_come] == [
        ("2024-10-23", 2, 0),
        ("2024-10-28", 2, 0),
    ]
    assert page.opens_at is None


def test_page_says_when_the_office_opens(office: Office, as_user: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "moved_to", lambda: datetime(2024, 10, 18, 12, 0, tzinfo=UTC))

    answer = as_user(office.clerk).get(page_of(office.conference))

    assert "thư nhắc chỉ rời cơ quan từ 21/10, 7:30." in answer.content.decode()
    assert answer.context["page"].due == ()


def test_chosen_units_get_a_reminder_in_the_outbox(office: Office, as_user: Browser) -> None:
    answer = as_user(office.clerk).post(
        page_of(office.conference), {"do": "chosen", "unit": [office.unit_a.pk, "x"]}, follow=True
    )

    assert list(Message.objects.values_list("unit", "made_by")) == [(office.unit_a.pk, office.clerk.pk)]
    assert "Đã đưa 1 lời nhắc vào thư đi." in answer.content.decode()
    assert [each.has_draft for each in answer.context["page"].owing] == [False, True]


def test_press_without_a_choice_says_what_to_do(office: Office, as_user: Browser) -> None:
    answer = as_user(office.clerk).post(page_of(office.conference), {"do": "chosen"}, follow=True)

    assert "Chưa có lời nhắc nào: đánh dấu đơn vị còn thiếu rồi bấm lại." in answer.content.decode()
    assert Message.objects.count() == 0


def test_reminders_of_today_need_not_wait_for_the_hour(office: Office, as_user: Browser) -> None:
    answer = as_user(office.clerk).post(page_of(office.conference), {"do": "climb"}, follow=True)

    assert "Đã đưa 2 lời nhắc vào thư đi." in answer.content.decode()
    assert (answer.context["page"].due, len(answer.context["page"].made)) == ((), 2)


def test_reminders_of_one_conference_are_not_seen_in_another(office: Office, as_user: Browser) -> None:
    other = make_conference(host=make_unit())
    clerk = make_user(unit=other.host, role=Role.CLERK)
    climb_conference(conference=office.conference, by=None, now=NOW)

    assert as_user(clerk).get(page_of(office.conference)).status_code == 404
    assert as_user(clerk).get(page_of(other)).context["page"].made == ()


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_as_often_for_many_units_as_for_one(
    db: None, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    conference = make_conference()
    for _ in range(number):
        make_reader(unit=make_duty(conference=conference, unit=make_unit()).unit, email="a@vidu.vn")  # type: ignore[arg-type]
    climb_conference(conference=conference, by=None, now=NOW)

    with django_assert_num_queries(PAGE_QUERIES):
        page = reminder_page(conference, now=NOW)

    assert (len(page.owing), len(page.made)) == (number, number)


def test_ladder_shows_the_days_it_gives(office: Office, as_user: Browser) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(due_on="2024-10-18")
    Conference.objects.update(held_on="2024-10-31")
    answer = as_user(office.clerk).get(ladder_of(office.conference))

    (line,) = answer.context["lines"]
    assert [(each.last.day, each.units, each.days, each.leader.day) for each in line["given"]] == [
        (18, 1, "11/10, 16/10, 21/10", 23),
        (25, 1, "18/10, 23/10, 28/10", 30),
    ]
    assert "Hạn hết thứ Sáu, 18/10, 1 đơn vị: nhắc <b>11/10, 16/10, 21/10</b>; báo lãnh đạo <b>23/10</b>" in (
        " ".join(answer.content.decode().split())
    )


def test_no_day_is_given_from_the_conference_on(office: Office) -> None:
    (part,) = kind_parts(office.conference)
    terms = terms_of(office.conference)

    assert [(each.days, each.leader) for each in part.given(terms.rungs("paper"), terms.calendar)] == [
        ("18/10, 23/10, 28/10", None)
    ]


def test_preview_keeps_nothing(office: Office, as_user: Browser) -> None:
    answer = as_user(office.clerk).post(ladder_of(office.conference), {**LADDER, "do": "preview"})

    (line,) = answer.context["lines"]
    assert [each.days for each in line["given"]] == ["22/10, 24/10, 29/10"]
    assert (answer.status_code, answer.context["is_preview"], Ladder.objects.count()) == (200, True, 0)


def test_saved_ladder_and_hours_are_those_of_the_conference(office: Office, as_user: Browser) -> None:
    client = as_user(office.clerk)

    client.post(ladder_of(office.conference), {**LADDER, "do": "save"})
    client.post(ladder_of(office.conference), {**LADDER, "do": "save"})

    assert terms_of(office.conference).own == {"paper": Rungs((-3, -1, 2), 4, goes_by_itself=True)}
    assert hours_of(office.conference.host) == OfficeHours(time(8), time(16))
    assert sorted(Event.objects.values_list("verb", flat=True)) == ["set_ladders", "set_office_hours"]


def test_ladder_is_turned_off(office: Office, as_user: Browser) -> None:
    off = {name: value for name, value in LADDER.items() if name != "paper-is_on"}

    as_user(office.clerk).post(ladder_of(office.conference), off)

    assert Ladder.objects.get().is_on is False
    assert situation_of(office.conference, now=NOW).days_to_come() == []


@pytest.mark.parametrize(
    ("field", "typed", "fault"),
    [
        ("paper-before", "năm", "“năm” không phải số ngày. Ghi số, cách nhau dấu phẩy, ví dụ 5, 2."),
        ("paper-before", "5 hay 2", "“5 hay 2” không phải số ngày. Ghi số, cách nhau dấu phẩy, ví dụ 5, 2."),
        ("paper-before", "90", "Thấy 90 ngày, cần không quá 60."),
        ("paper-before", "1,2,3,4,5,6,7,8,9", "Thấy 9 lần nhắc, cần không quá 8."),
        ("paper-leader_after", "1", "Lãnh đạo được báo sau cùng: từ 2 trở lên."),
        ("paper-leader_after", "0", "Thấy 0, cần từ 1 trở lên."),
        ("hours-opens_at", "sáng", "“sáng” không phải giờ. Ghi giờ và phút, ví dụ 7:30."),
        ("hours-until_at", "7:00", "Giờ cuối phải sau giờ đầu."),
    ],
)
def test_error_wrong_ladder_says_what_is_wanted(
    office: Office, as_user: Browser, field: str, typed: str, fault: str
) -> None:
    answer = as_user(office.clerk).post(ladder_of(office.conference), {**LADDER, field: typed})

    assert answer.status_code == 422
    assert fault in answer.content.decode()
    assert Ladder.objects.count() == 0


def test_days_off_of_the_office_move_the_days(office: Office) -> None:
    Holiday.objects.create(held_on="2024-10-23", name="Lễ hội làng")

    assert [day.on.day for day in situation_of(office.conference, now=NOW).days_to_come()] == [22, 28]


def test_kinds_that_only_the_host_owes_have_no_ladder(office: Office) -> None:
    make_duty(conference=office.conference, unit=office.conference.host, kind="task")  # type: ignore[arg-type]

    assert [part.code for part in kind_parts(office.conference)] == ["paper"]


def test_ladder_of_a_conference_without_duties_says_so(db: None, as_user: Browser) -> None:
    conference = make_conference()
    clerk = make_user(unit=conference.host, role=Role.CLERK)
    make_ladder(conference=conference)

    answer = as_user(clerk).get(ladder_of(conference))

    assert "Kế hoạch không giao việc gì cho đơn vị khác." in answer.content.decode()
    assert "Không có ai để nhắc" in as_user(clerk).get(page_of(conference)).content.decode()
