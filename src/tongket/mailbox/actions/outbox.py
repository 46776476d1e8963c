"""Messages come into the outbox, thousands at a time, and none of them twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.many_rows import insert_rows
from tongket.core.text import nfc
from tongket.mailbox.drafts import Draft, addresses_in
from tongket.mailbox.models import Attachment, Delivery, Message
from tongket.mailbox.settings_store import smtp_account
from tongket.mailbox.wording import MOST_SUBJECT

CHUNK = 500
LOCAL = "localhost.localdomain"
DutyLink = Message.duties.through
# What may differ between the messages of one press.
OWN = (
    "kind",
    "unit",
    "name",
    "subject",
    "body",
    "document",
    "copy",
    "recipient",
    "once",
    "message_id",
    "in_reply_to",
    "send_at",
)
KEPT_AS = {field.name: field.attname for field in Message._meta.concrete_fields}
COLUMNS = tuple(KEPT_AS[name] for name in OWN)


@dataclass(frozen=True, slots=True)
class Press:
    """What the messages of one press share."""

    conference: Conference
    by: User | None
    now: datetime
    batch: UUID
    domain: str


@transaction.atomic
def put_in_outbox(
    *, conference: Conference, drafts: Sequence[Draft], by: User | None, now: datetime, batch: UUID | None = None
) -> list[Message]:
    """Puts the drafts into the outbox, to be looked at before they leave; returns their messages in the same order.

    A draft whose `once` is there already gives the message that was made before, whatever became of it. Writes in
    bulk: a few statements for each 500 drafts. `batch` joins several calls into one press.
    """
    press = Press(conference, by, now, batch or uuid4(), _domain(conference))
    messages: list[Message] = []
    fresh = 0
    for start in range(0, len(drafts), CHUNK):
        found, new = _put_chunk(press, drafts[start : start + CHUNK])
        messages += found
        fresh += new
    if fresh:
        kinds = sorted({str(draft.kind) for draft in drafts})
        changes = {"batch": str(press.batch), "messages": fresh, "kinds": kinds}
        audit.record(verb="put_in_outbox", subject=conference, scope=conference, by=by, now=now, changes=changes)
    return messages


def _domain(conference: Conference) -> str:
    """The part after the @ of our Message-IDs: that of the office's address."""
    account = smtp_account()
    address = account.sender if account else conference.host.email
    return address.rpartition("@")[2] or LOCAL


def _put_chunk(press: Press, drafts: Sequence[Draft]) -> tuple[list[Message], int]:
    """The messages of these drafts in their order, and how many of them are new."""
    names = [draft.once or f"#{place}" for place, draft in enumerate(drafts)]
    there = _known(names)
    fresh = {name: draft for name, draft in zip(names, drafts, strict=True) if name not in there}
    written = _write(press, fresh)
    _write_parts([(message, fresh[name]) for name, message in written.items()])
    there |= written
    # Somebody put the same message in at this moment: theirs stands, ours was left out.
    there |= _known([name for name in names if name not in there])
    return [there[name] for name in names], len(written)


def _known(names: Iterable[str]) -> dict[str, Message]:
    """The messages that were made before, by what they are for."""
    asked = [name for name in names if not name.startswith("#")]
    return {str(message.once): message for message in Message.objects.filter(once__in=asked)} if asked else {}


def _write(press: Press, fresh: Mapping[str, Draft]) -> dict[str, Message]:
    """Writes the messages and gives each its key; one that somebody else put in at this moment is left out."""
    rows = {name: _row(press, draft) for name, draft in fresh.items()}
    values = [[getattr(row, column) for column in COLUMNS] for row in rows.values()]
    by = press.by.pk if press.by else None
    shared = {"conference": press.conference.pk, "batch": press.batch, "made_by": by, "made_at": press.now}
    insert_rows(Message, OWN, values, shared=shared, skip_known=True)
    ids = [row.message_id for row in rows.values()]
    keys = dict(Message.objects.filter(message_id__in=ids).values_list("message_id", "pk"))
    for row in rows.values():
        row.pk, row._state.adding = keys.get(row.message_id), False
    return {name: row for name, row in rows.items() if row.pk is not None}


def _row(press: Press, draft: Draft) -> Message:
    return Message(
        conference=press.conference,
        kind=draft.kind,
        unit=draft.unit,
        name=nfc(draft.name)[:300],
        subject=nfc(" ".join(draft.subject.split()))[:MOST_SUBJECT],
        body=nfc(draft.body),
        document=draft.document,
        copy=draft.copy,
        recipient=draft.recipient,
        batch=press.batch,
        once=draft.once,
        message_id=f"<tk.{uuid4().hex}@{press.domain}>",
        in_reply_to=draft.in_reply_to,
        send_at=draft.send_at,
        made_by=press.by,
        made_at=press.now,
    )


def _write_parts(written: Sequence[tuple[Message, Draft]]) -> None:
    """Addresses, duties and files of messages that are new."""
    addresses = [
        (message.pk, address, message.name) for message, draft in written for address in addresses_in(draft.addresses)
    ]
    insert_rows(Delivery, ("message", "address", "name"), addresses)
    links = [(message.pk, key) for message, draft in written for key in dict.fromkeys(duty.pk for duty in draft.duties)]
    insert_rows(DutyLink, ("message", "duty"), links)
    files = [file for message, draft in written for file in _files(message, draft)]
    insert_rows(Attachment, ("message", "ordinal", "name", "file"), files)


def _files(message: Message, draft: Draft) -> list[tuple[int, int, str, UUID | None]]:
    """The document first, drawn when the message leaves, then the files that are given."""
    drawn = [(message.pk, 0, str(draft.document)[:255], None)] if draft.document else []
    given = [(message.pk, place, file.name, file.pk) for place, file in enumerate(draft.attachments, 1)]
    return [*drawn, *given]
