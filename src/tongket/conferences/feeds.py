"""Calendar feeds: signed addresses that a calendar program can open without signing in, and what they hold."""

from datetime import UTC, date, datetime, timedelta

from django.core import signing
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import last_day

SALT = "conferences.feed"


def sign_feed(conference_id: int, unit_id: int | None) -> str:
    """The private name of a feed: the host's with no unit, else one unit's."""
    return signing.dumps([conference_id, unit_id], salt=SALT)


def unsign_feed(name: str) -> tuple[int, int | None] | None:
    """What a feed's name stands for, None where it was not made here."""
    try:
        conference_id, unit_id = signing.loads(name, salt=SALT)
    except signing.BadSignature:
        return None
    return conference_id, unit_id


def feed_address(request: HttpRequest, conference: Conference, unit_id: int | None) -> str:
    """The private address of a feed; it opens without signing in, so its name is signed."""
    return request.build_absolute_uri(reverse("conferences:feed", args=[sign_feed(conference.pk, unit_id)]))


def feed_of(conference: Conference, unit_id: int | None, *, now: datetime) -> bytes:
    """The last days of the duties and the conference itself, as an iCalendar file in Vietnamese."""
    with translation.override("vi"):
        return _calendar(conference, unit_id, now)


def _calendar(conference: Conference, unit_id: int | None, now: datetime) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Tong Ket//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", conference.short_title)
    if conference.held_on is not None:
        calendar.add_component(_conference_event(conference, now))
    duties = Duty.objects.none() if conference.is_cancelled else Duty.objects.counted().filter(conference=conference)
    chosen = duties.filter(unit_id=unit_id) if unit_id else duties
    for duty in chosen.select_related("unit"):
        day = last_day(duty.standing) or duty.due_on
        if day is not None:
            calendar.add_component(_duty_event(duty, day, now))
    data: bytes = calendar.to_ical()
    return data


def _event(uid: str, summary: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uid}@tongket")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", summary)
    return event


def _conference_event(conference: Conference, now: datetime) -> Event:
    assert conference.held_on is not None
    event = _event(f"conference-{conference.pk}", conference.short_title, now)
    if conference.starts_at is None:
        event.add("dtstart", conference.held_on)
    else:
        starts = timezone.make_aware(datetime.combine(conference.held_on, conference.starts_at))
        event.add("dtstart", starts.astimezone(UTC))
        event.add("dtend", (starts + timedelta(hours=4)).astimezone(UTC))
    event.add("location", conference.venue)
    if conference.is_cancelled:
        event.add("status", "CANCELLED")
    return event


def _duty_event(duty: Duty, day: date, now: datetime) -> Event:
    label = _(KINDS[duty.kind].label) if duty.kind in KINDS else duty.kind
    owner = duty.unit.called if duty.unit else duty.unit_name
    event = _event(f"duty-{duty.pk}", _("Hạn: %(what)s, %(who)s") % {"what": label, "who": owner}, now)
    event.add("dtstart", day)
    event.add("description", f"{duty.clause}: {duty.text}")
    return event
