"""The registry of parts of the volume: what each room gives to be bound, and who wants to know when it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tongket.conferences.models import Conference
from tongket.documents.render.chapters import Chapter


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the volume: its code and printed label, its turn among the parts, and what is in it for a conference.

    The label is Vietnamese, as it is printed; pages translate it.
    """

    code: str
    label: str
    order: int
    content: Callable[[Conference], tuple[Chapter, ...]]


class Listener(Protocol):
    """Who is told that a part of a conference's volume changed."""

    def __call__(self, conference_id: int, *, now: datetime) -> None:
        """Hears of the change."""


PARTS: dict[str, Part] = {}
tell: list[Listener] = []


def register_part(part: Part) -> None:
    """Adds a part, or replaces the one of the same code."""
    PARTS[part.code] = part


def changed(conference_id: int, *, now: datetime) -> None:
    """Says that something that is bound changed; called within the transaction that changes it."""
    for listener in tell:
        listener(conference_id, now=now)
