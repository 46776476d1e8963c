"""Looking at a reminder anew before it leaves: what was handed in since is not asked for again."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.conferences.queries.board import BoardRow, board_of
from tongket.conferences.queries.reminders import Waiting, quoted, units_to_remind, without_lines_of
from tongket.core import audit
from tongket.core.models import Event
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.queries.ladders import terms_of
from tongket.mailbox.queries.reminder_words import words_for
from tongket.mailbox.rules import DeliveryState, MessageKind, MessageState

WAITING = frozenset({MessageState.DRAFT, MessageState.QUEUED})


class Fresh(StrEnum):
    """What became of a message that was looked at anew."""

    AS_IT_WAS = "as_it_was"
    REWRITTEN = "rewritten"
    DISCARDED = "discarded"
    TO_BE_LOOKED_AT = "to_be_looked_at"
    LATER = "later"


MAY_LEAVE = frozenset({Fresh.AS_IT_WAS, Fresh.REWRITTEN})
REWROTE = "freshen_reminder"


def fresh_only(*, deliveries: Sequence[Delivery], now: datetime) -> list[Delivery]:
    """Asked by a run right before it sends what it claimed: the deliveries whose messages still may leave.

    The others are given back; their messages were put aside, put off, or wait to be looked at. Messages may have been
    written anew, so who asks reads them afterwards.
    """
    claimed = Message.objects.filter(pk__in={each.message_id for each in deliveries}, kind=MessageKind.REMINDER)
    held = {
        message.pk
        for message in claimed.select_related("conference__host")
        if freshen(message=message, by=None, now=now) not in MAY_LEAVE
    }
    back = [each.pk for each in deliveries if each.message_id in held]
    ours = Delivery.objects.filter(pk__in=back, state=DeliveryState.CLAIMED, started_at=None)
    ours.update(state=DeliveryState.WAITING, claim=None, claimed_at=None)
    return [each for each in deliveries if each.message_id not in held]


@transaction.atomic
def freshen(*, message: Message, by: User | None, now: datetime) -> Fresh:
    """Looks at a message that waits or is about to leave; one that asks for no duties stays as it is.

    A reminder whose reason is gone is discarded: its duties were handed in or freed, or have another day. One that
    asks for more than is still owed is written anew; where a person has edited it only the lines of what came are
    taken out, and one in which they are not found goes back to be looked at. Outside office hours it waits.
    """
    asked = set(message.duties.values_list("pk", flat=True)) if message.kind == MessageKind.REMINDER else set()
    if not asked or message.state not in WAITING or _has_begun(message):
        return Fresh.AS_IT_WAS
    waiting = _still_owed(message, asked, now)
    if waiting is None or not _has_reason(message, waiting.rows):
        _turn(message, MessageState.DISCARDED, "discard_fulfilled", by, now)
        return Fresh.DISCARDED
    found = _brought_up_to_date(message, waiting, by, now)
    if found is Fresh.TO_BE_LOOKED_AT or message.state != MessageState.QUEUED:
        return found
    return _put_off(message, now) or found


def _has_begun(message: Message) -> bool:
    """Whether one of its addresses has it already; then the others get the same."""
    return message.deliveries.filter(state=DeliveryState.SENT).exists()


def _still_owed(message: Message, asked: Collection[int], now: datetime) -> Waiting | None:
    """What the unit still owes of the duties that the message asks for."""
    today, units = timezone.localtime(now).date(), [message.unit_id or 0]
    for each in units_to_remind(message.conference, kind="", today=today, unit_ids=units):
        rows = tuple(row for row in each.rows if row.id in asked)
        return Waiting(each.unit, rows) if rows else None
    return None


def _has_reason(message: Message, rows: Collection[BoardRow]) -> bool:
    """Whether a duty for which a rung was climbed is still owed by the same day; one made by hand needs any duty."""
    climbed = set(message.reminders.values_list("duty_id", "due_on"))
    owed: set[tuple[int, date | None]] = {(row.id, row.last_on) for row in rows}
    return not climbed or bool(climbed & owed)


def _brought_up_to_date(message: Message, waiting: Waiting, by: User | None, now: datetime) -> Fresh:
    """Writes the message anew, or takes lines out of it, where something came or another day has begun."""
    owed = {row.id for row in waiting.rows}
    came = [duty for duty in message.duties.all() if duty.pk not in owed]
    is_edited = _is_edited(message)
    subject, body = _words_now(message, waiting, came, now, is_edited=is_edited)
    is_same = (subject, body) == (message.subject, message.body)
    if is_same and not came:
        return Fresh.AS_IT_WAS
    if is_same and is_edited and message.state == MessageState.QUEUED:
        message.duties.remove(*came)
        _turn(message, MessageState.DRAFT, "reminder_to_be_looked_at", by, now)
        return Fresh.TO_BE_LOOKED_AT
    return _write(message, subject, body, came, by, now)


def _is_edited(message: Message) -> bool:
    """Whether a person changed the words: more revisions than we wrote ourselves."""
    ours = Event.objects.filter(subject=audit.reference(message), verb=REWROTE).count()
    return message.revision > ours


def _words_now(
    message: Message, waiting: Waiting, came: Collection[Duty], now: datetime, *, is_edited: bool
) -> tuple[str, str]:
    """Subject and body as they should be: the letter filled anew, or a person's own words without what came."""
    conference = message.conference
    if not is_edited:
        to_leader = message.reminders.filter(to_leader=True).exists()
        return words_for(conference, [waiting]).of(waiting, to_leader=to_leader, today=timezone.localtime(now).date())
    rows = _rows_of(message, came, now)
    shared = quoted(conference, [Waiting(waiting.unit, rows)])
    return message.subject, without_lines_of(message.body, rows, shared=shared)


def _rows_of(message: Message, came: Collection[Duty], now: datetime) -> tuple[BoardRow, ...]:
    ids = {duty.pk for duty in came}
    board = board_of(message.conference, today=timezone.localtime(now).date(), unit_ids=[message.unit_id or 0])
    return tuple(row for row in board.rows if row.id in ids)


def _write(message: Message, subject: str, body: str, came: Collection[Duty], by: User | None, now: datetime) -> Fresh:
    """Keeps the new words, unless somebody edits or moves the message at this moment: then the next look will do."""
    unmoved = Message.objects.filter(pk=message.pk, state=message.state, revision=message.revision)
    if unmoved.update(subject=subject, body=body, revision=message.revision + 1) != 1:
        return Fresh.LATER
    message.subject, message.body, message.revision = subject, body, message.revision + 1
    message.duties.remove(*came)
    changes = {"came": [duty.pk for duty in came]}
    audit.record(verb=REWROTE, subject=message, scope=message.conference, by=by, now=now, changes=changes)
    return Fresh.REWRITTEN


def _put_off(message: Message, now: datetime) -> Fresh | None:
    """Puts a message that is about to leave at night or on a day off to the next permitted moment."""
    local = timezone.localtime(now)
    moment = terms_of(message.conference).next_moment(local)
    if moment == local:
        return None
    message.send_at = moment
    message.save(update_fields=["send_at"])
    return Fresh.LATER


def _turn(message: Message, to: MessageState, verb: str, by: User | None, now: datetime) -> None:
    """Moves a message if it still stands where it stood; where somebody was faster, theirs stands."""
    if Message.objects.filter(pk=message.pk, state=message.state).update(state=to) == 1:
        message.state = to
        audit.record(verb=verb, subject=message, scope=message.conference, by=by, now=now)
