"""The steps of a document's life as JSON: checked, approved, returned, numbered, issued, called back, corrected."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.datastructures import MultiValueDict
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.core.typed_json import cleaned
from tongket.documents import forms as typed
from tongket.documents.access import document_for, may_approve, may_write
from tongket.documents.actions import life
from tongket.documents.api.seen import seen_document_for
from tongket.documents.models import Document
from tongket.documents.queries.listing import document_as_json
from tongket.documents.views import document as pages

router = Router(tags=["documents"])
Answer = dict[str, Any]


class StepIn(Schema):
    """The revision that the caller saw; without one the step is taken from where the document stands."""

    revision: int | None = None


class RemarkIn(StepIn):
    """What must be mended."""

    remark: str


class NumberIn(StepIn):
    """Number, symbol and day."""

    number: int
    symbol: str
    dated_on: date


class ReasonIn(StepIn):
    """Why."""

    reason: str


class CorrectIn(ReasonIn):
    """What is wrong, and whether it is mended by a letter (form) or by a new document (content)."""

    by_letter: bool


def _writable(request: HttpRequest, document_id: int, step: StepIn) -> Document:
    document, rights = seen_document_for(request, document_id, step.revision)
    if not may_write(rights):
        raise PermissionDenied
    return document


def _signable(request: HttpRequest, document_id: int, step: StepIn) -> Document:
    document, rights = seen_document_for(request, document_id, step.revision)
    if not may_approve(rights):
        raise PermissionDenied
    return document


def _said(request: HttpRequest, document: Document) -> Answer:
    """How the document stands now."""
    fresh, _rights = document_for(request, document.pk)
    return document_as_json(fresh)


@router.post("/documents/{int:document_id}/check")
def check(request: HttpRequest, document_id: int, step: StepIn) -> Answer:
    """Lays a draft before the leader; 422 with findings while something is missing."""
    document = _writable(request, document_id, step)
    life.check(document=document, by=signed_in(request), now=clock.now())
    return _said(request, document)


@router.post("/documents/{int:document_id}/approve")
def approve(request: HttpRequest, document_id: int, step: StepIn) -> Answer:
    """Signs, for leaders."""
    document = _signable(request, document_id, step)
    life.approve(document=document, by=signed_in(request), now=clock.now())
    return _said(request, document)


@router.post("/documents/{int:document_id}/return")
def give_back(request: HttpRequest, document_id: int, step: RemarkIn) -> Answer:
    """Gives back with what must be mended, for leaders."""
    document = _signable(request, document_id, step)
    remark = cleaned(typed.RemarkForm({"remark": step.remark}))["remark"]
    life.return_document(document=document, remark=remark, by=signed_in(request), now=clock.now())
    return _said(request, document)


@router.post("/documents/{int:document_id}/draft")
def to_draft(request: HttpRequest, document_id: int, step: StepIn) -> Answer:
    """Takes a document without number back to be written on."""
    document = _writable(request, document_id, step)
    life.to_draft(document=document, by=signed_in(request), now=clock.now())
    return _said(request, document)


@router.post("/documents/{int:document_id}/drop")
def drop(request: HttpRequest, document_id: int, step: StepIn) -> Answer:
    """Puts a draft aside."""
    document = _writable(request, document_id, step)
    life.drop(document=document, by=signed_in(request), now=clock.now())
    return _said(request, document)


@router.post("/documents/{int:document_id}/number")
def give_number(request: HttpRequest, document_id: int, step: NumberIn) -> Answer:
    """Gives number, symbol and day; 422 where the number is taken or leaves a gap."""
    document = _writable(request, document_id, step)
    data = {"number": step.number, "symbol": step.symbol, "dated_on": typed.typed_day(step.dated_on)}
    values = cleaned(typed.GiveNumberForm(data))
    life.give_number(document=document, **values, by=signed_in(request), now=clock.now())
    return _said(request, document)


@router.post("/documents/{int:document_id}/issue")
def issue(request: HttpRequest, document_id: int, step: StepIn) -> Answer:
    """Lets the document leave."""
    document = _writable(request, document_id, step)
    life.issue(document=document, by=signed_in(request), now=clock.now())
    return _said(request, document)


@router.post("/documents/{int:document_id}/recall")
def recall(request: HttpRequest, document_id: int, step: ReasonIn) -> Answer:
    """Calls back, with a reason."""
    document = _writable(request, document_id, step)
    reason = cleaned(typed.ReasonForm({"reason": step.reason}))["reason"]
    life.recall(document=document, reason=reason, by=signed_in(request), now=clock.now())
    return _said(request, document)


@router.post("/documents/{int:document_id}/correct")
def correct(request: HttpRequest, document_id: int, step: CorrectIn) -> Answer:
    """A draft that mends an issued document."""
    document = _writable(request, document_id, step)
    values = cleaned(typed.CorrectForm({"reason": step.reason, "by_letter": str(step.by_letter)}))
    draft = life.correct(document=document, **values, by=signed_in(request), now=clock.now())
    return _said(request, draft)


@router.post("/documents/{int:document_id}/signed")
def attach(request: HttpRequest, document_id: int, file: File[UploadedFile], step: Form[StepIn]) -> Answer:
    """Attaches the signed file."""
    document = _writable(request, document_id, step)
    signed = cleaned(typed.SignedForm({}, MultiValueDict({"signed": [file]})))["signed"]
    by, now = signed_in(request), clock.now()
    life.attach_signed(document=document, data=signed.read(), name=signed.name or "", by=by, now=now)
    return _said(request, document)


@router.delete("/documents/{int:document_id}/signed")
def detach(request: HttpRequest, document_id: int) -> Answer:
    """Takes the signed file off while nothing was sent."""
    document = _writable(request, document_id, StepIn())
    life.detach_signed(document=document, by=signed_in(request), now=clock.now())
    return _said(request, document)


@router.get("/documents/{int:document_id}/signed")
def get_signed(request: HttpRequest, document_id: int) -> HttpResponse:
    """The signed file."""
    return pages.signed(request, document_id)
