"""Who hears that a conference was made: rooms that come later and bring over what is still open from an earlier one."""

from datetime import datetime
from typing import Protocol

from tongket.conferences.models import Conference


class Listener(Protocol):
    """Who is told that a conference was made of its plan."""

    def __call__(self, conference: Conference, *, now: datetime) -> object:
        """Hears of it."""


tell: list[Listener] = []


def begun(conference: Conference, *, now: datetime) -> None:
    """Says that a conference was made; called within the transaction that makes it."""
    for listener in tell:
        listener(conference, now=now)
