"""Documents as JSON: listed, one of them whole, drafted, written, their recipients and their files."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema
from ninja.errors import HttpError
from pydantic import ConfigDict

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for
from tongket.core import clock
from tongket.core.findings import as_json
from tongket.core.typed_json import cleaned
from tongket.documents.access import document_for, run_desk_for, run_document_for
from tongket.documents.actions.drafting import draft_document
from tongket.documents.actions.recipients import RecipientDraft, set_recipients
from tongket.documents.actions.writing import write_whole
from tongket.documents.forms import typed_day
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.desk import SENT, WAITING, desk_of
from tongket.documents.queries.form_check import form_check
from tongket.documents.queries.listing import document_as_json, recipient_as_json
from tongket.documents.recipient_forms import RecipientForm, owed_by_unit
from tongket.documents.render.json_form import to_json
from tongket.documents.rules import RecipientRole
from tongket.documents.views import document as pages
from tongket.documents.writing_forms import AROUND, WriteForm, written
from tongket.units.models import Unit

router = Router(tags=["documents"])
Answer = dict[str, Any]


class OptionsIn(Schema):
    """What was chosen for a document; which of these a kind heeds is told where drafts are made."""

    model_config = ConfigDict(extra="forbid")

    duty_kinds: list[str] = Field(default_factory=list)
    units: list[int] = Field(default_factory=list)
    with_annex: bool = False
    contact: int | None = None
    on: date | None = None
    due_on: date | None = None
    to: str = Field("", max_length=300)


class DraftIn(Schema):
    """A kind with what was chosen for it."""

    kind: str
    options: OptionsIn | None = None


class WriteIn(Schema):
    """The text with what stands around it; what is left out stays. `values` are what was missing, by name."""

    revision: int
    subject: str | None = None
    body: str | None = None
    values: dict[str, str] = Field(default_factory=dict)
    symbol: str | None = None
    place: str | None = None
    dated_on: date | None = None
    signer_authority: list[str] | None = None
    signer_name: str | None = None
    archive_line: str | None = None


class RecipientIn(Schema):
    """One recipient: a unit's key or a name."""

    name: str
    unit: int | None = None
    email: str = ""
    copies: int = Field(1, ge=1, le=999)
    role: RecipientRole = RecipientRole.ADDRESSEE
    duties: list[int] = Field(default_factory=list)


class RecipientsIn(Schema):
    """All recipients, in order."""

    revision: int
    recipients: list[RecipientIn]


@router.get("/{int:conference_id}/documents")
def list_documents(request: HttpRequest, conference_id: int, show: str = "") -> list[Answer]:
    """The documents of a conference, for people of its host; `show` is `waiting`, `sent` or empty."""
    conference, _rights = office_for(request, conference_id)
    rows = desk_of(conference, shown=show if show in (WAITING, SENT) else "").rows
    return [document_as_json(row.document) for row in rows]


@router.post("/{int:conference_id}/documents")
def draft(request: HttpRequest, conference_id: int, asked: DraftIn) -> Answer:
    """Drafts a document from what the conference knows."""
    conference, _rights = run_desk_for(request, conference_id)
    if asked.kind not in KINDS:
        raise HttpError(422, f"kind: {asked.kind}")
    options = asked.options.model_dump(mode="json", exclude_unset=True) if asked.options else {}
    document = draft_document(
        conference=conference, kind=asked.kind, options=options, by=signed_in(request), now=clock.now()
    )
    return _whole(document)


@router.get("/documents/{int:document_id}")
def get_document(request: HttpRequest, document_id: int) -> Answer:
    """One document whole: its text, its blocks as the renderers see them, recipients, findings, what is missing."""
    document, _rights = document_for(request, document_id)
    return _whole(document)


def _whole(document: Document) -> Answer:
    made = assembled(document)
    recipients = document.recipients.order_by("ordinal")
    return {
        **document_as_json(document),
        "body": document.body,
        "values": document.values,
        "document": to_json(made.document),
        "missing": list(made.missing),
        "findings": [as_json(finding) for finding in form_check(made).findings],
        "recipients": [recipient_as_json(recipient) for recipient in recipients],
    }


@router.put("/documents/{int:document_id}")
def write(request: HttpRequest, document_id: int, wanted: WriteIn) -> Answer:
    """Writes on a draft; 409 where somebody wrote since `revision`."""
    document, _rights = run_document_for(request, document_id)
    given = wanted.dict(exclude={"revision", "values"}, exclude_none=True)
    if "signer_authority" in given:
        given["signer_authority"] = "\n".join(given["signer_authority"])
    if "dated_on" in given:
        given["dated_on"] = typed_day(given["dated_on"])
    values = cleaned(WriteForm({**written(document), **given}))
    kept = write_whole(
        document=document,
        subject=values["subject"],
        body=values["body"],
        values=wanted.values,
        around={name: values[name] for name in AROUND},
        revision=wanted.revision,
        by=signed_in(request),
        now=clock.now(),
    )
    return _whole(kept)


@router.put("/documents/{int:document_id}/recipients")
def put_recipients(request: HttpRequest, document_id: int, wanted: RecipientsIn) -> Answer:
    """Puts these in the place of all recipients of a draft."""
    document, _rights = run_document_for(request, document_id)
    document.revision = wanted.revision
    drafts = _recipients(document, wanted.recipients)
    set_recipients(document=document, drafts=drafts, by=signed_in(request), now=clock.now())
    return _whole(document)


def _recipients(document: Document, wanted: list[RecipientIn]) -> list[RecipientDraft]:
    """The recipients cleaned by the form of the page; 422 for a unit that is none, or a duty of another one."""
    asked, owed = {each.unit for each in wanted if each.unit is not None}, owed_by_unit(document)
    unknown = asked - set(Unit.objects.filter(pk__in=asked).values_list("pk", flat=True))
    if unknown:
        raise HttpError(422, f"unit: {', '.join(map(str, sorted(unknown)))}")
    lines = [cleaned(RecipientForm(each.dict(), owed=owed)) for each in wanted]
    return [
        RecipientDraft(
            line["name"],
            line["unit"],
            line["email"],
            line["copies"] or 1,
            RecipientRole(line["role"]),
            tuple(line["duties"]),
        )
        for line in lines
    ]


@router.get("/documents/{int:document_id}/docx")
def get_word(request: HttpRequest, document_id: int) -> HttpResponse:
    """The .docx, as issued or as it stands."""
    return pages.word(request, document_id)


@router.get("/documents/{int:document_id}/pdf")
def get_pdf(request: HttpRequest, document_id: int) -> HttpResponse:
    """The PDF without signature, as issued or as it stands."""
    return pages.pdf(request, document_id)
