"""A conference that does not take place."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.actions.cancelling import ConferenceOver, cancel_conference, take_back_cancelling
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.feeds import feed_of
from tongket.conferences.models import Conference, ConferenceState
from tongket.conferences.queries.dashboard import dashboard_of
from tongket.conferences.queries.reminders import units_to_remind
from tongket.core.models import Event

REASON = "tập trung khắc phục hậu quả bão số 6"


def cancel(office: Office) -> Event:
    return cancel_conference(conference=office.conference, reason=f"  {REASON} ", by=office.clerk, now=NOW)


def test_conference_is_called_off_with_reason_by_whom_and_when(office: Office) -> None:
    event = cancel(office)

    found = Conference.objects.get()
    assert (found.state, found.cancelled_by, found.cancelled_at) == (ConferenceState.CANCELLED, office.clerk, NOW)
    assert (found.cancel_reason, found.is_cancelled) == (REASON, True)
    assert (event.verb, event.changes) == ("cancel_conference", {"before": "preparing", "after": "cancelled"})


def test_nobody_is_reminded_any_more_and_the_calendar_says_so(office: Office) -> None:
    today = NOW.date()
    office.duty_a.due_on = today + timedelta(days=1)
    office.duty_a.save(update_fields=["due_on"])
    before = units_to_remind(office.conference, kind="", today=today)

    cancel(office)

    board = dashboard_of(office.conference, today=today, query={})
    feed = feed_of(office.conference, None, now=NOW).decode()
    assert ({each.unit for each in before}, units_to_remind(office.conference, kind="", today=today)) == (
        {office.unit_a, office.unit_b},
        [],
    )
    assert (board.todos, board.reminders) == ([], [])
    assert ("STATUS:CANCELLED" in feed, "Hạn:" in feed) == (True, False)


def test_error_called_off_twice_or_after_its_day(office: Office) -> None:
    Conference.objects.update(held_on=NOW.date() - timedelta(days=1))
    with pytest.raises(ConferenceOver):
        cancel(office)
    Conference.objects.update(held_on=NOW.date())
    cancel(office)

    with pytest.raises(ConferenceOver):
        cancel(office)

    assert Event.objects.filter(verb="cancel_conference").count() == 1


def test_calling_off_is_taken_back_once(office: Office) -> None:
    event = cancel(office)

    take_back_cancelling(conference=office.conference, event=event, by=office.leader, now=NOW)

    found = Conference.objects.get()
    assert (found.state, found.cancelled_by, found.cancelled_at, found.cancel_reason) == ("preparing", None, None, "")
    with pytest.raises(TooLate):
        take_back_cancelling(conference=office.conference, event=event, by=office.leader, now=NOW)


def test_error_cancelled_without_a_reason_is_no_row(office: Office) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Conference.objects.update(state=ConferenceState.CANCELLED, cancelled_at=NOW, cancelled_by=office.clerk)
