"""What the tests of several pages of this room ask for."""

from django.urls import reverse

from tests.office import Office
from tongket.mailbox.models import Message


def outbox(office: Office) -> str:
    """The address of the outbox."""
    return reverse("mailbox:outbox", args=[office.conference.pk])


def states() -> list[str]:
    """The states of all messages in their order."""
    return list(Message.objects.order_by("pk").values_list("state", flat=True))
