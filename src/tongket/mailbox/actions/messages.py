"""What a person does with messages that wait: edit, send, stop, put aside, take back, send by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.conferences.rules import Channel
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean, nfc
from tongket.documents.actions.reached import note_reached
from tongket.documents.rules import Reached
from tongket.mailbox.actions.sending import start_sending
from tongket.mailbox.actions.sent import note_reminded
from tongket.mailbox.actions.telling import note_told
from tongket.mailbox.drafts import addresses_in
from tongket.mailbox.models import Delivery, Message, called_off
from tongket.mailbox.rules import DISCARDABLE, SENDABLE, DeliveryState, MessageState
from tongket.mailbox.settings_store import smtp_account
from tongket.mailbox.wording import MOST_SUBJECT, missing_in

AGAIN = [DeliveryState.FAILED, DeliveryState.BOUNCED]
RESTING = [DeliveryState.WAITING, *AGAIN]


class MailNotSetUp(RuntimeError):
    """No server is set up that would take mail; messages are sent by hand."""


class MessageMoved(RuntimeError):
    """Somebody else changed, sent or put the message aside in between."""


@dataclass(frozen=True, slots=True)
class Queued:
    """What became of a press on "send": the trail's line, the messages that go, and those that stay with the reason."""

    event: Event | None
    messages: tuple[int, ...]
    without_address: tuple[int, ...]
    with_gaps: tuple[int, ...]


@transaction.atomic
def queue_messages(*, messages: Iterable[Message | int], by: User | None, now: datetime) -> Queued:
    """Lets messages go: those that wait, and those that failed, to the addresses they did not reach.

    Stays: what has no address left to go to, what still has an unfilled gap, what was written before its conference was
    called off. `by` None is the program itself. Raises
    MailNotSetUp.
    """
    if smtp_account() is None:
        raise MailNotSetUp
    rows = _locked(messages).filter(state__in=SENDABLE).exclude(called_off())
    left = Delivery.objects.filter(message=OuterRef("pk"), state__in=RESTING)
    found = list(rows.annotate(has_address=Exists(left)).only("pk", "subject", "body", "conference_id"))
    silent = {row.pk for row in found if not row.has_address}
    gaps = {row.pk for row in found if missing_in(row.subject, row.body)} - silent
    going = [row.pk for row in found if row.pk not in silent | gaps]
    event = _queue(found[0].conference_id, going, by, now) if going else None
    return Queued(event, tuple(going), tuple(sorted(silent)), tuple(sorted(gaps)))


def _queue(conference_id: int, keys: list[int], by: User | None, now: datetime) -> Event:
    Delivery.objects.filter(message__in=keys, state__in=RESTING).update(
        state=DeliveryState.WAITING, next_try_at=timezone.now(), attempts=0, fault="", claim=None, started_at=None
    )
    Message.objects.filter(pk__in=keys).update(state=MessageState.QUEUED, queued_by=by, queued_at=now)
    start_sending()
    return _record("queue_messages", conference_id, keys, by, now)


def _locked(messages: Iterable[Message | int]) -> QuerySet[Message]:
    """The rows of these messages, held until the transaction ends, so that a state that was read stays."""
    keys = [message if isinstance(message, int) else message.pk for message in messages]
    return Message.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")


def _record(
    verb: str, conference_id: int, keys: Sequence[int], by: User | None, now: datetime, **more: Sequence[int]
) -> Event:
    conference = Conference(pk=conference_id)
    changes = {"messages": list(keys), **more}
    return audit.record(verb=verb, subject=conference, scope=conference, by=by, now=now, changes=changes)


@transaction.atomic
def stop_messages(
    *, messages: Iterable[Message | int], by: User | None, now: datetime
) -> tuple[list[int], Event | None]:
    """Takes messages back that no worker has in its hands and that reached nobody; returns their keys."""
    keys = list(_locked(messages).filter(state=MessageState.QUEUED).values_list("pk", flat=True))
    # A worker takes deliveries by their own rows: what it takes now is seen below, what it would take later rests.
    Delivery.objects.filter(message__in=keys, state=DeliveryState.WAITING).update(next_try_at=None)
    moving = Delivery.objects.filter(message__in=keys).exclude(state=DeliveryState.WAITING)
    busy = set(moving.values_list("message_id", flat=True))
    Delivery.objects.filter(message__in=busy, state=DeliveryState.WAITING).update(next_try_at=timezone.now())
    stopped = [key for key in keys if key not in busy]
    Message.objects.filter(pk__in=stopped).update(state=MessageState.DRAFT, queued_by=None, queued_at=None)
    return stopped, _recorded("stop_messages", stopped, by, now)


