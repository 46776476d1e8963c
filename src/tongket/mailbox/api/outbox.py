"""The outbox as JSON: what waits, one message, and everything the pages do with them."""

from datetime import datetime
from typing import Any

from django.forms import Form
from django.http import HttpRequest
from ninja import Router, Schema
from ninja.errors import HttpError

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.models import Event
from tongket.documents.models import Document
from tongket.mailbox.access import message_for, run_message_for
from tongket.mailbox.actions import messages as act
from tongket.mailbox.actions.delivery import decide_unsure
from tongket.mailbox.actions.letters import start_letters
from tongket.mailbox.actions.links import remember_site
from tongket.mailbox.actions.telling import free_to_outbox
from tongket.mailbox.forms import FreeForm, MessageForm
from tongket.mailbox.models import Message
from tongket.mailbox.queries.letters import owing_units
from tongket.mailbox.queries.message_page import MessagePage, message_page
from tongket.mailbox.queries.outbox import Outbox, Row, outbox_of, wanted_of

router = Router()
Answer = dict[str, Any]


class MessagesIn(Schema):
    """The keys of messages of one conference."""

    messages: list[int]


class ByHandIn(MessagesIn):
    """Messages that a person sent themselves, and how."""

    channel: Channel = Channel.ZALO


class EditIn(Schema):
    """The words and addresses of a message as they are to be, and the revision that was seen."""

    subject: str
    body: str
    addresses: str
    revision: int


class FreeIn(Schema):
    """A letter to chosen units, with gaps."""

    units: list[int]
    subject: str
    body: str


class DecideIn(Schema):
    """Whether an unsure message arrived."""

    was_sent: bool


def _row(row: Row) -> Answer:
    message = row.message
    return {
        "id": message.pk,
        "kind": message.kind,
        "state": message.state,
        "is_unsure": row.is_unsure,
        "batch": str(message.batch) if message.batch else None,
        "name": message.name,
        "unit_id": message.unit_id,
        "document_id": message.document_id,
        "subject": message.subject,
        "addresses": list(row.addresses),
        "clauses": [clause for clause, _version in row.clauses],
        "files": row.files,
        "missing": list(row.missing),
        "fault": row.fault or None,
    }


def _whole(page: MessagePage) -> Answer:
    message = page.message
    deliveries = [
        {
            "address": way.delivery.address,
            "state": way.delivery.state,
            "attempts": way.delivery.attempts,
            "sent_at": way.delivery.sent_at,
            "fault": way.fault or None,
        }
        for way in page.ways
    ]
    duties = [{"id": owed.duty.pk, "code": owed.code, "clause": owed.duty.clause} for owed in page.duties]
    said: dict[str, datetime | str | None] = {"made_at": message.made_at, "sent_at": message.sent_at}
    return (
        _row(page.row)
        | said
        | {"code": page.code, "message_id": message.message_id, "body": message.body, "text": page.text}
        | {"revision": message.revision, "channel": message.channel or None}
        | {"deliveries": deliveries, "duties": duties}
    )


def _listed(box: Outbox) -> Answer:
    rows = [_row(row) for group in box.groups for row in group.rows]
    tallies = {tab.state.value: tab.number for tab in box.tabs}
    pages = box.page.paginator.num_pages
    numbers = {"total": box.total, "going": box.going, "held": box.held, "pages": pages}
    return numbers | {"tallies": tallies, "messages": rows}


def _ours(conference_id: int, keys: list[int]) -> list[int]:
    return list(Message.objects.filter(conference=conference_id, pk__in=keys).values_list("pk", flat=True))


def _done(keys: list[int], event: Event | None) -> Answer:
    return {"messages": keys, "event": event.pk if event else None}


def faults_of(form: Form) -> str:
    """What is wrong with a form, field by field."""
    return " ".join(f"{name}: {' '.join(map(str, said))}" for name, said in form.errors.items())


@router.get("/conferences/{int:conference_id}/outbox")
def get_outbox(request: HttpRequest, conference_id: int, page: int = 1) -> Answer:
    """One page of the outbox; `state`, `kind`, `batch` and `q` narrow it as on the page."""
    conference, _rights = office_for(request, conference_id)
    return _listed(outbox_of(conference, wanted_of(request.GET.dict()), str(page)))


