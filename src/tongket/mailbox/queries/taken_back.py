"""Whether what came by mail, and was filed, was taken back since where it went."""

from collections.abc import Iterable
from uuid import UUID

from tongket.core import audit
from tongket.core.models import Event
from tongket.mailbox.models import Incoming
from tongket.mailbox.rules import IncomingState

FILE = "file_incoming"


def taken_back_of(incomings: Iterable[Incoming]) -> frozenset[UUID]:
    """Those of the messages, their evidence fetched, that stand as filed for what was taken back at its own place.

    Two queries where one is for something owed without a duty, else none.
    """
    filed = [each for each in incomings if each.state == IncomingState.FILED]
    beyond = {audit.reference(each): each.pk for each in filed if each.beyond_key}
    return frozenset((*(each.pk for each in filed if _at_duty(each)), *_at_room(beyond)))


def _at_duty(incoming: Incoming) -> bool:
    evidence = incoming.evidence
    return not incoming.beyond_key and (evidence is None or evidence.taken_back_at is not None)


def _at_room(beyond: dict[str, UUID]) -> list[UUID]:
    """Of the messages, by how the trail names them, those whose latest filing was taken back."""
    if not beyond:
        return []
    lines = Event.objects.filter(verb=FILE, subject__in=beyond).order_by("pk").values_list("subject", "changes__event")
    moves = dict(lines)
    backs = Event.objects.filter(verb="take_back", changes__event__in=[*moves.values()])
    gone = set(backs.values_list("changes__event", flat=True))
    return [beyond[subject] for subject, move in moves.items() if move in gone]


def is_taken_back(move: Event) -> bool:
    """Whether a move of a review or a duty was taken back already; one query."""
    return Event.objects.filter(verb="take_back", subject=move.subject, changes__event=move.pk).exists()
