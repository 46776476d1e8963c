"""A document that was issued goes into the outbox: one message for each recipient or copy, thousands by a job."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import clock
from tongket.core.jobs import start_job
from tongket.documents.actions.batches import CopiesUnfinished
from tongket.documents.actions.copies import issue_copies
from tongket.documents.models import Copy, Document, Recipient
from tongket.documents.queries.copies import unfinished
from tongket.documents.rules import DocumentState
from tongket.mailbox.actions.outbox import CHUNK, put_in_outbox
from tongket.mailbox.drafts import Draft
from tongket.mailbox.models import Message
from tongket.mailbox.queries.words import addresses_of, common_values, document_values, letter_for
from tongket.mailbox.rules import LETTERS_JOB, MessageKind
from tongket.mailbox.wording import Letter, Say, fill, filled, without_link

# So many are put in while the person waits; more go by a job that shows how far it is.
MOST_AT_ONCE = 200


class NotIssued(RuntimeError):
    """Only a document that was issued is sent."""


@transaction.atomic
def letters_to_outbox(*, document: Document, by: User, now: datetime) -> list[Message]:
    """Puts a message for each copy of the document, or for each recipient where it has none, into the outbox.

    What was put in before is not made again and is among the answer. Raises NotIssued, CopiesUnfinished.
    """
    _be_sendable(document)
    _issue_copies(document, by=by, now=now)
    drafts = list(drafts_of(document))
    return put_in_outbox(conference=document.conference, drafts=drafts, by=by, now=now)


def start_letters(*, document: Document, by: User, now: datetime) -> int:
    """As `letters_to_outbox`; more than 200 by a job. Returns how many messages that is."""
    number = _number(document)
    if number <= MOST_AT_ONCE:
        return len(letters_to_outbox(document=document, by=by, now=now))
    _be_sendable(document)
    start_job(
        LETTERS_JOB,
        conference=document.conference_id,
        document=document.pk,
        by=by.pk,
        batch=str(uuid4()),
        total=number,
    )
    return number


def letters_job(*, conference: int, document: int, by: int, batch: str, total: int) -> None:  # noqa: ARG001
    """The job: some hundreds in each transaction, so that one that was killed goes on where it was."""
    found = Document.objects.select_related("conference__host", "entry").get(pk=document)
    person, now = User.objects.get(pk=by), clock.now()
    with transaction.atomic():
        _issue_copies(found, by=person, now=now)
    drafts = list(drafts_of(found))
    for start in range(0, len(drafts), CHUNK):
        part = drafts[start : start + CHUNK]
        put_in_outbox(conference=found.conference, drafts=part, by=person, now=now, batch=UUID(batch))


def _number(document: Document) -> int:
    return document.copies.count() or document.recipients.count()


def _be_sendable(document: Document) -> None:
    """Passes a document that may leave, its copies with it. Raises NotIssued, CopiesUnfinished."""
    _be_issued(document)
    lacking = unfinished(document)
    if lacking:
        raise CopiesUnfinished([copy.name for copy in lacking])


def _issue_copies(document: Document, *, by: User, now: datetime) -> None:
    """Gives each copy that is new its line among the recipients, once, before it is written to."""
    fresh = document.copies.filter(issued_at=None).order_by("ordinal").values_list("pk", flat=True)
    issue_copies(document=document, keys=list(fresh), by=by, now=now)


def _be_issued(document: Document) -> None:
    if document.state != DocumentState.ISSUED:
        raise NotIssued(document.state)


def drafts_of(document: Document) -> Iterator[Draft]:
    """The messages that bring this document, in the order of its copies or recipients; a constant number of queries."""
    _be_issued(document)
    values = common_values(document.conference) | document_values(document)
    copies = list(document.copies.select_related("unit", "recipient").order_by("ordinal"))
    if copies:
        letter = _with_what_all_share(letter_for(document.conference.host, "personal"), values)
        without = replace(letter, body=without_link(letter.body))
        # Whoever is no unit of the directory has no page that a link could open.
        for copy in copies:
            has_page = copy.recipient is not None and copy.recipient.unit_id is not None
            yield _for_copy(document, copy, letter if has_page else without)
        return
    letter = _with_what_all_share(letter_for(document.conference.host, "document"), values)
    recipients = list(document.recipients.select_related("unit").prefetch_related("duties").order_by("ordinal"))
    known = addresses_of([each.unit for each in recipients if each.unit is not None])
    for recipient in recipients:
        addresses = [recipient.email] if recipient.email else known.get(recipient.unit_id or 0, [])
        yield _for_recipient(document, recipient, letter, addresses)


def _with_what_all_share(letter: Letter, values: dict[str, str]) -> Letter:
    """The letter with all filled in that is the same for every reader, once for all of them."""
    return replace(letter, subject=fill(letter.subject, values), body=fill(letter.body, values))


def _for_copy(document: Document, copy: Copy, letter: Letter) -> Draft:
    subject, body = filled(letter, {Say.UNIT: copy.name})
    other = copy.recipient.email if copy.recipient else ""
    return Draft(
        kind=MessageKind.DOCUMENT,
        unit=copy.unit,
        name=copy.name,
        addresses=[copy.email or other],
        subject=subject,
        body=body,
        document=document,
        copy=copy,
        recipient=copy.recipient,
        once=f"copy:{copy.pk}",
    )


def _for_recipient(document: Document, recipient: Recipient, letter: Letter, addresses: list[str]) -> Draft:
    subject, body = filled(letter, {Say.UNIT: recipient.name})
    return Draft(
        kind=MessageKind.DOCUMENT,
        unit=recipient.unit,
        name=recipient.name,
        addresses=addresses,
        subject=subject,
        # Whoever is no unit of the directory has no page that a link could open.
        body=body if recipient.unit_id else without_link(body),
        document=document,
        recipient=recipient,
        duties=list(recipient.duties.all()),
        once=f"letter:{recipient.pk}",
    )
