"""A reading put aside and taken up again, and a conference that becomes a reading again."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.conferences import NOW
from tests.office import Office
from tests.plans.making import plan_of
from tongket.accounts.models import User
from tongket.conferences.actions.readings import ReadingClosed, drop_reading, keep_reading, take_up_reading
from tongket.conferences.actions.settling import number_plan
from tongket.conferences.actions.starting import start_conference, unmake_conference
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.models import Conference, Reading, ReadingState
from tongket.core.audit import reference
from tongket.core.models import Event

Browser = Callable[[User], Client]


@pytest.fixture
def reading(office: Office) -> Reading:
    """A short plan of the office, being confirmed by its clerk."""
    plan = plan_of("KẾ HOẠCH\n\nTổng kết phong trào\n\nI. MỤC ĐÍCH\n\nĐánh giá kết quả.\n")
    made = keep_reading(plan=plan, pages=1, data=b"x", name="ke-hoach.txt", by=office.clerk, now=NOW)
    made.host = office.conference.host
    made.save(update_fields=["host"])
    return made


def started_by(conference: Conference) -> Event:
    return Event.objects.get(verb="start_conference", subject=reference(conference))


def state_of(reading: Reading) -> str:
    reading.refresh_from_db()
    return reading.state


def test_reading_is_put_aside_and_taken_up(office: Office, reading: Reading) -> None:
    event = drop_reading(reading=reading, by=office.clerk, now=NOW)
    dropped = state_of(reading)
    take_up_reading(reading=reading, event=event, by=office.clerk, now=NOW)

    assert (dropped, state_of(reading)) == (ReadingState.DROPPED, ReadingState.OPEN)


def test_reading_is_put_aside_once(office: Office, reading: Reading) -> None:
    drop_reading(reading=reading, by=office.clerk, now=NOW)

    with pytest.raises(ReadingClosed):
        drop_reading(reading=reading, by=office.clerk, now=NOW)


def test_open_reading_is_not_taken_up(office: Office, reading: Reading) -> None:
    with pytest.raises(TooLate):
        take_up_reading(reading=reading, by=office.clerk, now=NOW)


def test_conference_is_unmade_and_its_reading_is_open_again(office: Office, reading: Reading) -> None:
    conference = start_conference(reading=reading, by=office.clerk, now=NOW)

    unmake_conference(conference=conference, event=started_by(conference), by=office.clerk, now=NOW)

    assert (state_of(reading), reading.conference, reading.facts.count() > 0) == (ReadingState.OPEN, None, True)
    assert list(Conference.objects.all()) == [office.conference]


def test_other_rooms_hear_of_it_while_the_conference_is_there(
    office: Office, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    conference, heard = start_conference(reading=reading, by=office.clerk, now=NOW), list[int]()
    monkeypatch.setattr("tongket.conferences.begun.tell_unmade", [lambda row: heard.append(row.pk)])
    key = conference.pk

    unmake_conference(conference=conference, event=started_by(conference), by=office.clerk, now=NOW)

    assert heard == [key]


def test_conference_in_which_something_happened_is_not_unmade(office: Office, reading: Reading) -> None:
    conference = start_conference(reading=reading, by=office.clerk, now=NOW)
    number_plan(version=conference.plan_versions.get(), number="1/KH", by=office.clerk, now=NOW)

    with pytest.raises(TooLate):
        unmake_conference(conference=conference, event=started_by(conference), by=office.clerk, now=NOW)

    assert state_of(reading) == ReadingState.MADE


def test_page_puts_aside_and_offers_the_way_back(office: Office, reading: Reading, as_user: Browser) -> None:
    client = as_user(office.clerk)

    page = client.post(f"/readings/{reading.pk}/", {"do": "drop"}, follow=True)
    dropped = state_of(reading)
    client.post(next(iter(page.context["messages"])).extra_tags)

    assert (dropped, state_of(reading)) == (ReadingState.DROPPED, ReadingState.OPEN)


def test_page_of_a_reading_put_aside_takes_it_up(office: Office, reading: Reading, as_user: Browser) -> None:
    drop_reading(reading=reading, by=office.clerk, now=NOW)

    as_user(office.clerk).post(f"/readings/{reading.pk}/", {"do": "take-up"})

    assert state_of(reading) == ReadingState.OPEN


def test_page_makes_the_conference_and_takes_it_back(office: Office, reading: Reading, as_user: Browser) -> None:
    client = as_user(office.clerk)

    page = client.post(f"/readings/{reading.pk}/", {"do": "make"}, follow=True)
    back = client.post(next(iter(page.context["messages"])).extra_tags)

    assert (back["Location"], state_of(reading)) == (f"/readings/{reading.pk}/", ReadingState.OPEN)


def test_stranger_puts_nothing_aside(office: Office, reading: Reading, as_user: Browser) -> None:
    answer = as_user(office.guest).post(f"/readings/{reading.pk}/", {"do": "drop"})

    assert (answer.status_code, state_of(reading)) == (404, ReadingState.OPEN)
