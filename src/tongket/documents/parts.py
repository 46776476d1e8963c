"""The registry of parts of the proceedings: what a room gives to the bound volume, and where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tongket.conferences.models import Conference
from tongket.documents.render.chapters import Chapter


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the volume. `label` is a message id as printed; `order` is its usual place, low numbers first.

    `content` queries what is there now: values only, in the order they are bound, nothing where there is nothing yet.
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
    """Adds a part, or takes over one that another room gave before: a later room knows more."""
    PARTS[part.code] = part


def parts_in_order() -> tuple[Part, ...]:
    """Every registered part as the volume usually has them."""
    return tuple(sorted(PARTS.values(), key=lambda part: (part.order, part.code)))


def changed(conference_id: int, *, now: datetime) -> None:
    """Says that something that is bound changed; called within the transaction that changes it."""
    for listener in tell:
        listener(conference_id, now=now)
