"""A unit's letters as JSON: what came, one of them, and the word that it was received."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router

from tongket.accounts.requests import signed_in
from tongket.conferences.access import conference_for
from tongket.core import clock
from tongket.documents.access import document_for, letter_for, may_write
from tongket.documents.actions.reached import note_reached
from tongket.documents.models import Recipient
from tongket.documents.queries.letters import LetterRow, letter_row, letter_rows
from tongket.documents.queries.listing import recipient_as_json
from tongket.documents.rules import Reached
from tongket.documents.views import letters as pages

router = Router(tags=["letters"])
Answer = dict[str, Any]


def _letter(row: LetterRow) -> Answer:
    """A letter as its recipient may know it."""
    return {"label": row.label, "title": row.title, "is_recalled": row.is_recalled, **recipient_as_json(row.recipient)}


@router.get("/{int:conference_id}/letters")
def list_letters(request: HttpRequest, conference_id: int) -> list[Answer]:
    """The letters to the reader's units."""
    conference, rights = conference_for(request, conference_id)
    if not rights.units:
        raise PermissionDenied
    return [_letter(row) for row in letter_rows(conference, rights.units)]


@router.get("/letters/{int:recipient_id}")
def get_letter(request: HttpRequest, recipient_id: int) -> Answer:
    """One letter; that it was opened is noted."""
    recipient, _rights = letter_for(request, recipient_id)
    note_reached(recipient=recipient, reached=Reached.OPENED, by=signed_in(request), now=clock.now())
    return _letter(letter_row(recipient))


@router.get("/letters/{int:recipient_id}/file")
def get_file(request: HttpRequest, recipient_id: int) -> HttpResponse:
    """The file that was sent."""
    return pages.letter_file(request, recipient_id)


@router.post("/letters/{int:recipient_id}/received")
def received(request: HttpRequest, recipient_id: int) -> Answer:
    """Says, as the unit, that the letter was received."""
    recipient, _rights = letter_for(request, recipient_id)
    by, now = signed_in(request), clock.now()
    note_reached(recipient=recipient, reached=Reached.RECEIVED, received_by=by.name, by=by, now=now)
    return _letter(letter_row(recipient))


@router.post("/documents/{int:document_id}/recipients/{int:recipient_id}/received")
def handed_out(request: HttpRequest, document_id: int, recipient_id: int, received_by: str = "") -> Answer:
    """Marks a paper copy as handed out, for the office."""
    document, rights = document_for(request, document_id)
    if not may_write(rights):
        raise PermissionDenied
    found = get_object_or_404(
        Recipient.objects.select_related("document__conference"), document=document, pk=recipient_id
    )
    by, now = signed_in(request), clock.now()
    note_reached(recipient=found, reached=Reached.RECEIVED, received_by=received_by, by=by, now=now)
    return recipient_as_json(found)
