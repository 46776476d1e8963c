"""A whole list of people comes in at once: each to the unit that owes them, else to the group as the office's own."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_back import TooLate, take_back
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import Channel, DutyKind
from tongket.core import audit
from tongket.core.models import Event
from tongket.delegates.actions.answering import answer_for_unit
from tongket.delegates.actions.listing import Entry
from tongket.delegates.actions.writing import people_of, with_known_phone
from tongket.delegates.limits import MOST_PEOPLE
from tongket.delegates.models import Delegate
from tongket.delegates.notes import reason_of, says_absent
from tongket.delegates.queries.waiting import revisions_of
from tongket.delegates.rules import Answer, Said
from tongket.documents.copy_lists import NOTE, PHONE, POST, TITLE, UNIT, Draft
from tongket.units.models import Unit


class UnitsAnswer(ValueError):
    """People of units that owe their delegates were brought in as not having answered; the list is the answer."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(len(names))
        self.names = tuple(names)


class ListTooLong(ValueError):
    """A unit would name more people than a list takes."""

    def __init__(self, unit: str) -> None:
        super().__init__(unit)
        self.unit = unit


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
    """Puts people on the list of a group, with `answer` where no note says that they do not come.

    Whose unit owes its delegates, in this group or another, joins its list, which is handed in for it; the others
    belong to the group itself. Guests beyond the plan (`clause` empty) belong to no unit's list.
    All of it can be taken back at once. Raises UnitsAnswer, ListTooLong, DelegatesMoved, DutyMoved and CalledOff.
    """
    must_take_in(conference)
    duties = owing_units(conference, clause, people)
    sent: dict[str, list[Said]] = {}
    others = []
    for each in people:
        if each.unit in duties:
            sent.setdefault(each.unit, []).append(said_of(each, answer))
        else:
            others.append(each)
    if silent := [line.name for said in sent.values() for line in said if line.answer == Answer.ASKED]:
        raise UnitsAnswer(silent)
    added = _add(conference, clause, others, answer, channel, by=by, now=now)
    joined = {duties[key]: said for key, said in sent.items()}
    events = _join(joined, channel, by=by, now=now)
    revisions = revisions_of([duty.pk for duty in joined])
    changes = {"clause": clause, "added": added, "events": events, "revisions": revisions}
    return audit.record(
        verb="bring_in_delegates", subject=conference, scope=conference, by=by, now=now, changes=changes
    )


def owing_units(conference: Conference, clause: str, people: Sequence[Draft]) -> dict[str, Duty]:
    """The duties that people of a list fulfil, by their unit: that of the group before one of another group.

    One query; none for guests beyond the plan.
    """
    units = {int(each.unit) for each in people if each.unit}
    if not clause or not units:
        return {}
    owing = Duty.objects.counted().filter(conference=conference, kind=DutyKind.DELEGATES, unit__in=units)
    found = owing.select_related("conference", "unit").order_by("-pk")
    return {str(duty.unit_id): duty for duty in sorted(found, key=lambda duty: duty.clause == clause)}


def said_of(person: Draft, answer: Answer) -> Said:
    """A person of a list as a line; a note that tells of an absence is its reason."""
    values, note = person.values, person.values.get(NOTE, "")
    is_absent = says_absent(note)
    return Said(
        person.name,
        values.get(POST, ""),
        values.get(PHONE, ""),
        Answer.ABSENT if is_absent else answer,
        reason_of(note) if is_absent else "",
        title=values.get(TITLE, ""),
    )


def _add(
    conference: Conference,
    clause: str,
    people: Sequence[Draft],
    answer: Answer,
    channel: Channel,
    *,
    by: User,
    now: datetime,
) -> list[int]:
    """The office's own people of the group; their numbers. A query for each unit, one for all the rows."""
    units = Unit.objects.in_bulk([int(each.unit) for each in people if each.unit])
    known = {unit_id: people_of(unit_id) for unit_id in units}
    rows = []
    for each in people:
        unit = units.get(int(each.unit)) if each.unit else None
        body = "" if unit else each.values.get(UNIT, "")
        entry = Entry(said_of(each, answer), unit, body, clause, channel=channel)
        values = with_known_phone(entry.values_among(known[unit.pk] if unit else ())) | entry.belonging()
        values["answered_at"] = None if entry.said.answer == Answer.ASKED else now
        rows.append(Delegate(conference=conference, **values, made_by=by, made_at=now))
    return [row.pk for row in Delegate.objects.bulk_create(rows)]


def _join(joined: Mapping[Duty, Sequence[Said]], channel: Channel, *, by: User, now: datetime) -> list[int]:
    """Adds people to those that units named already, and hands their lists in; the numbers of those events."""
    revisions = revisions_of([duty.pk for duty in joined])
    before: dict[int | None, list[Said]] = {}
    for row in Delegate.objects.filter(duty__in=revisions, removed_at=None).order_by("pk"):
        before.setdefault(row.duty_id, []).append(line_of(row))
    events = []
    for duty, more in joined.items():
        said = [*before.get(duty.pk, []), *more]
        if len(said) > MOST_PEOPLE:
            raise ListTooLong(duty.unit.name if duty.unit else duty.unit_name)
        event = answer_for_unit(duty=duty, said=said, revision=revisions[duty.pk], channel=channel, by=by, now=now)
        events.append(event.pk)
    return events


def line_of(row: Delegate) -> Said:
    """Somebody on the list as the line that would keep the row as it is."""
    return Said(row.name, row.post, row.phone, Answer(row.answer), row.reason, row.pk)


@transaction.atomic
def take_back_bringing_in(*, event: Event, by: User, now: datetime) -> None:
    """Takes off the list whom `event` put there, and each unit's list goes back to what it was.

    Raises TooLate where any of them was changed since, CalledOff.
    """
    changes: dict[str, Any] = event.changes
    conference = Conference.objects.get(pk=int(event.subject.split(":")[1]))
    must_take_in(conference)
    after = {int(duty_id): revision for duty_id, revision in changes["revisions"].items()}
    list(Duty.objects.select_for_update().filter(pk__in=after).order_by("pk").values_list("pk"))
    unmoved = Delegate.objects.filter(pk__in=changes["added"], removed_at=None, revision=0)
    if revisions_of(list(after)) != after or unmoved.update(removed_at=now, revision=1) != len(changes["added"]):
        raise TooLate
    for each in Event.objects.filter(pk__in=changes["events"]):
        take_back(event=each, by=by, now=now)
    audit.record(verb="take_back", subject=conference, scope=conference, by=by, now=now, changes={"event": event.pk})
