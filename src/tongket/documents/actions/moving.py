"""The one door through which a document changes: its state, with who and when, and its text while nobody checked it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.models import Event
from tongket.documents.models import Document, Step
from tongket.documents.rules import EDITABLE, NEXT, DocumentState


class DocumentMoved(RuntimeError):
    """Somebody else changed the document first, or this step is not allowed from where it stands."""


@transaction.atomic
def move(
    *,
    document: Document,
    to: DocumentState,
    by: User,
    now: datetime,
    note: str = "",
    verb: str = "",
    values: Mapping[str, Any] | None = None,
) -> Event:
    """Takes the document to another state, with `values` of its fields; keeps the step and a line of the trail.

    Raises DocumentMoved where it no longer stands as `document` does, or the table of moves knows no such step.
    """
    before = DocumentState(document.state)
    if to not in NEXT[before]:
        raise DocumentMoved(f"{before} -> {to}")
    _set(document, {**(values or {}), "state": to})
    Step.objects.create(document=document, state=to, note=note, made_by=by, made_at=now)
    changes = {"before": before, "after": to, "revision": document.revision}
    return audit.record(
        verb=verb or f"document_{to}", subject=document, scope=document.conference, by=by, now=now, changes=changes
    )


@transaction.atomic
def change_draft(*, document: Document, values: Mapping[str, Any], verb: str, by: User, now: datetime) -> Event:
    """Sets fields of a document that nobody has checked yet; raises DocumentMoved as `move` does."""
    if document.state not in EDITABLE:
        raise DocumentMoved(document.state)
    _set(document, values)
    changes = {"fields": sorted(values), "revision": document.revision}
    return audit.record(verb=verb, subject=document, scope=document.conference, by=by, now=now, changes=changes)


@transaction.atomic
def touch(*, document: Document, values: Mapping[str, Any], verb: str, by: User, now: datetime) -> Event:
    """Sets fields beside the text (a signed file) in any state; raises DocumentMoved where somebody was faster."""
    _set(document, values)
    changes = {"fields": sorted(values), "revision": document.revision}
    return audit.record(verb=verb, subject=document, scope=document.conference, by=by, now=now, changes=changes)


def _set(document: Document, values: Mapping[str, Any]) -> None:
    unmoved = Document.objects.filter(pk=document.pk, state=document.state, revision=document.revision)
    if unmoved.update(**values, revision=document.revision + 1) != 1:
        raise DocumentMoved(document.state)
    for name, value in values.items():
        setattr(document, name, value)
    document.revision += 1