@transaction.atomic
def discard_messages(
    *, messages: Iterable[Message | int], by: User | None, now: datetime
) -> tuple[list[int], Event | None]:
    """Puts messages aside; they stay to be taken back. Returns the keys of those that could be."""
    keys = list(_locked(messages).filter(state__in=DISCARDABLE).values_list("pk", flat=True))
    Message.objects.filter(pk__in=keys).update(state=MessageState.DISCARDED)
    return keys, _recorded("discard_messages", keys, by, now)


@transaction.atomic
def restore_messages(*, messages: Iterable[Message | int], by: User, now: datetime) -> tuple[list[int], Event | None]:
    """Takes back what was put aside: the messages wait again."""
    keys = list(_locked(messages).filter(state=MessageState.DISCARDED).values_list("pk", flat=True))
    Message.objects.filter(pk__in=keys).update(state=MessageState.DRAFT)
    return keys, _recorded("restore_messages", keys, by, now)


def _recorded(verb: str, keys: list[int], by: User | None, now: datetime, **more: Sequence[int]) -> Event | None:
    if not keys:
        return None
    conference_id = Message.objects.values_list("conference_id", flat=True).get(pk=keys[0])
    return _record(verb, conference_id, keys, by, now, **more)


@transaction.atomic
def edit_message(
    *, message: Message, subject: str, body: str, addresses: str, revision: int, by: User, now: datetime
) -> Message:
    """Changes the words and addresses of a message that waits; raises MessageMoved where it is no longer as seen."""
    unmoved = Message.objects.filter(pk=message.pk, state__in=SENDABLE, revision=revision)
    values = {"subject": clean(subject)[:MOST_SUBJECT], "body": nfc(body).replace("\r\n", "\n")}
    if unmoved.update(revision=revision + 1, **values) != 1:
        raise MessageMoved
    _set_addresses(message, addresses_in([addresses]))
    message.refresh_from_db()
    changes = {"revision": revision + 1}
    audit.record(verb="edit_message", subject=message, scope=message.conference, by=by, now=now, changes=changes)
    return message


def _set_addresses(message: Message, wanted: Sequence[str]) -> None:
    """Drops the addresses that are gone and adds the new ones; what a message reached already stays."""
    kept = {delivery.address.lower(): delivery for delivery in message.deliveries.all()}
    lower = {address.lower() for address in wanted}
    gone = [each.pk for key, each in kept.items() if key not in lower and each.state in RESTING]
    Delivery.objects.filter(pk__in=gone).delete()
    Delivery.objects.bulk_create(
        Delivery(message=message, address=address, name=message.name)
        for address in wanted
        if address.lower() not in kept
    )


@transaction.atomic
def send_by_hand(
    *, messages: Iterable[Message | int], channel: Channel, by: User, now: datetime
) -> tuple[list[int], Event | None]:
    """A person says that they sent these themselves, by Zalo, phone or paper; recipients count as reached.

    The event's `traces` are the lines of the trail that this left elsewhere, for `take_back_by_hand`.
    """
    keys = list(_locked(messages).filter(state__in=SENDABLE).values_list("pk", flat=True))
    done = Message.objects.filter(pk__in=keys)
    done.update(state=MessageState.SENT, sent_at=now, channel=channel, queued_by=by, queued_at=now)
    resting = Delivery.objects.filter(message__in=keys, state__in=RESTING)
    resting.update(state=DeliveryState.WAITING, next_try_at=None)
    told = list(done.select_related("unit", "conference", "recipient"))
    recipients = [message.recipient for message in told if message.recipient is not None]
    reached = [note_reached(recipient=each, reached=Reached.SENT, by=by, now=now) for each in recipients]
    traces = [event for event in reached if event is not None]
    traces += note_told(messages=told, channel=channel, by=by, now=now)
    traces += note_reminded(messages=told, channel=channel, by=by, now=now)
    return keys, _recorded("send_by_hand", keys, by, now, traces=[event.pk for event in traces])
