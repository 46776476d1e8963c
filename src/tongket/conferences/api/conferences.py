"""Conferences as JSON: listed, settled, their duties, calls to units, and the way back from a change."""

from datetime import date, time
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from tongket.accounts.requests import signed_in
from tongket.conferences.access import conference_for, conferences_of, run_conference_for
from tongket.conferences.actions.contacts import note_contact
from tongket.conferences.actions.duties import set_due_of_kind
from tongket.conferences.actions.settling import number_plan, settle_conference
from tongket.conferences.drafting import draft_reminder
from tongket.conferences.duty_forms import ContactForm, DueForm
from tongket.conferences.forms import ConferenceForm
from tongket.conferences.models import Conference, Contact
from tongket.conferences.queries.listing import conference_rows, duty_as_json
from tongket.conferences.queries.plan_page import latest_version
from tongket.conferences.queries.reminders import units_to_remind
from tongket.conferences.rules import Channel, DutyKind
from tongket.conferences.way_back import way_back
from tongket.core import clock
from tongket.core.models import Event
from tongket.core.typed_json import cleaned, typed_day
from tongket.units.models import Unit

router = Router(tags=["conferences"])
Answer = dict[str, Any]


class SettingIn(Schema):
    """What the office settles; None leaves it open."""

    short_title: str
    held_on: date | None = None
    starts_at: time | None = None
    venue: str = ""
    paper_pages: int | None = None
    paper_minutes: int | None = None


class NumberIn(Schema):
    """The plan's own number and symbol."""

    number: str


class DaysIn(Schema):
    """The last day of every duty of a kind that the plan gave none."""

    kind: DutyKind
    due_on: date


class ContactIn(Schema):
    """A call or message to a unit."""

    channel: Channel = Channel.PHONE
    note: str = ""


class RemindIn(Schema):
    """Which of the waiting units are reminded, and of which kind; an empty kind is every kind."""

    unit_ids: list[int]
    kind: str = ""


@router.get("")
def list_conferences(request: HttpRequest) -> list[Answer]:
    """The conferences the caller has a part in."""
    today = clock.today()
    return [row.as_json() for row in conference_rows(conferences_of(signed_in(request), on=today), today=today)]


@router.get("/{int:conference_id}")
def get_conference(request: HttpRequest, conference_id: int) -> Answer:
    """One conference, with its plan as it was confirmed."""
    conference, _rights = conference_for(request, conference_id)
    return _shown(conference)


@router.get("/{int:conference_id}/duties")
def list_duties(request: HttpRequest, conference_id: int, *, late: bool = False) -> list[Answer]:
    """The duties the caller may see, with their states."""
    conference, rights = conference_for(request, conference_id)
    rows = conference.duties.select_related("unit").order_by("clause", "kind", "pk")
    seen = [duty_as_json(duty, today=clock.today()) for duty in rows if rights.may_see_unit(duty.unit_id)]
    return [row for row in seen if row["late"]] if late else seen


@router.post("/{int:conference_id}/settings")
def settle(request: HttpRequest, conference_id: int, given: SettingIn) -> Answer:
    """Sets name, day, hour, place and limits, for the office."""
    conference, _rights = run_conference_for(request, conference_id)
    hour = f"{given.starts_at:%H:%M}" if given.starts_at else ""
    form = ConferenceForm(given.dict() | {"held_on": typed_day(given.held_on), "starts_at": hour})
    event = settle_conference(conference=conference, values=cleaned(form), by=signed_in(request), now=clock.now())
    return {"event": event.pk, **_shown(conference)}


@router.post("/{int:conference_id}/number")
def number(request: HttpRequest, conference_id: int, given: NumberIn) -> Answer:
    """Fills in the plan's own number, for the office."""
    conference, _rights = run_conference_for(request, conference_id)
    version = latest_version(conference)
    event = number_plan(version=version, number=given.number, by=signed_in(request), now=clock.now())
    return {"event": event.pk, **_shown(conference)}


@router.post("/{int:conference_id}/due")
def set_days(request: HttpRequest, conference_id: int, given: DaysIn) -> Answer:
    """Sets the last day of a whole kind, for the office."""
    conference, _rights = run_conference_for(request, conference_id)
    due_on = cleaned(DueForm({"due_on": typed_day(given.due_on)}))["due_on"]
    by, now = signed_in(request), clock.now()
    event = set_due_of_kind(conference=conference, kind=given.kind, due_on=due_on, by=by, now=now)
    return {"event": event.pk, "duties": len(event.changes["events"])}


@router.get("/{int:conference_id}/units/{int:unit_id}/contacts")
def list_contacts(request: HttpRequest, conference_id: int, unit_id: int) -> list[Answer]:
    """The calls and messages to a unit, latest first, for the office."""
    conference, _rights = run_conference_for(request, conference_id)
    calls = Contact.objects.filter(conference=conference, unit=unit_id).order_by("-made_at")
    return [{"channel": call.channel, "note": call.note, "made_at": call.made_at} for call in calls]


@router.post("/{int:conference_id}/units/{int:unit_id}/contacts")
def add_contact(request: HttpRequest, conference_id: int, unit_id: int, given: ContactIn) -> Answer:
    """Writes down that a unit was called or written to, for the office."""
    conference, _rights = run_conference_for(request, conference_id)
    unit = get_object_or_404(Unit.objects.filter(duties__conference=conference).distinct(), pk=unit_id)
    values = cleaned(ContactForm(given.dict()))
    channel, by, now = Channel(values["channel"]), signed_in(request), clock.now()
    _contact, event = note_contact(
        conference=conference, unit=unit, channel=channel, note=values["note"], is_reminder=True, by=by, now=now
    )
    return {"event": event.pk}


@router.get("/{int:conference_id}/reminders")
def list_waiting(request: HttpRequest, conference_id: int, kind: str = "") -> list[Answer]:
    """The units that have not handed in what has a day, all kinds or one, for the office."""
    conference, _rights = run_conference_for(request, conference_id)
    waiting = units_to_remind(conference, kind=kind, today=clock.today())
    return [{"unit_id": each.unit.pk, "unit": each.unit.name, "what": each.what, "late": each.late} for each in waiting]


@router.post("/{int:conference_id}/reminders")
def draft_reminders(request: HttpRequest, conference_id: int, wanted: RemindIn) -> list[Answer]:
    """Drafts reminders with each unit's link, for a person to copy and send; each draft is written down."""
    conference, _rights = run_conference_for(request, conference_id)
    waiting = units_to_remind(conference, kind=wanted.kind, today=clock.today())
    drafts = [draft_reminder(request, conference, each) for each in waiting if each.unit.pk in wanted.unit_ids]
    return [{"unit_id": each.unit.pk, "unit": each.unit.name, "text": each.text} for each in drafts]


@router.post("/take-back/{int:event_id}")
def take_back(request: HttpRequest, event_id: int) -> Answer:
    """Takes back a change by the `event` that its call answered; 409 once something else happened since."""
    event = get_object_or_404(Event, pk=event_id)
    way_back(request, event).go(event=event, by=signed_in(request), now=clock.now())
    return {"taken_back": event_id}


def _shown(conference: Conference) -> Answer:
    row = next(iter(conference_rows(Conference.objects.filter(pk=conference.pk), today=clock.today())), None)
    if row is None:
        raise Http404
    version = latest_version(conference)
    settled = {"starts_at": conference.starts_at, "venue": conference.venue, "parent": conference.parent_id}
    return {**row.as_json(), **settled, "number": version.number, "plan": version.facts}
