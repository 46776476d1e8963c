"""What a message that really went leaves behind: a reminder stands in the log of contacts with its unit."""

from datetime import datetime

from tongket.conferences.actions.contacts import note_contact
from tongket.conferences.rules import Channel
from tongket.core.findings import words
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageKind

# Kept as if a clerk had typed it, so it stays Vietnamese.
SENT = words("Đã gửi thư nhắc: {subject}")


def note_message_sent(*, message: Message, now: datetime) -> None:
    """Called once for each message that turned to sent, within its transaction; other kinds leave nothing behind."""
    if message.kind != MessageKind.REMINDER or message.unit is None:
        return
    note_contact(
        conference=message.conference,
        unit=message.unit,
        channel=Channel(message.channel or Channel.EMAIL),
        note=SENT.format(subject=message.subject),
        is_reminder=True,
        by=message.queued_by or message.made_by,
        now=now,
    )
