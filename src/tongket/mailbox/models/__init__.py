"""Tables of mail: messages and their deliveries, the ladder of reminders, what came in."""

from tongket.mailbox.models.incoming import Incoming, IncomingFile, Place
from tongket.mailbox.models.outgoing import Attachment, Delivery, MailTemplate, Message, called_off
from tongket.mailbox.models.reminding import Ladder, Reminder

__all__ = [
    "Attachment",
    "Delivery",
    "Incoming",
    "IncomingFile",
    "Ladder",
    "MailTemplate",
    "Message",
    "Place",
    "Reminder",
    "called_off",
]
