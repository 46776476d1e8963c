"""Drafting: a document made of what the conference knows, made anew, or written by a person."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import nfc
from tongket.documents.actions.moving import DocumentMoved, change_draft
from tongket.documents.kinds import KINDS, Addressee, Kind
from tongket.documents.models import Document, Recipient, Step
from tongket.documents.queries.assembled import text_now
from tongket.documents.queries.making import Made, make_now
from tongket.documents.queries.offices import heading_of
from tongket.documents.rules import DocumentState, RecipientRole
from tongket.units.models import Membership

__all__ = ["DocumentMoved", "draft_document", "redraft", "take_back_redraft", "write_document"]
GIVEN_UP = "given_up"


@transaction.atomic
def draft_document(
    *, conference: Conference, kind: str, options: Mapping[str, Any] | None = None, by: User, now: datetime
) -> Document:
    """A draft with its text, signer and recipients; `options` (JSON) say which duties, which annex, whom to ask.

    Options: `duty_kinds` (list of codes), `with_annex`, `contact` (key of a membership of the host; else the drafter),
    `on` (ISO day an urging letter speaks of), `due_on` (its new last day), `to` (whom a proposal goes to). Raises
    TemplateFault where the office's template is wrong, KeyError for a kind nobody registered.
    """
    asked, chosen = KINDS[kind], dict(options or {})
    chosen.setdefault("contact", _contact(conference, by))
    made = make_now(conference, kind, chosen, {})
    Conference.objects.select_for_update().get(pk=conference.pk)
    last = Document.objects.filter(conference=conference, kind=kind).aggregate(last=Max("ordinal"))["last"] or 0
    document = Document.objects.create(
        conference=conference,
        kind=kind,
        ordinal=last + 1,
        clause=asked.clause(conference, chosen),
        plan_ordinal=latest_ordinal(conference),
        options=chosen,
        made_by=by,
        made_at=now,
        **_text(made),
        **heading_of(conference, asked, on=now.date()),
    )
    Step.objects.create(document=document, state=DocumentState.DRAFT, made_by=by, made_at=now)
    put_recipients(document, asked)
    audit.record(verb="draft_document", subject=document, scope=conference, by=by, now=now, changes={"kind": kind})
    return document


@transaction.atomic
def redraft(*, document: Document, by: User, now: datetime) -> Event:
    """Makes the text anew from template and conference; what a person wrote is given up, what was typed in stays.

    The text that is given up stays with the document, under GIVEN_UP of its options, for `take_back_redraft`.
    Raises DocumentMoved once it was checked, TemplateFault where the template is wrong.
    """
    made = make_now(document.conference, document.kind, document.options, document.values)
    values = {**_text(made), "is_edited": False, "plan_ordinal": latest_ordinal(document.conference)}
    if document.is_edited:
        given_up = {"subject": document.subject, "body": document.body}
        values["options"] = {**document.options, GIVEN_UP: given_up}
    return change_draft(document=document, values=values, verb="redraft_document", by=by, now=now)


@transaction.atomic
def take_back_redraft(*, document: Document, event: Event, by: User, now: datetime) -> Event:
    """Puts the text back that a person had written; raises DocumentMoved where the document went on since."""
    options = dict(document.options)
    given_up = options.pop(GIVEN_UP, None)
    if given_up is None or document.revision != event.changes["revision"]:
        raise DocumentMoved(document.state)
    values = {**given_up, "is_edited": True, "options": options}
    return change_draft(document=document, values=values, verb="take_back_redraft", by=by, now=now)


@transaction.atomic
def write_document(
    *,
    document: Document,
    subject: str,
    body: str,
    values: Mapping[str, Any],
    revision: int,
    by: User,
    now: datetime,
) -> Document:
    """Keeps what a person wrote; `values` are all that were typed for missing ones, by name or as people call them.

    A text that stands as the template makes it is not an edited one: it goes on following the conference. Raises
    DocumentMoved where somebody wrote since `revision`, or the document was checked.
    """
    subject, body = nfc(subject).strip(), nfc(body).replace("\r\n", "\n").strip() + "\n"
    document.revision = revision
    is_edited = is_edited_by(document, subject, body)
    kept = {key: value for key, value in values.items() if value not in (None, "")}
    written: dict[str, Any] = {"values": kept, "is_edited": is_edited}
    made = make_now(document.conference, document.kind, document.options, kept)
    written |= {"subject": subject, "body": body, "made_from": made.values} if is_edited else _text(made)
    change_draft(document=document, values=written, verb="write_document", by=by, now=now)
    return document


def is_edited_by(document: Document, subject: str, body: str) -> bool:
    """Whether this text is a person's own and no more what the template makes; white space does not count."""
    now = [text.split() for text in text_now(document)]
    return document.is_edited or now != [nfc(text).split() for text in (subject, body)]


def _text(made: Made) -> dict[str, Any]:
    return {"subject": made.subject, "body": made.body, "made_from": made.values}


def _contact(conference: Conference, by: User) -> int | None:
    """The drafter's place at the host: whom units ask about the document."""
    mine = Membership.objects.filter(unit=conference.host, person__user=by, ended_on__isnull=True)
    return mine.order_by("pk").values_list("pk", flat=True).first()


def put_recipients(document: Document, kind: Kind) -> None:
    """Writes down who gets it and the duties it is about, in the order of the kind; a unit stands once in each role."""
    asked = [each for each in kind.addressees(document.conference, document.options) if not each.is_person]
    copies = kind.copies(document.conference, document.options)
    pairs = [*_roles(asked, RecipientRole.ADDRESSEE), *_roles(copies, RecipientRole.COPY)]
    rows = Recipient.objects.bulk_create(
        Recipient(document=document, ordinal=place, role=role, unit=each.unit, name=each.name, email=each.email)
        for place, (each, role) in enumerate(pairs, 1)
    )
    through = Recipient.duties.through
    through.objects.bulk_create(
        through(recipient_id=row.pk, duty_id=duty.pk)
        for row, (each, _role) in zip(rows, pairs, strict=True)
        for duty in each.duties
    )


def _roles(given: Iterable[Addressee], role: RecipientRole) -> list[tuple[Addressee, RecipientRole]]:
    once = {(each.unit.pk if each.unit else None, each.name if each.unit is None else ""): each for each in given}
    return [(each, role) for each in once.values()]
