"""The way back from "sent by hand", said by mistake: the messages wait again, and what was written elsewhere goes."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.contacts import take_back_contact
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.actions.telling import take_back_telling
from tongket.conferences.models import Conference, Contact
from tongket.core import audit
from tongket.core.models import Event
from tongket.documents.actions.reached import take_back_reached
from tongket.documents.models import Recipient
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageState


@transaction.atomic
def take_back_by_hand(*, event: Event, by: User, now: datetime) -> tuple[list[int], Event | None]:
    """Takes back one press of `send_by_hand`; returns the keys of the messages that wait again.

    A message that failed before waits as one that was never sent. Units that reported the document as received since
    keep that.
    """
    rows = Message.objects.select_for_update(of=("self",)).filter(pk__in=event.changes["messages"])
    said = rows.filter(state=MessageState.SENT, sent_at=event.at).exclude(channel="")
    keys = list(said.order_by("pk").values_list("pk", flat=True))
    if not keys:
        return [], None
    Message.objects.filter(pk__in=keys).update(
        state=MessageState.DRAFT, sent_at=None, channel="", queued_by=None, queued_at=None
    )
    conference = Conference.objects.get(messages=keys[0])
    for trace in Event.objects.filter(pk__in=event.changes["traces"]).order_by("-pk"):
        _take_back_trace(conference, trace, by, now)
    changes = {"event": event.pk, "messages": keys}
    return keys, audit.record(verb="take_back", subject=conference, scope=conference, by=by, now=now, changes=changes)


def _take_back_trace(conference: Conference, trace: Event, by: User, now: datetime) -> None:
    """One line elsewhere; where somebody took it back already, or more is known since, that stands."""
    key = int(trace.subject.partition(":")[2])
    if trace.verb == "note_reached":
        for recipient in Recipient.objects.select_related("document__conference").filter(pk=key):
            take_back_reached(recipient=recipient, event=trace, by=by, now=now)
        return
    with suppress(TooLate):
        if trace.verb == "note_contact":
            take_back_contact(contact=Contact.objects.filter(pk=key).first(), event=trace, by=by, now=now)
        else:
            take_back_telling(conference=conference, event=trace, by=by, now=now)
