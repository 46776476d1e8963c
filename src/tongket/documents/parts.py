"""The registry of parts of the proceedings: what a room gives to the bound volume, and where it stands."""

from collections.abc import Callable
from dataclasses import dataclass

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


PARTS: dict[str, Part] = {}


def register_part(part: Part) -> None:
    """Adds a part, or takes over one that another room gave before: a later room knows more."""
    PARTS[part.code] = part


def parts_in_order() -> tuple[Part, ...]:
    """Every registered part as the volume usually has them."""
    return tuple(sorted(PARTS.values(), key=lambda part: (part.order, part.code)))
