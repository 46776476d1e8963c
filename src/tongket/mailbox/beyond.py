"""The registry of what units owe beyond the duties of a plan: who owes it, who takes what came by mail for it.

A unit asks others below it for something; the plan knows nothing of them, and so there is no duty.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.conferences.rules import DutyState
from tongket.core.models import Event, StoredFile
from tongket.units.models import Unit


@dataclass(frozen=True, slots=True)
class Owed:
    """Something that a unit owes: `key` names it in its room, `state` stands as a duty's would, `page` shows it."""

    key: str
    unit: Unit
    conference: Conference
    kind: str
    state: DutyState
    page: str


@dataclass(frozen=True, slots=True)
class FilingBeyond:
    """What came by mail for it: the files, the main one first; `by` None is the program itself."""

    owed: Owed
    files: tuple[StoredFile, ...]
    note: str
    received_at: datetime
    by: User | None
    now: datetime


@dataclass(frozen=True, slots=True)
class FiledBeyond:
    """What was made of it: the line of the trail by which it is taken back, and the number of its receipt."""

    event: Event
    receipt: str


class Undo(Protocol):
    """Takes back what was filed; raises TooLate where something else happened since."""

    def __call__(self, *, event: Event, by: User, now: datetime) -> object:
        """Takes it back."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """How a room takes such mail: `owed` by units, all of the conferences that run; `find` one by its key.

    `file` raises DutyMoved where nothing is taken now.
    """

    owed: Callable[[Collection[int]], tuple[Owed, ...]]
    find: Callable[[str], Owed | None]
    file: Callable[[FilingBeyond], FiledBeyond]
    undo: Undo


BEYOND: dict[str, Beyond] = {}


def register_beyond(kind: str, beyond: Beyond) -> None:
    """Lets a room take mail for what is owed beyond duties, of the sort that this kind of duty is."""
    BEYOND[kind] = beyond


def owed_beyond(units: Collection[int], *, host: Unit | None = None) -> tuple[Owed, ...]:
    """What these units owe beyond duties, to conferences of `host` where one is given."""
    found = [each for beyond in BEYOND.values() for each in beyond.owed(units)] if units else []
    return tuple(each for each in found if host is None or each.conference.host_id == host.pk)


def find_owed(kind: str, key: str) -> Owed | None:
    """What is owed, by the key that its room gave it; None where it is gone."""
    return BEYOND[kind].find(key) if kind in BEYOND else None
