"""Who gets a document: units of the directory or names as typed, set while it is written, added to later."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.documents.actions.moving import DocumentMoved, change_draft
from tongket.documents.models import Document, Recipient
from tongket.documents.rules import CLOSED, Reached, RecipientRole


@dataclass(frozen=True, slots=True)
class RecipientDraft:
    """One recipient as typed: `unit` and `duties` are keys of rows, `name` is as printed."""

    name: str
    unit: int | None = None
    email: str = ""
    copies: int = 1
    role: RecipientRole = RecipientRole.ADDRESSEE
    duties: tuple[int, ...] = ()


@transaction.atomic
def set_recipients(*, document: Document, drafts: Sequence[RecipientDraft], by: User, now: datetime) -> Event:
    """Puts `drafts` in the place of all recipients; raises DocumentMoved once the document was checked.

    A unit stands once in each role: of two lines the first counts.
    """
    event = change_draft(document=document, values={}, verb="set_recipients", by=by, now=now)
    document.recipients.all().delete()
    _add(document, _once(drafts, set()), start=0)
    return event


@transaction.atomic
def add_recipients(*, document: Document, drafts: Sequence[RecipientDraft], by: User, now: datetime) -> list[Recipient]:
    """Adds who was forgotten, also to a document that left; who is on the list already stays as is."""
    current = Document.objects.select_for_update().get(pk=document.pk)
    if current.state in CLOSED:
        raise DocumentMoved(current.state)
    known: set[tuple[int | None, str]] = set(
        document.recipients.filter(unit__isnull=False).values_list("unit_id", "role")
    )
    start = document.recipients.aggregate(last=Max("ordinal"))["last"] or 0
    added = _add(document, _once(drafts, known), start=start)
    changes = {"recipients": [recipient.pk for recipient in added]}
    audit.record(verb="add_recipients", subject=document, scope=document.conference, by=by, now=now, changes=changes)
    return added


@transaction.atomic
def remove_recipients(*, document: Document, recipients: Collection[int], by: User, now: datetime) -> Event:
    """Takes recipients off again that got nothing yet; raises DocumentMoved where one of them did."""
    rows = document.recipients.filter(pk__in=recipients)
    if rows.exclude(reached=Reached.NOT_SENT).exists():
        raise DocumentMoved(document.state)
    rows.delete()
    changes = {"recipients": sorted(recipients)}
    return audit.record(
        verb="remove_recipients", subject=document, scope=document.conference, by=by, now=now, changes=changes
    )


def _once(drafts: Sequence[RecipientDraft], known: set[tuple[int | None, str]]) -> list[RecipientDraft]:
    """The drafts with a name, each unit once in each role."""
    kept = []
    for draft in drafts:
        identity = (draft.unit, draft.role.value)
        if clean(draft.name) and (draft.unit is None or identity not in known):
            known.add(identity)
            kept.append(draft)
    return kept


def _add(document: Document, drafts: Sequence[RecipientDraft], *, start: int) -> list[Recipient]:
    """The rows of the drafts with their duties; duties of other conferences or units are left out."""
    rows = Recipient.objects.bulk_create(
        Recipient(
            document=document,
            ordinal=start + place,
            role=draft.role,
            unit_id=draft.unit,
            name=clean(draft.name)[:300],
            email=draft.email,
            copies=draft.copies,
        )
        for place, draft in enumerate(drafts, start=1)
    )
    asked = {duty for draft in drafts for duty in draft.duties}
    own = dict(Duty.objects.filter(conference=document.conference_id, pk__in=asked).values_list("pk", "unit_id"))
    through = Recipient.duties.through
    through.objects.bulk_create(
        through(recipient_id=row.pk, duty_id=duty)
        for row, draft in zip(rows, drafts, strict=True)
        for duty in dict.fromkeys(draft.duties)
        if duty in own and own[duty] == draft.unit
    )
    return rows
