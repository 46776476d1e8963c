"""Reminders: whom to remind, and the words, which know the day of a returned duty."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW, make_duty
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.actions.contacts import note_contact, open_unit_page
from tongket.conferences.models import Duty
from tongket.conferences.queries.reminders import quoted, reminder_text, units_to_remind
from tongket.conferences.rules import Channel, DutyState

TODAY = NOW.date()


def returned(office: Office) -> Duty:
    """Unit A's duty, given back with a due time of its own."""
    duty = make_duty(conference=office.conference, unit=office.unit_a, due_on=None, state=DutyState.RETURNED)
    Duty.objects.filter(pk=duty.pk).update(return_due_at=NOW + timedelta(days=1, hours=7))
    office.duty_a.delete()
    return duty


def test_returned_duty_is_reminded_of_by_its_own_due_time(office: Office) -> None:
    returned(office)

    waiting = units_to_remind(office.conference, kind="", today=TODAY)
    text = reminder_text(office.conference, waiting[1], link="…", today=TODAY)

    assert [each.unit for each in waiting] == [office.unit_b, office.unit_a]
    assert text.splitlines()[3] == (
        "- Tham luận, bản sửa hết thứ Ba, 22/10 (còn 1 ngày). Mục I/1: “Các xã chuẩn bị tham luận”"
    )


def test_several_reminders_share_what_they_quote(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    waiting = units_to_remind(office.conference, kind="", today=TODAY)

    with django_assert_num_queries(2):
        shared = quoted(office.conference, waiting)
        texts = [reminder_text(office.conference, each, link="…", today=TODAY, shared=shared) for each in waiting]

    assert texts == [reminder_text(office.conference, each, link="…", today=TODAY) for each in waiting]


def test_reminder_that_went_by_itself_was_made_by_nobody(office: Office) -> None:
    target = f"/conferences/{office.conference.pk}/units/{office.unit_b.pk}/"
    token = open_unit_page(conference=office.conference, unit=office.unit_b, target=target, by=None, now=NOW)
    contact, event = note_contact(
        conference=office.conference,
        unit=office.unit_b,
        channel=Channel.EMAIL,
        note="",
        is_reminder=True,
        by=None,
        now=NOW,
    )

    assert (bool(token), contact.made_by, event.actor) == (True, None, "system")


def test_contact_page_says_what_went_by_itself(office: Office, as_user: Callable[[User], Client]) -> None:
    values = {"channel": Channel.EMAIL, "note": "Thư nhắc", "is_reminder": True, "by": None, "now": NOW}
    note_contact(conference=office.conference, unit=office.unit_b, **values)  # type: ignore[arg-type]

    page = as_user(office.clerk).get(reverse("conferences:contact", args=[office.conference.pk, office.unit_b.pk]))

    assert "<span>Tự gửi: Thư nhắc</span>" in page.content.decode()
