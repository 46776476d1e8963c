"""The registry of mail handlers: which room takes what came by mail for a kind of duty, and takes it back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tongket.accounts.models import User
from tongket.conferences.actions.duties import hand_in
from tongket.conferences.actions.taking_back import take_back
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import Channel
from tongket.core.models import Event, StoredFile


@dataclass(frozen=True, slots=True)
class Filing:
    """What came by mail for a duty: the files, the main one first; `by` None is the program itself."""

    duty: Duty
    files: tuple[StoredFile, ...]
    note: str
    received_at: datetime
    by: User | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Handler:
    """How a room takes mail: `file` hands in as the next version and returns it with its event, `undo` takes that back.

    `file` raises DutyMoved where the duty does not take it, `undo` TooLate where something else happened since.
    """

    file: Callable[[Filing], tuple[Evidence, Event]]
    undo: Callable[..., object] = take_back


def by_hand(filing: Filing) -> tuple[Evidence, Event]:
    """Keeps the files as what was handed in for the duty."""
    return hand_in(
        duty=filing.duty,
        note=filing.note,
        kept=filing.files,
        channel=Channel.EMAIL,
        received_at=filing.received_at,
        by=filing.by,
        now=filing.now,
    )


DEFAULT = Handler(by_hand)
HANDLERS: dict[str, Handler] = {}


def register_handler(kind: str, handler: Handler) -> None:
    """Lets a room take over what comes by mail for a kind of duty."""
    HANDLERS[kind] = handler


def handler_of(kind: str) -> Handler:
    """Who takes mail for a kind of duty: the room that registered for it, else the duty's own page."""
    return HANDLERS.get(kind, DEFAULT)
