"""Makes of a row what leaves: head, words, codes, and the files as they are at that moment."""

import logging
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS
from tongket.core import files
from tongket.core.findings import words
from tongket.core.models import StoredFile
from tongket.documents.models import Document
from tongket.documents.queries.assembled import files_of
from tongket.documents.rules import DocumentState
from tongket.mailbox.codes import code_of_duty, code_of_message, with_code
from tongket.mailbox.mime import File, Outgoing
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageKind
from tongket.mailbox.wording import signed

logger = logging.getLogger(__name__)
# The same document goes to many; it is drawn once for those that follow each other.
MOST_KEPT = 8
# A longer one is read again for each message, so that a run stays small.
MOST_BYTES_KEPT = 1024 * 1024
FILE_LOST = words("Tệp gửi kèm “{name}” không còn trong kho.")
NOT_ISSUED = words("Văn bản không còn ở trạng thái đã phát hành.")
NOT_DRAWN = words("Không dựng được văn bản để gửi kèm.")


class Undeliverable(RuntimeError):
    """Something of the message is not there, so it cannot leave; its words say what."""


class Files:
    """The files of messages during one run; asks for each document once while messages that carry it follow."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int | None], tuple[File, ...]] = {}
        self._read: dict[UUID, bytes] = {}

    def of(self, message: Message) -> tuple[File, ...]:
        """The files that go with `message`; its attachments are loaded already. Raises Undeliverable."""
        found: list[File] = []
        for attachment in message.attachments.all():
            if attachment.file is None:
                found += self._drawn(message)
                continue
            try:
                data = self._data(attachment.file)
            except OSError as fault:
                raise Undeliverable(_(FILE_LOST).format(name=attachment.name)) from fault
            found.append(File(attachment.name, data, attachment.file.content_type))
        return tuple(found)

    def _data(self, file: StoredFile) -> bytes:
        """The bytes of a file; many messages of one press carry the same one."""
        if file.pk in self._read:
            return self._read[file.pk]
        data = files.read(file)
        if len(data) <= MOST_BYTES_KEPT:
            _make_room(self._read)
            self._read[file.pk] = data
        return data

    def _drawn(self, message: Message) -> tuple[File, ...]:
        document = message.document
        if document is None or document.state != DocumentState.ISSUED:
            raise Undeliverable(_(NOT_ISSUED))
        key = (document.pk, message.copy_id)
        if key not in self._kept:
            _make_room(self._kept)
            self._kept[key] = _draw(document, message)
        return self._kept[key]


def _make_room(kept: dict[Any, Any]) -> None:
    """Lets go of what was kept first, where as much is kept as may be."""
    if len(kept) >= MOST_KEPT:
        kept.pop(next(iter(kept)))


def _draw(document: Document, message: Message) -> tuple[File, ...]:
    fault = None
    try:
        found = files_of(document, message.copy)
    except Exception as seen:  # noqa: BLE001 -- one document that cannot be drawn must not hold up the others
        found, fault = [], seen
    if not found:
        logger.error("document %s gives no file for message %s", document.pk, message.pk, exc_info=fault)
        raise Undeliverable(_(NOT_DRAWN))
    return tuple(File(file.name, file.data, file.content_type) for file in found)


def text_of(message: Message, body: str) -> str:
    """`body` with the codes below that bring an answer back; the message's duties are loaded already."""
    with translation.override("vi"):
        duties = [(code_of_duty(duty.pk), str(_(KINDS[duty.kind].label))) for duty in message.duties.all()]
    return signed(body, code=code_of_message(message.pk), duties=duties)


def outgoing_of(
    message: Message, *, sender: str, reply_to: str, body: str, attached: tuple[File, ...], at: datetime
) -> Outgoing:
    """The message as a value; its conference with host, deliveries and duties are loaded already."""
    return Outgoing(
        message_id=message.message_id,
        sender=(message.conference.host.name, sender),
        to=tuple((delivery.name, delivery.address) for delivery in message.deliveries.all()),
        subject=with_code(message.subject, message.pk),
        text=text_of(message, body),
        at=timezone.localtime(at),
        code=code_of_message(message.pk),
        reply_to=reply_to,
        in_reply_to=message.in_reply_to,
        automatic=automatic_mark(MessageKind(message.kind), is_by_person=message.queued_by_id is not None),
        files=attached,
    )


def automatic_mark(kind: MessageKind, *, is_by_person: bool) -> str:
    """What `Auto-Submitted` says (RFC 3834): an answer of the program, or a letter that no person sent off."""
    if kind is MessageKind.RECEIPT:
        return "auto-replied"
    return "" if is_by_person else "auto-generated"
