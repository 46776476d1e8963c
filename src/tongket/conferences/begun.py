"""Who hears that a conference was made, or made undone: rooms that bring over what an earlier one left open."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from tongket.conferences.models import Conference


class Listener(Protocol):
    """Who is told that a conference was made of its plan."""

    def __call__(self, conference: Conference, *, now: datetime) -> object:
        """Hears of it."""


tell: list[Listener] = []
tell_unmade: list[Callable[[Conference], object]] = []


def begun(conference: Conference, *, now: datetime) -> None:
    """Says that a conference was made; called within the transaction that makes it."""
    for listener in tell:
        listener(conference, now=now)


def unmade(conference: Conference) -> None:
    """Says that a conference is about to be deleted; called within the transaction that deletes it."""
    for listener in tell_unmade:
        listener(conference)
