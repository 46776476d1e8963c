"""The plan as the first document of its conference: made when the desk is first opened, numbered as the paper says."""

from datetime import date, datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.settling import number_plan
from tongket.conferences.models import Conference
from tongket.conferences.queries.plan_page import latest_version
from tongket.core import files
from tongket.documents.actions.drafting import draft_document
from tongket.documents.actions.life import give_number, issue
from tongket.documents.actions.moving import move
from tongket.documents.actions.recipients import RecipientDraft, add_recipients
from tongket.documents.actions.signing import NotSigned, attach_signed
from tongket.documents.models import Document, Entry
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.plan import PLAN, plan_recipients, plan_row
from tongket.documents.render.json_form import to_json
from tongket.documents.rules import DocumentState, RecipientRole


@transaction.atomic
def plan_document(*, conference: Conference, by: User, now: datetime) -> Document:
    """The plan's document, made with its recipients where it is not there yet; two who ask at once get the same."""
    Conference.objects.select_for_update().get(pk=conference.pk)
    row = plan_row(conference)
    if row is not None:
        return row
    document = draft_document(conference=conference, kind=PLAN, by=by, now=now)
    version = latest_version(conference)
    if version.issued_on and document.dated_on is None:
        Document.objects.filter(pk=document.pk).update(dated_on=version.issued_on)
    if not document.recipients.exists():
        drafts = [
            RecipientDraft(each.name, each.unit_id, each.email, role=RecipientRole.COPY)
            for each in plan_recipients(version, today=now.date())
        ]
        add_recipients(document=document, drafts=drafts, by=by, now=now)
    return Document.objects.get(pk=document.pk)


@transaction.atomic
def settle_plan(
    *,
    document: Document,
    number: int,
    symbol: str,
    dated_on: date,
    signer: str,
    signed: tuple[str, bytes] | None,
    by: User,
    now: datetime,
) -> Entry:
    """Writes down that the plan was signed and numbered on paper: it goes through all steps at once and is in force.

    `signed` is name and bytes of the signed file; without one, the file the conference was made of is attached where it
    is one that can be signed. Raises NumberRefused and NotSigned as their actions do.
    """
    note = f"{signer} ký trên giấy" if signer else "ký trên giấy"
    if document.state != DocumentState.CHECKED:
        move(document=document, to=DocumentState.CHECKED, by=by, now=now, note=note)
    if signer:
        Document.objects.filter(pk=document.pk).update(signer_name=signer)
        document.signer_name = signer
    frozen = to_json(assembled(document).document)
    move(document=document, to=DocumentState.APPROVED, by=by, now=now, note=note, values={"frozen": frozen})
    entry, _event = give_number(
        document=document, number=number, symbol=symbol, dated_on=dated_on, on_paper=True, by=by, now=now
    )
    _attach(document, signed, by=by, now=now)
    document.entry = entry
    issue(document=document, by=by, now=now)
    number_plan(version=latest_version(document.conference), number=str(entry), by=by, now=now)
    return entry


def _attach(document: Document, signed: tuple[str, bytes] | None, *, by: User, now: datetime) -> None:
    """Keeps the signed file: the given one, else the one the plan was read from where it is a PDF or a picture."""
    if signed is not None:
        attach_signed(document=document, name=signed[0], data=signed[1], by=by, now=now)
        return
    read_from = latest_version(document.conference).file
    if read_from is None:
        return
    try:
        attach_signed(document=document, name=read_from.name, data=files.read(read_from), by=by, now=now)
    except NotSigned:
        return
