"""The one rule of a conference that was called off: it takes nothing in. Every door asks it here."""

from tongket.conferences.models import Conference, ConferenceState


class CalledOff(RuntimeError):
    """Something was to come in for a conference that was called off; what came before it stays, and so do drafts."""

    def __init__(self, conference_id: int) -> None:
        super().__init__(str(conference_id))
        self.conference_id = conference_id


def takes_in(conference: Conference) -> bool:
    """Whether anything may still come in; the row is asked, since `conference` may have been read before it changed."""
    return not Conference.objects.filter(pk=conference.pk, state=ConferenceState.CANCELLED).exists()


def must_take_in(conference: Conference) -> None:
    """Asked, inside its transaction, by every action that keeps what somebody hands in or moves a duty.

    Drafts are no handing in: they go on being kept, and wait for the case that the conference is taken up again.
    Raises CalledOff.
    """
    if not takes_in(conference):
        raise CalledOff(conference.pk)
