"""Deliveries are claimed, handed over, and settled: by compare-and-set, so that no message goes twice.

A claim belongs to one run of a worker and ends after some minutes. What that run had not begun goes back to wait; what
it had begun is handed to a person as unsure, since nobody can ask a mail server whether it took a message (decision 7).
Claims are measured by the machine's own clock (`at`), what people read by the office's (`now`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.conferences.rules import Channel
from tongket.core import audit
from tongket.core.findings import words
from tongket.documents.actions.reached import note_reached
from tongket.documents.rules import Reached
from tongket.mailbox.actions.sent import note_reminded
from tongket.mailbox.actions.telling import note_told
from tongket.mailbox.models import Delivery, Message, called_off
from tongket.mailbox.rules import UNDER_WAY, DeliveryState, MessageState, outcome, wait_after
from tongket.mailbox.transport import Fault
from tongket.units.models import Unit

CLAIM_LIVES = timedelta(minutes=2)
# Longer than the server may take to answer the end of a message, so that a slow one is not called lost.
HANDING_LIVES = timedelta(minutes=6)
WORKER_GONE = words("Máy gửi dừng giữa chừng, không rõ máy chủ thư đã nhận chưa.")


class DeliveryMoved(RuntimeError):
    """The delivery is no longer where this could be done: somebody or something else was faster."""


@transaction.atomic
def claim_due(*, run: UUID, limit: int, at: datetime, now: datetime) -> list[Delivery]:
    """Takes up to `limit` deliveries that are due for this run; another run never gets the same ones."""
    due = (
        Delivery.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(
            Q(message__send_at=None) | Q(message__send_at__lte=now),
            state=DeliveryState.WAITING,
            next_try_at__lte=at,
            message__state=MessageState.QUEUED,
        )
        .exclude(called_off("message__"))
    )
    keys = list(due.order_by("next_try_at", "pk").values_list("pk", flat=True)[:limit])
    taken = Delivery.objects.filter(pk__in=keys, state=DeliveryState.WAITING)
    taken.update(state=DeliveryState.CLAIMED, claim=run, claimed_at=at, started_at=None)
    claimed = Delivery.objects.filter(claim=run, state=DeliveryState.CLAIMED, pk__in=keys)
    return list(claimed.order_by("message_id", "pk"))


def begin_handing_over(*, keys: Sequence[int], run: UUID, at: datetime) -> bool:
    """Writes down that the message itself goes now; False when the claim was lost, wholly or in part."""
    ours = Delivery.objects.filter(pk__in=keys, claim=run, state=DeliveryState.CLAIMED, started_at=None)
    # A claim is lost for all its deliveries at once, in one statement, so a part never goes alone.
    return ours.update(started_at=at, attempts=F("attempts") + 1) == len(keys)


def note_sent(*, keys: Sequence[int], run: UUID, now: datetime) -> None:
    """The server took the message for these addresses, even where somebody already called it unsure."""
    ours = Delivery.objects.filter(pk__in=keys, claim=run, state__in=[DeliveryState.CLAIMED, DeliveryState.UNSURE])
    ours.update(state=DeliveryState.SENT, sent_at=now, fault="", next_try_at=None)


def note_unsure(*, keys: Sequence[int], run: UUID, fault: str) -> None:
    """The line broke after the end of the message: a person decides."""
    ours = Delivery.objects.filter(pk__in=keys, claim=run, state=DeliveryState.CLAIMED)
    ours.update(state=DeliveryState.UNSURE, fault=fault[:500], next_try_at=None)


def note_refused(*, delivery: Delivery, run: UUID, fault: Fault, at: datetime) -> None:
    """The server did not take it: tried again later, longer each time, or given up with the server's words."""
    ours = Delivery.objects.filter(pk=delivery.pk, claim=run, state=DeliveryState.CLAIMED)
    ours.filter(started_at=None).update(attempts=F("attempts") + 1)  # one that was begun is counted already
    wait = None if fault.is_permanent else wait_after(ours.values_list("attempts", flat=True).first() or 0)
    state = DeliveryState.WAITING if wait else DeliveryState.FAILED
    ours.update(state=state, next_try_at=at + wait if wait else None, fault=fault.words[:500], started_at=None)


def release(*, run: UUID, fault: str, at: datetime) -> int:
    """Gives back what this run claimed and did not begin, to be taken up again at `at`."""
    ours = Delivery.objects.filter(claim=run, state=DeliveryState.CLAIMED, started_at=None)
    return ours.update(state=DeliveryState.WAITING, claim=None, claimed_at=None, next_try_at=at, fault=fault[:500])


@transaction.atomic
def release_lost(*, at: datetime, now: datetime) -> tuple[int, int]:
    """Decides what dead workers left behind: how many deliveries wait again, and how many are unsure."""
    old = Delivery.objects.filter(state=DeliveryState.CLAIMED)
    waiting = old.filter(started_at=None, claimed_at__lt=at - CLAIM_LIVES)
    freed = waiting.update(state=DeliveryState.WAITING, claim=None, claimed_at=None, next_try_at=at)
    begun = old.filter(started_at__lt=at - HANDING_LIVES)
    unsure = begun.update(state=DeliveryState.UNSURE, fault=WORKER_GONE, next_try_at=None)
    settle(messages=_ended(), now=now)
    return freed, unsure


