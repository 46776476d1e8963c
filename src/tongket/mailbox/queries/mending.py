"""The letter about what was returned, while it waits to be looked at."""

from tongket.conferences.models import Duty
from tongket.mailbox.models import Message
from tongket.mailbox.rules import SENDABLE, MessageKind


def waiting_mending(duty: Duty) -> int | None:
    """The number of the letter that would tell the unit to mend this duty and has not left; one query."""
    waiting = Message.objects.filter(kind=MessageKind.RETURNED, duties=duty, state__in=SENDABLE)
    return waiting.order_by("-pk").values_list("pk", flat=True).first()
