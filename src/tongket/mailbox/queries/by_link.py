"""What the link in a letter opens: that letter, and the duties that it names; nothing else of the unit's part."""

from dataclasses import dataclass
from datetime import date, datetime

from tongket.accounts.models import User
from tongket.accounts.queries import is_alive, link_by_token
from tongket.accounts.rules import Purpose
from tongket.conferences.models import Duty
from tongket.conferences.queries.duty_page import DutyPage, duty_page
from tongket.core.text import row_key
from tongket.documents.models import Recipient
from tongket.documents.rules import LEFT
from tongket.mailbox.models import Message
from tongket.units.access import memberships_on

TARGET = "message:"


@dataclass(frozen=True, slots=True)
class Opened:
    """A letter that somebody holds the link of; what they do is done by `user`, the unit's contact.

    `recipient` is there where the letter brings a document that left the office. `duties` are the unit's own that it
    names, by key.
    """

    message: Message
    recipient: Recipient | None
    duties: dict[int, Duty]
    user: User


def target_of(message_id: int) -> str:
    """What a link to this message keeps as its purpose."""
    return f"{TARGET}{message_id}"


def opened_by(token: str, *, now: datetime) -> Opened | None:
    """What the link with this token opens; None where it ended, was revoked, or its holder left the unit."""
    link = link_by_token(token)
    if link is None or link.purpose != Purpose.LETTER or not is_alive(link, now=now) or not link.user.is_active:
        return None
    message = _message_of(link.target)
    if message is None or not memberships_on(link.user, now.date()).filter(unit=message.unit_id).exists():
        return None
    recipient = _recipient_of(message)
    return Opened(message, recipient, _duties_of(message, recipient), link.user)


def _message_of(target: str) -> Message | None:
    key = row_key(target.removeprefix(TARGET))
    found = Message.objects.select_related("conference__host", "unit", "document__entry", "copy", "recipient__unit")
    return found.filter(pk=key, unit__isnull=False).first() if key is not None else None


def _recipient_of(message: Message) -> Recipient | None:
    """The line of the document's list that this letter was written for, where it is the unit's."""
    line, document = message.recipient, message.document
    if line is None or document is None or line.unit_id != message.unit_id or document.state not in LEFT:
        return None
    line.document = document
    return line


def _duties_of(message: Message, recipient: Recipient | None) -> dict[int, Duty]:
    of_letter = recipient.duties.all() if recipient else Duty.objects.none()
    named = {duty.pk for duty in message.duties.all()} | {duty.pk for duty in of_letter}
    found = Duty.objects.counted().filter(pk__in=named, unit=message.unit_id).select_related("conference__host", "unit")
    return {duty.pk: duty for duty in found.order_by("due_on", "pk")}


def pages_of(opened: Opened, *, today: date) -> list[DutyPage]:
    """The duties as the letter's page shows them."""
    return [duty_page(duty, today=today) for duty in opened.duties.values()]