def _ended() -> list[int]:
    """Queued messages of which every delivery has ended; a worker died before it could say so."""
    under_way = Delivery.objects.filter(state__in=UNDER_WAY).values("message_id")
    queued = Message.objects.filter(state=MessageState.QUEUED, deliveries__isnull=False).exclude(pk__in=under_way)
    return list(queued.values_list("pk", flat=True).distinct())


@transaction.atomic
def settle(*, messages: Iterable[int], now: datetime) -> None:
    """Sets what became of these messages where all their deliveries have ended, and tells their recipients.

    Safe to repeat: whoever holds the row of a queued message settles it. One line of the trail per conference.
    """
    done: dict[Conference, dict[MessageState, list[int]]] = defaultdict(lambda: defaultdict(list))
    rows = Message.objects.select_for_update(of=("self",)).filter(pk__in=list(messages), state=MessageState.QUEUED)
    known = rows.select_related("conference", "queued_by", "recipient__document__conference", "unit")
    for message in known.prefetch_related("deliveries"):
        end = outcome([DeliveryState(each.state) for each in message.deliveries.all()])
        if end is not None:
            done[message.conference][end].append(message.pk)
            _tell_recipient(message, by=message.queued_by, now=now)
        if end is MessageState.SENT:
            note_told(messages=[message], channel=Channel.EMAIL, by=message.queued_by, now=now)
            note_reminded(messages=[message], channel=Channel.EMAIL, by=message.queued_by, now=now)
    for conference, by_end in done.items():
        for end, keys in by_end.items():
            sent_at = now if end is MessageState.SENT else None
            Message.objects.filter(pk__in=keys, state=MessageState.QUEUED).update(state=end, sent_at=sent_at)
        changes = {str(end): keys for end, keys in by_end.items()}
        audit.record(verb="deliver_messages", subject=conference, scope=conference, by=None, now=now, changes=changes)


def _tell_recipient(message: Message, *, by: User | None, now: datetime) -> None:
    """The recipient was reached when one of the addresses was; what is unsure says nothing yet."""
    if message.recipient is None:
        return
    deliveries = list(message.deliveries.all())
    states = {delivery.state for delivery in deliveries}
    if DeliveryState.SENT in states:
        note_reached(recipient=message.recipient, reached=Reached.SENT, by=by, now=now)
    elif DeliveryState.UNSURE not in states:
        note_reached(
            recipient=message.recipient, reached=Reached.FAILED, fault=deliveries[0].fault[:300], by=by, now=now
        )


@transaction.atomic
def decide_unsure(*, message: Message, was_sent: bool, by: User, now: datetime) -> int:
    """A person says whether an unsure message arrived: it counts as sent, or it may be sent again.

    Returns how many deliveries that settled; raises DeliveryMoved where none is unsure any more.
    """
    unsure = Delivery.objects.filter(message=message, state=DeliveryState.UNSURE)
    if was_sent:
        decided = unsure.update(state=DeliveryState.SENT, sent_at=now, fault="")
    else:
        decided = unsure.update(state=DeliveryState.FAILED)
    if not decided:
        raise DeliveryMoved
    failed = Message.objects.filter(pk=message.pk, state=MessageState.FAILED)
    states = [DeliveryState(state) for state in message.deliveries.values_list("state", flat=True)]
    if outcome(states) is MessageState.SENT:
        failed.update(state=MessageState.SENT, sent_at=now)
    _tell_recipient(Message.objects.select_related("recipient").get(pk=message.pk), by=by, now=now)
    changes = {"was_sent": was_sent}
    audit.record(verb="decide_unsure", subject=message, scope=message.conference, by=by, now=now, changes=changes)
    return decided


@transaction.atomic
def note_bounce(
    *,
    message_id: str,
    address: str,
    fault: str,
    permanent: bool,
    message_key: int | None = None,
    host: Unit | None = None,
    by: User | None = None,
    now: datetime,
) -> Delivery | None:
    """A mail server says that a message did not arrive; returns the delivery that it names, None where it is not ours.

    A permanent bounce fails the message and tells its recipient; another one only keeps the server's words.
    `message_key`, from the code in the subject, names the message where the report does not repeat its Message-ID.
    With `host` only the messages of that office's conferences are ours.
    """
    named = Q(message__message_id=message_id) if message_id else Q(message__pk=message_key or 0)
    named &= Q(message__conference__host=host) if host else Q()
    ours = Delivery.objects.filter(named, state__in=[DeliveryState.SENT, DeliveryState.UNSURE])
    found = list(ours.select_related("message__conference__host", "message__recipient"))
    # Mail may have been sent on to another address; where there is only one, it can be no other.
    is_only = Delivery.objects.filter(named).count() == 1
    delivery = next((each for each in found if is_only or each.address.lower() == address.lower()), None)
    if delivery is None:
        return None
    if not permanent:
        Delivery.objects.filter(pk=delivery.pk).update(fault=fault[:500])
        return delivery
    Delivery.objects.filter(pk=delivery.pk).update(state=DeliveryState.BOUNCED, fault=fault[:500])
    Message.objects.filter(pk=delivery.message_id, state=MessageState.SENT).update(state=MessageState.FAILED)
    recipient = delivery.message.recipient
    if recipient is not None:
        note_reached(recipient=recipient, reached=Reached.FAILED, fault=fault[:300], by=by, now=now)
    scope, changes = delivery.message.conference, {"delivery": delivery.pk}
    audit.record(verb="bounce", subject=delivery.message, scope=scope, by=by, now=now, changes=changes)
    return delivery
