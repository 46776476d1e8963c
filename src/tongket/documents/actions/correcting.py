"""Mending what was issued: wrong content by a document of the same kind, wrong form by a letter.

Source: Decree 30/2020, Art. 18 (3).
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.core import audit
from tongket.documents.actions.drafting import draft_document
from tongket.documents.actions.moving import DocumentMoved
from tongket.documents.models import Document, Recipient, Step
from tongket.documents.rules import DocumentState

LETTER = "correction"
COPIED = (
    "conference",
    "kind",
    "profile",
    "clause",
    "plan_ordinal",
    "subject",
    "body",
    "values",
    "made_from",
    "symbol",
    "place",
    "signer_authority",
    "signer_name",
    "archive_line",
)


@transaction.atomic
def correct(*, document: Document, reason: str, by_letter: bool, by: User, now: datetime) -> Document:
    """A new draft that mends an issued document and goes to everybody who got it.

    By letter the old one stays in force; otherwise the draft, of the same kind, takes its place once it is issued.
    Raises DocumentMoved where the document is not in force, or a draft in its place exists.
    """
    current = Document.objects.select_for_update().get(pk=document.pk)
    if current.state != DocumentState.ISSUED or (not by_letter and hasattr(current, "replaced_by")):
        raise DocumentMoved(current.state)
    make = _letter if by_letter else _same
    draft = make(document, reason, by, now)
    draft.recipients.all().delete()
    _same_recipients(document, draft)
    changes = {"corrects": document.pk, "by_letter": by_letter}
    audit.record(verb="correct_document", subject=draft, scope=draft.conference, by=by, now=now, changes=changes)
    return draft


def _same(document: Document, reason: str, by: User, now: datetime) -> Document:
    """A copy that replaces the document; what was written stays, for it is what must be mended."""
    values = {name: getattr(document, name) for name in COPIED}
    same_kind = Document.objects.filter(conference=document.conference, kind=document.kind)
    last = same_kind.aggregate(last=Max("ordinal"))["last"] or 0
    draft = Document.objects.create(
        ordinal=last + 1,
        replaces=document,
        options={**document.options, "corrects": document.pk, "reason": reason},
        is_edited=True,
        made_by=by,
        made_at=now,
        **values,
    )
    Step.objects.create(document=draft, state=DocumentState.DRAFT, note=reason, made_by=by, made_at=now)
    return draft


def _letter(document: Document, reason: str, by: User, now: datetime) -> Document:
    """A letter that cites the document and says what is mended."""
    options = {"corrects": document.pk, "reason": reason}
    return draft_document(conference=document.conference, kind=LETTER, options=options, by=by, now=now)


def _same_recipients(document: Document, draft: Document) -> None:
    rows = list(document.recipients.order_by("ordinal"))
    kept = ("ordinal", "role", "unit_id", "name", "email", "copies")
    Recipient.objects.bulk_create(
        Recipient(document=draft, **{name: getattr(row, name) for name in kept}) for row in rows
    )
