"""Mending what was issued: wrong content by a document of the same kind, wrong form by a letter.

Source: Decree 30/2020, Art. 18 (3).
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.core import audit
from tongket.documents.actions.moving import DocumentMoved
from tongket.documents.models import Document, Recipient
from tongket.documents.rules import DocumentState

LETTER = "correction"
COPIED = (
    "conference",
    "profile",
    "clause",
    "plan_ordinal",
    "place",
    "signer_authority",
    "signer_name",
    "archive_line",
)
TEXT = ("subject", "body", "values", "made_from", "symbol")


@transaction.atomic
def correct(*, document: Document, reason: str, by_letter: bool, by: User, now: datetime) -> Document:
    """A new draft that mends an issued document and goes to everybody who got it.

    By letter the old one stays in force; otherwise the draft, of the same kind, takes its place once it is issued.
    Raises DocumentMoved where the document is not in force, or a draft in its place exists.
    """
    current = Document.objects.select_for_update().get(pk=document.pk)
    if current.state != DocumentState.ISSUED or (not by_letter and hasattr(current, "replaced_by")):
        raise DocumentMoved(current.state)
    draft = _letter(document, reason) if by_letter else _same(document, reason)
    last = Document.objects.filter(conference=document.conference, kind=draft.kind).aggregate(last=Max("ordinal"))
    draft.ordinal, draft.made_by, draft.made_at = (last["last"] or 0) + 1, by, now
    draft.save(force_insert=True)
    _same_recipients(document, draft)
    changes = {"corrects": document.pk, "by_letter": by_letter}
    audit.record(verb="correct_document", subject=draft, scope=draft.conference, by=by, now=now, changes=changes)
    return draft


def _same(document: Document, reason: str) -> Document:
    """A copy that replaces the document; what was written stays, for it is what must be mended."""
    values = {name: getattr(document, name) for name in (*COPIED, *TEXT)}
    options = {**document.options, "corrects": document.pk, "reason": reason}
    return Document(kind=document.kind, replaces=document, options=options, is_edited=True, **values)


def _letter(document: Document, reason: str) -> Document:
    """A letter about the document; its words name what is mended, as first citations do (Annex I, II.6b)."""
    values = {name: getattr(document, name) for name in COPIED}
    entry = document.entry
    cited = f"{entry.type_name or 'Công văn'} số {entry} ngày {entry.dated_on:%d/%m/%Y}"
    return Document(
        kind=LETTER,
        subject=f"đính chính {cited}",
        body=f"{cited} về việc {document.subject} có sai sót. Nay đính chính như sau:\n\n{reason}",
        symbol=document.symbol.split("/")[-1],
        options={"corrects": document.pk, "reason": reason},
        is_edited=True,
        **values,
    )


def _same_recipients(document: Document, draft: Document) -> None:
    rows = list(document.recipients.order_by("ordinal"))
    kept = ("ordinal", "role", "unit_id", "name", "email", "copies")
    Recipient.objects.bulk_create(
        Recipient(document=draft, **{name: getattr(row, name) for name in kept}) for row in rows
    )
