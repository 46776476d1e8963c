"""A whole list of people comes in at once: each to the unit that owes them, else to the group as the office's own."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_back import TooLate, take_back
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import Channel, DutyKind
from tongket.core import audit
from tongket.core.models import Event
from tongket.delegates.actions.answering import answer_for_unit, revision_of
from tongket.delegates.actions.listing import Entry, add_delegate
from tongket.delegates.models import Delegate
from tongket.delegates.rules import Answer, Said
from tongket.documents.copy_lists import PHONE, POST, TITLE, UNIT, Draft
from tongket.units.models import Unit


@transaction.atomic
def bring_in(
    *,
    conference: Conference,
    clause: str,
    people: Sequence[Draft],
    answer: Answer,
    channel: Channel,
    by: User,
    now: datetime,
) -> Event:
    """Puts people on the list of a group.

    Where a unit of the group owes its delegates they join its list, which is handed in for it, as coming whatever
    `answer` says; the others belong to the group itself (`clause` empty: guests beyond the plan) and have `answer`.
    All of it can be taken back at once. Raises DutyMoved and CalledOff.
    """
    owing = Duty.objects.counted().filter(conference=conference, kind=DutyKind.DELEGATES, clause=clause)
    duties = {str(duty.unit_id): duty for duty in owing.select_related("conference", "unit").order_by("-pk")}
    units = Unit.objects.in_bulk([int(each.unit) for each in people if each.unit])
    sent: dict[str, list[Said]] = {}
    added = []
    for each in people:
        if each.unit in duties and clause:
            sent.setdefault(each.unit, []).append(said_of(each, Answer.COMING))
        else:
            entry = _entry(each, answer, clause, channel, units)
            added.append(add_delegate(conference=conference, entry=entry, by=by, now=now)[0].pk)
    events = [_join(duties[key], said, channel, by=by, now=now) for key, said in sent.items()]
    changes = {"clause": clause, "added": added, "events": events}
    return audit.record(
        verb="bring_in_delegates", subject=conference, scope=conference, by=by, now=now, changes=changes
    )


def said_of(person: Draft, answer: Answer) -> Said:
    """A person of a list as a line."""
    values = person.values
    return Said(person.name, values.get(POST, ""), values.get(PHONE, ""), answer, title=values.get(TITLE, ""))


def _entry(person: Draft, answer: Answer, clause: str, channel: Channel, units: Mapping[int, Unit]) -> Entry:
    unit = units.get(int(person.unit)) if person.unit else None
    body = "" if unit else person.values.get(UNIT, "")
    return Entry(said_of(person, answer), unit, body, clause, channel=channel)


def _join(duty: Duty, said: Sequence[Said], channel: Channel, *, by: User, now: datetime) -> int:
    """Adds people to those that a unit named already, and hands its list in; the number of that event."""
    before = [line_of(each) for each in Delegate.objects.filter(duty=duty, removed_at=None).order_by("pk")]
    event = answer_for_unit(
        duty=duty, said=[*before, *said], revision=revision_of(duty), channel=channel, by=by, now=now
    )
    return event.pk


def line_of(row: Delegate) -> Said:
    """Somebody on the list as the line that would keep the row as it is."""
    return Said(row.name, row.post, row.phone, Answer(row.answer), row.reason, row.pk)


@transaction.atomic
def take_back_bringing_in(*, event: Event, by: User, now: datetime) -> None:
    """Takes off the list whom `event` put there, and each unit's list goes back to what it was.

    Raises TooLate where any of them was changed since, CalledOff.
    """
    changes: dict[str, Any] = event.changes
    rows = Delegate.objects.filter(pk__in=changes["added"], removed_at=None, revision=0)
    if rows.count() != len(changes["added"]):
        raise TooLate
    for row in rows:
        row.removed_at, row.revision = now, 1
        row.save(update_fields=["removed_at", "revision"])
    for each in Event.objects.filter(pk__in=changes["events"]):
        take_back(event=each, by=by, now=now)
    conference = Conference.objects.get(pk=int(event.subject.split(":")[1]))
    audit.record(verb="take_back", subject=conference, scope=conference, by=by, now=now, changes={"event": event.pk})
