"""The one door through which a duty changes: its state, its day, its checklist, and what was handed in."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference, Duty, Evidence
from tongket.conferences.queries.snapshots import KEPT, snapshot
from tongket.conferences.rules import NEXT, Channel, DueSource, DutyState
from tongket.core import audit, files
from tongket.core.models import Event, StoredFile


class DutyMoved(RuntimeError):
    """Somebody else changed the duty first, or this move is not allowed from where it stands."""


@transaction.atomic
def change_duty(*, duty: Duty, verb: str, by: User | None, now: datetime, **values: Any) -> Event:  # noqa: ANN401 -- model fields
    """Sets fields of a duty if it still stands as `duty` does; the event keeps before and after; `by` None is itself.

    Raises DutyMoved where somebody was faster or the table of moves does not allow the new state, and CalledOff.
    """
    must_take_in(duty.conference)
    before = snapshot(duty)
    to = values.get("state")
    if to is not None and DutyState(to) not in NEXT[DutyState(duty.state)]:
        raise DutyMoved(f"{duty.state} -> {to}")
    unmoved = Duty.objects.filter(pk=duty.pk, **{name: getattr(duty, name) for name in KEPT})
    if unmoved.update(**values) != 1:
        raise DutyMoved(duty.state)
    for name, value in values.items():
        setattr(duty, name, value)
    changes = {"before": before, "after": snapshot(duty)}
    event = audit.record(verb=verb, subject=duty, scope=duty.conference, by=by, now=now, changes=changes)
    if duty.kind in KINDS:
        KINDS[duty.kind].followed(duty, event)
    return event


@transaction.atomic
def hand_in(
    *,
    duty: Duty,
    note: str,
    data: bytes = b"",
    file_name: str = "",
    kept: Sequence[StoredFile] = (),
    channel: Channel = Channel.WEB,
    received_at: datetime | None = None,
    by: User | None,
    now: datetime,
) -> tuple[Evidence, Event]:
    """Keeps what came in for a duty, as its next version, and puts the duty before the office.

    What is handed in is `data`, or files that are `kept` already, the main one first. `received_at` is when it reached
    the office where the office enters it later; reminders stop from then on. `by` None is the program itself.
    """
    came_at = received_at or now
    event = change_duty(
        duty=duty,
        verb="hand_in",
        by=by,
        now=now,
        state=DutyState.HANDED_IN,
        handed_in_at=came_at,
        accepted_at=None,
        return_due_at=None,
    )
    last = duty.evidence.aggregate(last=Max("ordinal"))["last"] or 0
    evidence = Evidence.objects.create(
        duty=duty,
        ordinal=last + 1,
        note=note,
        clause=duty.clause,
        plan_ordinal=duty.plan_ordinal,
        file=files.store(data=data, name=file_name, now=now) if data else next(iter(kept), None),
        channel=channel,
        received_at=came_at,
        entered_by=by,
        entered_at=now,
    )
    evidence.others.set(kept[1:])
    event.changes["evidence"] = evidence.pk
    event.save(update_fields=["changes"])
    return evidence, event


def start_working(*, duty: Duty, by: User, now: datetime) -> Event:
    """Says that somebody is at it."""
    return change_duty(duty=duty, verb="start_working", by=by, now=now, state=DutyState.WORKING)


def accept(*, duty: Duty, by: User, now: datetime) -> Event:
    """Closes the duty: what was handed in will do."""
    return change_duty(duty=duty, verb="accept", by=by, now=now, state=DutyState.ACCEPTED, accepted_at=now, remark="")


def return_for_mending(*, duty: Duty, remark: str, due_at: datetime | None, by: User, now: datetime) -> Event:
    """Gives the duty back with what must be mended, and a due time of its own."""
    return change_duty(
        duty=duty,
        verb="return",
        by=by,
        now=now,
        state=DutyState.RETURNED,
        accepted_at=None,
        remark=remark,
        return_due_at=due_at,
    )


def excuse(*, duty: Duty, reason: str, by: User, now: datetime) -> Event:
    """Frees the unit of the duty, with the reason."""
    return change_duty(duty=duty, verb="excuse", by=by, now=now, state=DutyState.EXCUSED, remark=reason)


def withdraw(*, duty: Duty, reason: str, by: User, now: datetime) -> Event:
    """Takes the duty out of the conference, with the reason."""
    return change_duty(duty=duty, verb="withdraw", by=by, now=now, state=DutyState.WITHDRAWN, remark=reason)


def reopen(*, duty: Duty, by: User, now: datetime) -> Event:
    """Makes an excused or withdrawn duty bind again."""
    return change_duty(duty=duty, verb="reopen", by=by, now=now, state=DutyState.OPEN, remark="")


def end_of_day(day: date) -> datetime:
    """The last minute of a day in the office's time zone."""
    return timezone.make_aware(datetime.combine(day, time(23, 59)))


def other_day(duty: Duty, due_on: date | None) -> dict[str, Any]:
    """What moves when the office sets another last day: the day of mending for a returned duty, else its own."""
    if duty.state == DutyState.RETURNED:
        return {"return_due_at": end_of_day(due_on) if due_on else None}
    return {"due_on": due_on, "due_source": DueSource.OFFICE if due_on else DueSource.NONE}


def set_due(*, duty: Duty, due_on: date | None, by: User, now: datetime) -> Event:
    """Sets the last day as the office's own; None leaves the duty without a day."""
    return change_duty(duty=duty, verb="set_due", by=by, now=now, **other_day(duty, due_on))


@transaction.atomic
def set_due_of_kind(*, conference: Conference, kind: str, due_on: date, by: User, now: datetime) -> Event:
    """Sets the last day of every binding duty of one kind that the plan gave none.

    The event's `events` are those of the single duties, so that all can be taken back at once.
    """
    undated = Duty.objects.counted().filter(conference=conference, kind=kind).exclude(due_source=DueSource.PLAN)
    chosen = undated.exclude(state=DutyState.RETURNED).select_related("conference")
    events = [set_due(duty=duty, due_on=due_on, by=by, now=now).pk for duty in chosen]
    changes = {"kind": kind, "due_on": due_on.isoformat(), "events": events}
    return audit.record(verb="set_due_of_kind", subject=conference, scope=conference, by=by, now=now, changes=changes)


def tick_item(*, duty: Duty, item: int, done: bool, by: User, now: datetime) -> Event:
    """Marks one part of a task done or not; an IndexError names a part that is not there."""
    parts = [dict(part) for part in duty.checklist]
    parts[item]["done"] = done
    return change_duty(duty=duty, verb="tick", by=by, now=now, checklist=parts)


def settle_unit(*, duty: Duty, unit_id: int, by: User, now: datetime) -> Event:
    """Says which unit owes a duty whose name nobody was sure of; it comes after what the unit owes of the kind."""
    owed = Duty.objects.filter(conference=duty.conference_id, kind=duty.kind, unit=unit_id)
    ordinal = (owed.aggregate(last=Max("ordinal"))["last"] or 0) + 1
    return change_duty(duty=duty, verb="settle_unit", by=by, now=now, unit_id=unit_id, ordinal=ordinal)
