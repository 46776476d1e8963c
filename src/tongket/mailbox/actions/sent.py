"""What a reminder that really went leaves behind: a line in the log of contacts with its unit."""

from collections.abc import Collection
from datetime import datetime

from tongket.accounts.models import User
from tongket.conferences.actions.contacts import note_contact
from tongket.conferences.rules import Channel
from tongket.core.findings import words
from tongket.core.models import Event
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageKind

# Kept as if a clerk had typed it, so it stays Vietnamese.
SENT = words("Đã gửi thư nhắc: {subject}")


def note_reminded(*, messages: Collection[Message], channel: Channel, by: User | None, now: datetime) -> list[Event]:
    """Called once for messages that turned to sent, within that transaction; other kinds leave nothing behind.

    Returns the lines of the trail, for a way back.
    """
    noted = []
    for message in messages:
        if message.kind != MessageKind.REMINDER or message.unit is None:
            continue
        _contact, event = note_contact(
            conference=message.conference,
            unit=message.unit,
            channel=channel,
            note=SENT.format(subject=message.subject),
            is_reminder=True,
            by=by or message.made_by,
            now=now,
        )
        noted.append(event)
    return noted
