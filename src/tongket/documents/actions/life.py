"""The life of a document: checked, approved or returned, numbered, issued, called back, corrected.

Every step goes through `move`, which compares state and revision before it sets them, so of two people who press at
once one wins and the other is told.
"""

from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import files
from tongket.core.findings import Finding
from tongket.core.models import Event
from tongket.documents.actions.correcting import correct
from tongket.documents.actions.moving import DocumentMoved, move
from tongket.documents.actions.register import Beginning, cancel_entry, describe_entry, enter_number
from tongket.documents.actions.signing import attach_signed, detach_signed
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document, Entry
from tongket.documents.parts import changed as tell_volume
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.making import make_now
from tongket.documents.queries.ready import blockers
from tongket.documents.render.docx import docx_of
from tongket.documents.render.json_form import to_json
from tongket.documents.render.pdf import pdf_of
from tongket.documents.rules import NEXT, DocumentState

__all__ = [
    "DocumentMoved",
    "NotReady",
    "approve",
    "attach_signed",
    "check",
    "correct",
    "detach_signed",
    "drop",
    "give_number",
    "issue",
    "move",
    "recall",
    "return_document",
    "take_back_step",
    "to_draft",
]
# Steps that only the office saw: each can be taken back while the document still stands there.
WITHIN = frozenset({"document_checked", "document_approved", "document_returned", "document_dropped"})


class NotReady(RuntimeError):
    """Something is missing before a leader may see the document; `findings` say what."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings


@transaction.atomic
def check(*, document: Document, by: User, now: datetime) -> Event:
    """Lays the document before a leader; raises NotReady while a value is missing or a letter cannot be printed."""
    found = blockers(document)
    if found:
        raise NotReady(found)
    return move(document=document, to=DocumentState.CHECKED, by=by, now=now)


@transaction.atomic
def approve(*, document: Document, by: User, now: datetime) -> Event:
    """Signs for the text as it stands: from here on it is kept whole, and nothing in the conference changes it.

    Raises NotReady where something went missing since it was checked.
    """
    found = blockers(document)
    if found:
        raise NotReady(found)
    values: dict[str, Any] = {"frozen": to_json(assembled(document).document)}
    if not document.is_edited:
        now_made = make_now(document.conference, document.kind, document.options, document.values)
        values["made_from"] = now_made.values
    return move(document=document, to=DocumentState.APPROVED, by=by, now=now, values=values)


@transaction.atomic
def return_document(*, document: Document, remark: str, by: User, now: datetime) -> Event:
    """Gives the document back to who writes it, with what must be mended."""
    return move(document=document, to=DocumentState.RETURNED, by=by, now=now, note=remark)


@transaction.atomic
def to_draft(*, document: Document, by: User, now: datetime) -> Event:
    """Takes a document that has no number yet back to be written on, or a dropped one up again."""
    return move(document=document, to=DocumentState.DRAFT, by=by, now=now, values={"frozen": None})


@transaction.atomic
def drop(*, document: Document, by: User, now: datetime) -> Event:
    """Puts a draft aside; it can be taken up again."""
    return move(document=document, to=DocumentState.DROPPED, by=by, now=now)


@transaction.atomic
def give_number(
    *,
    document: Document,
    number: int,
    dated_on: date,
    symbol: str,
    on_paper: bool = False,
    begins: Beginning | None = None,
    by: User,
    now: datetime,
) -> tuple[Entry, Event]:
    """Gives number, symbol and day, and writes the line of the register.

    `on_paper` one that was numbered before this software; `begins` where an empty series goes on.
    Raises NumberRefused where the number is taken or leaves a gap; DocumentMoved where somebody was faster.
    """
    values = {"dated_on": dated_on, "symbol": symbol}
    event = move(document=document, to=DocumentState.NUMBERED, by=by, now=now, values=values)
    entry = enter_number(document=document, number=number, on_paper=on_paper, begins=begins, by=by, now=now)
    describe_entry(entry=entry, document=document, made=assembled(document).document)
    return entry, event


@transaction.atomic
def issue(*, document: Document, by: User, now: datetime) -> Event:
    """Lets the document leave: its .docx and PDF are stored once, and what it replaces counts as replaced.

    Pressed twice, by two people or after a killed process, one press issues and the others raise DocumentMoved:
    files, step and register line are one transaction.
    """
    if document.state != DocumentState.NUMBERED:
        raise DocumentMoved(document.state)
    made = assembled(document).document
    name = f"{document.entry.number:02d}-{document.symbol}".replace("/", "-")
    values = {
        "docx": files.store(data=docx_of(made), name=f"{name}.docx", now=now),
        "pdf": files.store(data=pdf_of(made, stamp=now.astimezone(UTC)), name=f"{name}.pdf", now=now),
    }
    event = move(document=document, to=DocumentState.ISSUED, by=by, now=now, values=values)
    describe_entry(entry=document.entry, document=document, made=made)
    old = document.replaces
    if old is not None and old.state == DocumentState.ISSUED:
        move(document=old, to=DocumentState.CORRECTED, by=by, now=now, note=str(document.entry))
    _tell(document, now=now)
    return event


@transaction.atomic
def recall(*, document: Document, reason: str, by: User, now: datetime) -> Event:
    """Calls a numbered or issued document back; its line stays in the register, marked with the reason."""
    event = move(document=document, to=DocumentState.RECALLED, by=by, now=now, note=reason)
    cancel_entry(entry=document.entry, reason=reason)
    _tell(document, now=now)
    return event


def _tell(document: Document, *, now: datetime) -> None:
    """The volume, and the room whose kind of document it is."""
    tell_volume(document.conference_id, now=now)
    KINDS[document.kind].left(document.conference, now=now)


@transaction.atomic
def take_back_step(*, document: Document, event: Event, by: User, now: datetime) -> Event:
    """Takes back a step that nobody outside saw; raises DocumentMoved where anything happened since."""
    if event.verb not in WITHIN or document.revision != event.changes["revision"]:
        raise DocumentMoved(event.verb)
    before = DocumentState(event.changes["before"])
    # A returned document that was checked, or dropped, goes back to where it can be written on.
    to = before if before in NEXT[DocumentState(document.state)] else DocumentState.DRAFT
    return move(document=document, to=to, by=by, now=now, verb="take_back", values={"frozen": None})
