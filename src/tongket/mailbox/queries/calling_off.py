"""By which line of the trail a conference was called off, for the way back."""

from tongket.conferences.models import Conference
from tongket.core.audit import reference
from tongket.core.models import Event


def call_off_of(conference: Conference) -> Event | None:
    """The line that called this conference off with its mail; None for one that runs. One query."""
    if not conference.is_cancelled:
        return None
    return Event.objects.filter(verb="call_off", scope=reference(conference)).order_by("-pk").first()
