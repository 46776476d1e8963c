"""Calling a conference off with all that was about to leave for it, and the way back."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.cancelling import cancel_conference, take_back_cancelling
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import DeliveryState, MessageState

STOPPED = frozenset({MessageState.DRAFT, MessageState.QUEUED, MessageState.FAILED})


@transaction.atomic
def call_off(*, conference: Conference, reason: str, by: User, now: datetime) -> Event:
    """Calls the conference off and puts aside every message of it that waits, the queued ones too.

    What a worker hands to the server at this moment still goes. Returns the line of the trail, whose `messages` were
    put aside; raises ConferenceOver.
    """
    called = cancel_conference(conference=conference, reason=reason, by=by, now=now)
    waiting = Message.objects.select_for_update(of=("self",)).filter(conference=conference, state__in=STOPPED)
    keys = list(waiting.order_by("pk").values_list("pk", flat=True))
    # A worker takes deliveries by their own rows: what it takes now is seen below, what it would take later rests.
    Delivery.objects.filter(message__in=keys, state=DeliveryState.WAITING).update(next_try_at=None)
    in_hands = Delivery.objects.filter(message__in=keys, state=DeliveryState.CLAIMED)
    busy = set(in_hands.values_list("message_id", flat=True))
    stopped = [key for key in keys if key not in busy]
    Message.objects.filter(pk__in=stopped).update(state=MessageState.DISCARDED, queued_by=None, queued_at=None)
    changes = {"event": called.pk, "messages": stopped}
    return audit.record(verb="call_off", subject=conference, scope=conference, by=by, now=now, changes=changes)


@transaction.atomic
def take_back_call_off(*, conference: Conference, event: Event, by: User, now: datetime) -> list[int]:
    """Takes back `call_off`: its messages wait again to be looked at, none is sent by itself; returns their keys.

    Raises TooLate where the conference is not called off any more.
    """
    called = Event.objects.get(pk=event.changes["event"])
    take_back_cancelling(conference=conference, event=called, by=by, now=now)
    found = Message.objects.filter(pk__in=event.changes["messages"], state=MessageState.DISCARDED)
    keys = list(found.order_by("pk").values_list("pk", flat=True))
    Message.objects.filter(pk__in=keys).update(state=MessageState.DRAFT)
    return keys
