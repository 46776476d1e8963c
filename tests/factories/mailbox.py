"""Makes messages, their deliveries, and what they are about."""

from collections.abc import Sequence
from datetime import datetime
from itertools import count

from django.utils import timezone

from tests.factories import documents
from tests.factories.conferences import NOW, make_conference, make_unit
from tongket.accounts.models import User
from tongket.conferences.models import Conference, Duty
from tongket.core.models import StoredFile
from tongket.documents.models import Copy, Document, Recipient
from tongket.documents.rules import DocumentState
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.drafts import Draft
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import DeliveryState, MessageKind, MessageState
from tongket.units.models import Unit

_numbers = count(1)


def make_draft(
    *,
    unit: Unit | None = None,
    name: str = "",
    addresses: Sequence[str] | None = None,
    kind: MessageKind = MessageKind.FREE,
    subject: str = "V/v chuẩn bị tham luận",
    body: str = "Kính gửi đơn vị.\n",
    once: str | None = None,
    duties: Sequence[Duty] = (),
    document: Document | None = None,
    copy: Copy | None = None,
    recipient: Recipient | None = None,
    attachments: Sequence[StoredFile] = (),
    send_at: datetime | None = None,
    in_reply_to: str = "",
) -> Draft:
    """A draft with one numbered address."""
    number = next(_numbers)
    return Draft(
        kind=kind,
        unit=unit,
        name=name or (unit.name if unit else f"Ông Thử {number}"),
        addresses=[f"don.vi{number}@vidu.vn"] if addresses is None else addresses,
        subject=subject,
        body=body,
        once=once,
        duties=duties,
        document=document,
        copy=copy,
        recipient=recipient,
        attachments=attachments,
        send_at=send_at,
        in_reply_to=in_reply_to,
    )


def make_message(
    *,
    conference: Conference | None = None,
    draft: Draft | None = None,
    by: User | None = None,
    state: MessageState = MessageState.DRAFT,
) -> Message:
    """A message in the outbox; a queued one is due at once."""
    (message,) = put_in_outbox(
        conference=conference or make_conference(), drafts=[draft or make_draft()], by=by, now=NOW
    )
    if state is not MessageState.DRAFT:
        sent_at = NOW if state is MessageState.SENT else None
        Message.objects.filter(pk=message.pk).update(state=state, sent_at=sent_at)
        delivered = {MessageState.SENT: DeliveryState.SENT, MessageState.FAILED: DeliveryState.FAILED}
        Delivery.objects.filter(message=message).update(
            state=delivered.get(state, DeliveryState.WAITING),
            next_try_at=timezone.now() if state is MessageState.QUEUED else None,
        )
        message.refresh_from_db()
    return message


def make_document(*, conference: Conference, state: DocumentState = DocumentState.ISSUED) -> Document:
    """A document that was issued, with its number and its file, unless another state is asked for."""
    return documents.make_document(conference=conference, state=state)


def make_recipient(*, document: Document, unit: Unit | None = None, email: str = "", name: str = "") -> Recipient:
    """A unit that gets the document."""
    recipient = documents.make_recipient(document=document, unit=unit or make_unit(), name=name)
    recipient.email = email
    recipient.save(update_fields=["email"])
    return recipient
