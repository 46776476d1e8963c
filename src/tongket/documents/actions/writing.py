"""Writing on a draft as its page does: the text, and what stands around it, in one step."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.documents.actions.drafting import write_document
from tongket.documents.actions.moving import change_draft
from tongket.documents.models import Document


@transaction.atomic
def write_whole(
    *,
    document: Document,
    subject: str,
    body: str,
    values: Mapping[str, str],
    around: Mapping[str, Any],
    revision: int,
    by: User,
    now: datetime,
) -> Document:
    """Keeps the text with `values` for what was missing, and symbol, place, day, signer and archive line.

    Raises DocumentMoved where somebody wrote since `revision`, or the document is with the leader.
    """
    write_document(
        document=document,
        subject=subject,
        body=body,
        values={**document.values, **values},
        revision=revision,
        by=by,
        now=now,
    )
    written = Document.objects.select_related("conference__host").get(pk=document.pk)
    moved = {name: value for name, value in around.items() if getattr(written, name) != value}
    if moved:
        change_draft(document=written, values=moved, verb="set_heading", by=by, now=now)
    return written
