"""Climbing the ladder of reminders: once an hour for every running conference, and by hand for chosen units."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.conferences.queries.board import BoardRow
from tongket.conferences.queries.reminders import units_to_remind
from tongket.core import audit, clock
from tongket.core.jobs import start_job
from tongket.mailbox.actions.freshening import freshen
from tongket.mailbox.actions.messages import MailNotSetUp, queue_messages
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.actions.reminder_drafts import Wanted, drafts_of
from tongket.mailbox.ladder import Rung
from tongket.mailbox.models import Message, Reminder
from tongket.mailbox.queries.ladders import running_on, terms_of
from tongket.mailbox.queries.nudges import Nudge, situation_of
from tongket.mailbox.rules import MessageKind, MessageState

CLIMB = "mailbox.climb"


def climb_everywhere() -> None:
    """The recurring job: a job of its own for each running conference, so that one in trouble holds up no other."""
    for conference in running_on(clock.today()):
        start_job(CLIMB, conference_id=conference.pk)


def climb_by_job(conference_id: int) -> None:
    """The job of one conference; nothing where it was deleted or called off meanwhile."""
    conference = Conference.objects.select_related("host").filter(pk=conference_id).first()
    if conference is not None and not conference.is_cancelled:
        climb_conference(conference=conference, by=None, now=clock.now())


def climb(*, by: User | None, now: datetime) -> list[Message]:
    """Makes every reminder that is due at `now`, for every running conference; returns the messages."""
    found = running_on(timezone.localtime(now).date())
    return [message for each in found for message in climb_conference(conference=each, by=by, now=now)]


@transaction.atomic
def climb_conference(*, conference: Conference, by: User | None, now: datetime) -> list[Message]:
    """Makes the reminders of one conference that are due: a message for each unit, and its rungs as climbed.

    Messages that wait since an earlier climb are looked at anew first. The conference is held until the end, so that a
    second worker sees what the first climbed; and a rung that is climbed twice all the same breaks a constraint of the
    table, with everything that belongs to it.
    """
    Conference.objects.select_for_update().get(pk=conference.pk)
    for message in Message.objects.filter(conference=conference, kind=MessageKind.REMINDER, state=MessageState.DRAFT):
        freshen(message=message, by=by, now=now)
    stands = situation_of(conference, now=now)
    due = stands.nudges()
    if not due:
        return []
    press = f"ladder:{conference.pk}:{stands.now.date().isoformat()}"
    wanted = [Wanted(each.waiting, each.to_leader, now, f"{press}:{each.unit.pk}") for each in due]
    made = _put(conference, wanted, by=by, now=now)
    _note_rungs(due, made, now)
    _send_those_that_go_by_themselves(due, made, by=by, now=now)
    changes = {"messages": len(made)}
    audit.record(verb="climb", subject=conference, scope=conference, by=by, now=now, changes=changes)
    return list(made.values())


def _put(conference: Conference, wanted: Sequence[Wanted], *, by: User | None, now: datetime) -> dict[int, Message]:
    """Puts the reminders in the outbox, by unit; one that still waits there for the same unit gives way."""
    units = [each.waiting.unit.pk for each in wanted]
    waiting = Message.objects.filter(conference=conference, kind=MessageKind.REMINDER, state=MessageState.DRAFT)
    waiting.filter(unit__in=units).update(state=MessageState.DISCARDED)
    drafts = drafts_of(conference, wanted, now=now)
    messages = put_in_outbox(conference=conference, drafts=drafts, by=by, now=now)
    return {message.unit_id: message for message in messages if message.unit_id is not None}


def _note_rungs(due: Sequence[Nudge], made: Mapping[int, Message], now: datetime) -> None:
    rows = [_climbed(row, each.rungs[row.id], made[each.unit.pk], now) for each in due for row in each.reasons]
    Reminder.objects.bulk_create(rows)


def _climbed(row: BoardRow, rung: Rung, message: Message, now: datetime) -> Reminder:
    assert row.last_on is not None
    return Reminder(
        duty_id=row.id, due_on=row.last_on, step=rung.step, to_leader=rung.to_leader, message=message, made_at=now
    )


def _send_those_that_go_by_themselves(
    due: Sequence[Nudge], made: Mapping[int, Message], *, by: User | None, now: datetime
) -> None:
    """Queues what the office lets go without a person; what cannot be sent waits for somebody to copy or mend it."""
    chosen = [made[each.unit.pk] for each in due if each.goes_by_itself]
    if chosen:
        with suppress(MailNotSetUp):
            queue_messages(messages=chosen, by=by, now=now)


@transaction.atomic
def remind_units(*, conference: Conference, unit_ids: Sequence[int], by: User | None, now: datetime) -> list[Message]:
    """Puts a reminder of all it owes in the outbox for each chosen unit that owes something; no rung is climbed."""
    today, send_at = timezone.localtime(now).date(), terms_of(conference).next_moment(timezone.localtime(now))
    waiting = units_to_remind(conference, kind="", today=today, unit_ids=unit_ids)
    wanted = [Wanted(each, to_leader=False, send_at=send_at) for each in waiting]
    made = _put(conference, wanted, by=by, now=now) if wanted else {}
    changes = {"messages": len(made)}
    audit.record(verb="remind_units", subject=conference, scope=conference, by=by, now=now, changes=changes)
    return list(made.values())
