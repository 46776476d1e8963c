"""How far a document got with each recipient: the one door for mail, for the units' own pages and for paper."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.documents.actions.moving import DocumentMoved
from tongket.documents.models import Document, Recipient
from tongket.documents.rules import LEFT, Reached, reaches_further

HANDED_OUT = "papers_handed_out"
TIMES = {Reached.SENT: "sent_at", Reached.OPENED: "opened_at", Reached.RECEIVED: "received_at"}


@transaction.atomic
def note_reached(
    *, recipient: Recipient, reached: Reached, fault: str = "", received_by: str = "", by: User | None, now: datetime
) -> Event | None:
    """Writes down how far the document got; None where that was known already or says less than what is known.

    Two who say it at once are one: the row is compared before it is set. `fault` says why it failed. Raises
    DocumentMoved where somebody says to have received what has not left.
    """
    if reached is Reached.RECEIVED and recipient.document.state not in LEFT:
        raise DocumentMoved(recipient.document.state)
    recipient.refresh_from_db(fields=["reached"])
    old = Reached(recipient.reached)
    values: dict[str, Any] = {"reached": reached, "fault": fault[:300]}
    if reached in TIMES:
        values[TIMES[reached]] = now
    if reached is Reached.RECEIVED:
        values["received_by"] = clean(received_by)[:120]
    unmoved = Recipient.objects.filter(pk=recipient.pk, reached=old)
    if not reaches_further(old, reached) or unmoved.update(**values) != 1:
        return None
    for name, value in values.items():
        setattr(recipient, name, value)
    changes = {"before": old, "after": reached}
    scope = recipient.document.conference
    return audit.record(verb="note_reached", subject=recipient, scope=scope, by=by, now=now, changes=changes)


@transaction.atomic
def note_handed_out(*, document: Document, received_by: Mapping[int, str], by: User, now: datetime) -> Event | None:
    """Writes down who took printed papers: `received_by` the name at each recipient's key, empty where nobody said.

    Those who have it already, or are not of this document, are passed over; None where nobody is left. One change for
    each name. Raises DocumentMoved while nothing has left.
    """
    if document.state not in LEFT:
        raise DocumentMoved(document.state)
    open_rows = document.recipients.select_for_update().filter(pk__in=received_by).exclude(reached=Reached.RECEIVED)
    before, by_name = {}, defaultdict(list)
    for key, old in open_rows.values_list("pk", "reached"):
        before[str(key)] = old
        by_name[clean(received_by[key])[:120]].append(key)
    if not before:
        return None
    # What failed before stays written, for the day when this is taken back.
    for name, keys in by_name.items():
        Recipient.objects.filter(pk__in=keys).update(reached=Reached.RECEIVED, received_at=now, received_by=name)
    return audit.record(
        verb=HANDED_OUT, subject=document, scope=document.conference, by=by, now=now, changes={"before": before}
    )


@transaction.atomic
def take_back_handed_out(*, document: Document, event: Event, by: User, now: datetime) -> int:
    """Takes back `note_handed_out` for all that stands as it was noted then; returns for how many.

    Who said later to have it keeps that.
    """
    by_state = defaultdict(list)
    for key, before in event.changes["before"].items():
        by_state[before].append(int(key))
    own = document.recipients.filter(reached=Reached.RECEIVED, received_at=event.at)
    taken = sum(
        own.filter(pk__in=keys).update(reached=before, received_at=None, received_by="")
        for before, keys in by_state.items()
    )
    changes = {"event": event.pk, "recipients": taken}
    audit.record(verb="take_back", subject=document, scope=document.conference, by=by, now=now, changes=changes)
    return taken


@transaction.atomic
def take_back_reached(*, recipient: Recipient, event: Event, by: User, now: datetime) -> bool:
    """Takes back what a person noted by mistake; False where something further was noted since."""
    before, after = Reached(event.changes["before"]), Reached(event.changes["after"])
    values: dict[str, Any] = {"reached": before}
    if after in TIMES:
        values[TIMES[after]] = None
    if after is Reached.RECEIVED:
        values["received_by"] = ""
    if Recipient.objects.filter(pk=recipient.pk, reached=after).update(**values) != 1:
        return False
    scope, changes = recipient.document.conference, {"event": event.pk}
    audit.record(verb="take_back", subject=recipient, scope=scope, by=by, now=now, changes=changes)
    return True