@router.post("/conferences/{int:conference_id}/outbox/send")
def send(request: HttpRequest, conference_id: int, body: MessagesIn) -> Answer:
    """Lets messages go; says which stay and why."""
    run_office_for(request, conference_id)
    remember_site(request.build_absolute_uri("/").rstrip("/"))
    keys = _ours(conference_id, body.messages)
    queued = act.queue_messages(messages=keys, by=signed_in(request), now=clock.now())
    stay = {"without_address": list(queued.without_address), "with_gaps": list(queued.with_gaps)}
    return _done(list(queued.messages), queued.event) | stay


@router.post("/conferences/{int:conference_id}/outbox/stop")
def stop(request: HttpRequest, conference_id: int, body: MessagesIn) -> Answer:
    """Takes messages back that no worker has in its hands."""
    run_office_for(request, conference_id)
    keys = _ours(conference_id, body.messages)
    return _done(*act.stop_messages(messages=keys, by=signed_in(request), now=clock.now()))


@router.post("/conferences/{int:conference_id}/outbox/discard")
def discard(request: HttpRequest, conference_id: int, body: MessagesIn) -> Answer:
    """Puts messages aside."""
    run_office_for(request, conference_id)
    keys = _ours(conference_id, body.messages)
    return _done(*act.discard_messages(messages=keys, by=signed_in(request), now=clock.now()))


@router.post("/conferences/{int:conference_id}/outbox/restore")
def restore(request: HttpRequest, conference_id: int, body: MessagesIn) -> Answer:
    """Takes back what was put aside."""
    run_office_for(request, conference_id)
    keys = _ours(conference_id, body.messages)
    return _done(*act.restore_messages(messages=keys, by=signed_in(request), now=clock.now()))


@router.post("/conferences/{int:conference_id}/outbox/by-hand")
def by_hand(request: HttpRequest, conference_id: int, body: ByHandIn) -> Answer:
    """Writes down that a person sent these."""
    run_office_for(request, conference_id)
    keys, by, now = _ours(conference_id, body.messages), signed_in(request), clock.now()
    return _done(*act.send_by_hand(messages=keys, channel=body.channel, by=by, now=now))


@router.post("/conferences/{int:conference_id}/outbox/free")
def write_free(request: HttpRequest, conference_id: int, body: FreeIn) -> Answer:
    """Puts a letter to chosen units into the outbox."""
    conference, _rights = run_office_for(request, conference_id)
    form = FreeForm(body.dict(), units=owing_units(conference))
    if not form.is_valid():
        raise HttpError(422, faults_of(form))
    values, by, now = form.cleaned_data, signed_in(request), clock.now()
    made = free_to_outbox(
        conference=conference,
        units=list(values["units"]),
        subject=values["subject"],
        body=values["body"],
        by=by,
        now=now,
    )
    return _done([message.pk for message in made], None)


@router.post("/documents/{int:document_id}/letters")
def write_letters(request: HttpRequest, document_id: int) -> Answer:
    """Puts a message for each reader of an issued document into the outbox; many by a job."""
    document = Document.objects.select_related("conference__host", "entry").filter(pk=document_id).first()
    if document is None:
        raise HttpError(404, "Not Found")
    run_office_for(request, document.conference_id)
    return {"messages": start_letters(document=document, by=signed_in(request), now=clock.now())}


@router.get("/messages/{int:message_id}")
def get_message(request: HttpRequest, message_id: int) -> Answer:
    """One message as it will be read, and how far it got."""
    message, _rights = message_for(request, message_id)
    return _whole(message_page(message))


@router.put("/messages/{int:message_id}")
def edit(request: HttpRequest, message_id: int, body: EditIn) -> Answer:
    """Changes the words and addresses of a message that waits."""
    message, _rights = run_message_for(request, message_id)
    form = MessageForm(body.dict())
    if not form.is_valid():
        raise HttpError(422, faults_of(form))
    act.edit_message(message=message, **form.cleaned_data, by=signed_in(request), now=clock.now())
    return _whole(message_page(message))


@router.post("/messages/{int:message_id}/decide")
def decide(request: HttpRequest, message_id: int, body: DecideIn) -> Answer:
    """Says whether an unsure message arrived."""
    message, _rights = run_message_for(request, message_id)
    decide_unsure(message=message, was_sent=body.was_sent, by=signed_in(request), now=clock.now())
    return _whole(message_page(message))
