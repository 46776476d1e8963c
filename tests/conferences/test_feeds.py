"""Calendar feeds, opened as a calendar program opens them."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import translation
from icalendar import Calendar

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit
from tests.office import Office
from tongket.conferences.actions.duties import end_of_day
from tongket.conferences.feeds import feed_of, sign_feed, unsign_feed
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind, DutyState


def events(conference: Conference, unit_id: int | None = None) -> dict[str, tuple[object, str]]:
    """The events of a feed: by uid the beginning and the summary."""
    calendar = Calendar.from_ical(feed_of(conference, unit_id, now=NOW))
    return {
        str(event["uid"]).removesuffix("@tongket"): (event.decoded("dtstart"), str(event["summary"]))
        for event in calendar.walk("VEVENT")
    }


@pytest.mark.parametrize("unit_id", [None, 7], ids=["host", "unit"])
def test_name_of_a_feed_is_signed_and_read_back(unit_id: int | None) -> None:
    assert unsign_feed(sign_feed(3, unit_id)) == (3, unit_id)


@pytest.mark.parametrize(
    "name",
    ["", "3", sign_feed(3, 7)[:-1], "x" + sign_feed(3, 7), sign_feed(3, 7).swapcase()],
    ids=["nothing", "unsigned", "cut", "added to", "other letters"],
)
def test_name_that_was_not_made_here_stands_for_nothing(name: str) -> None:
    assert unsign_feed(name) is None


def test_feed_of_the_host_holds_the_conference_and_every_last_day(office: Office) -> None:
    assert events(office.conference) == {
        f"conference-{office.conference.pk}": (date(2024, 10, 30), "Hội nghị tổng kết"),
        f"duty-{office.duty_a.pk}": (date(2024, 10, 25), f"Hạn: Tham luận, {office.unit_a.called}"),
        f"duty-{office.duty_b.pk}": (date(2024, 10, 25), f"Hạn: Tham luận, {office.unit_b.called}"),
    }


def test_feed_of_a_unit_holds_nothing_of_another(office: Office) -> None:
    assert set(events(office.conference, office.unit_a.pk)) == {
        f"conference-{office.conference.pk}",
        f"duty-{office.duty_a.pk}",
    }


def test_feed_leaves_out_what_has_no_day_or_binds_nobody(db: None) -> None:
    conference = make_conference(held_on=None)
    unit = make_unit()
    make_duty(conference=conference, unit=unit, due_on=None)
    make_duty(conference=conference, unit=unit, state=DutyState.EXCUSED)
    make_duty(conference=conference, unit=unit, state=DutyState.WITHDRAWN)

    assert events(conference) == {}


def test_returned_duty_stands_at_the_day_of_mending(office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(
        state=DutyState.RETURNED, handed_in_at=NOW, return_due_at=end_of_day(date(2024, 10, 28))
    )

    assert events(office.conference, office.unit_a.pk)[f"duty-{office.duty_a.pk}"][0] == date(2024, 10, 28)


def test_conference_with_an_hour_lasts_half_a_day_in_the_time_of_greenwich(office: Office) -> None:
    office.conference.starts_at, office.conference.venue = time(7, 30), "Hội trường; tầng 2"
    office.conference.save()

    (event, *_rest) = Calendar.from_ical(feed_of(office.conference, None, now=NOW)).walk("VEVENT")

    assert (event.decoded("dtstart"), event.decoded("dtend"), str(event["location"])) == (
        datetime(2024, 10, 30, 0, 30, tzinfo=UTC),
        datetime(2024, 10, 30, 4, 30, tzinfo=UTC),
        "Hội trường; tầng 2",
    )


def test_duty_keeps_its_words_whatever_they_hold(office: Office) -> None:
    text = "Chuẩn bị: kịch bản, giấy mời; âm thanh\nvà \\ “ánh sáng” " + "dài " * 40
    Duty.objects.filter(pk=office.duty_a.pk).update(text=text, kind=DutyKind.TASK)

    (event,) = (
        event
        for event in Calendar.from_ical(feed_of(office.conference, office.unit_a.pk, now=NOW)).walk("VEVENT")
        if str(event["uid"]).startswith("duty-")
    )

    assert (str(event["description"]), event.decoded("dtstamp")) == (f"I/1: {text}", NOW)


def test_duty_without_a_unit_and_of_a_kind_of_another_room_is_named_as_printed(office: Office) -> None:
    duty = make_duty(conference=office.conference, unit=None)
    Duty.objects.filter(pk=duty.pk).update(kind="poem")

    assert events(office.conference)[f"duty-{duty.pk}"] == (date(2024, 10, 25), "Hạn: poem, Đơn vị chưa rõ")


def test_feed_is_vietnamese_for_every_reader(office: Office) -> None:
    with translation.override("en"):
        summary = events(office.conference, office.unit_a.pk)[f"duty-{office.duty_a.pk}"][1]

    assert summary == f"Hạn: Tham luận, {office.unit_a.called}"


def test_calendar_says_what_it_is_called(office: Office) -> None:
    calendar = Calendar.from_ical(feed_of(office.conference, None, now=NOW))

    assert (str(calendar["x-wr-calname"]), str(calendar["version"])) == ("Hội nghị tổng kết", "2.0")
