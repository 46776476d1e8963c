"""What a plan says, as values: the contract that `tongket plan read --json` prints and every other room builds on."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Basis:
    """A document that the plan carries out; `text` is the document as cited."""

    kind: str | None
    number: str | None
    issued_on: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered or lettered heading; `level` 1 is the outermost, `parent` the clause above it."""

    clause: str
    label: str
    heading: str
    level: int
    parent: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph or bullet that states something: purpose, review, exhibits and budget."""

    clause: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Participant:
    """Who attends; `count` is the number of people where the plan states it."""

    clause: str | None
    text: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Time:
    """When the conference meets: dates bound the day(s); `start` and `end` are clock times, `HH:MM`."""

    text: str
    earliest: date | None
    latest: date | None
    start: str | None
    end: str | None
    tentative: bool


@dataclass(frozen=True, slots=True)
class Venue:
    """Where the conference meets."""

    name: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A presentation (tham luận) assigned to a named unit."""

    clause: str | None
    unit: str
    topic: str | None


@dataclass(frozen=True, slots=True)
class PaperLimits:
    """The most that one paper may take: A4 pages, minutes at the rostrum."""

    pages: int | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Award:
    """One quota of awards; `kind` is collective, individual or household, `unit` the only nominator if there is one."""

    clause: str | None
    quota: int | None
    kind: str
    unit: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Nominator:
    """A unit asked to nominate `count` models or candidates."""

    clause: str | None
    unit: str
    count: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A dated delivery: `on` is the date as printed, `at` a clock time, `to` an e-mail or the receiving body."""

    clause: str | None
    on: date | None
    at: str | None
    what: str
    to: str | None
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A duty under the part that assigns work, as the plan words it."""

    clause: str | None
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: `TM. BAN THƯỜNG TRỰC`, `PHÓ CHỦ TỊCH`, the name."""

    authority: str | None
    position: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one plan says; what it does not say is None or an empty tuple, nothing is invented."""

    kind: str | None = None
    number: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued_on: date | None = None
    title: str | None = None
    based_on: tuple[Basis, ...] = ()
    sections: tuple[Section, ...] = ()
    purpose: tuple[Item, ...] = ()
    participants: tuple[Participant, ...] = ()
    time: Time | None = None
    venue: Venue | None = None
    review: tuple[Item, ...] = ()
    papers: tuple[Paper, ...] = ()
    paper_limits: PaperLimits | None = None
    awards: tuple[Award, ...] = ()
    nominators: tuple[Nominator, ...] = ()
    exhibits: tuple[Item, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[Task, ...] = ()
    budget: tuple[Item, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: Signature | None = None


TEXTS = ("kind", "number", "issuer", "place", "title")
OBJECTS: dict[str, type] = {"time": Time, "venue": Venue, "paper_limits": PaperLimits, "signature": Signature}
ROWS: dict[str, type] = {
    "based_on": Basis,
    "sections": Section,
    "purpose": Item,
    "participants": Participant,
    "review": Item,
    "papers": Paper,
    "awards": Award,
    "nominators": Nominator,
    "exhibits": Item,
    "deadlines": Deadline,
    "tasks": Task,
    "budget": Item,
}
DATES = ("issued_on", "earliest", "latest", "on")


def _plain(value: Any) -> Any:  # noqa: ANN401 -- JSON values
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value


def to_json(facts: Facts) -> dict[str, Any]:
    """The facts as plain JSON values, keys in the order of the contract, dates as ISO 8601 text."""
    plain: dict[str, Any] = _plain(asdict(facts))
    return plain


def row_from_json(key: str, value: dict[str, Any]) -> Any:  # noqa: ANN401 -- the row type depends on the key
    """One row or object of `key` from its JSON form; ValueError: a date that is none, TypeError: a wrong field."""
    shape = OBJECTS.get(key) or ROWS[key]
    parts: dict[str, Any] = {
        name: date.fromisoformat(part) if name in DATES and part is not None else part for name, part in value.items()
    }
    if "units" in parts:
        parts["units"] = tuple(parts["units"])
    return shape(**parts)


def from_json(value: dict[str, Any]) -> Facts:
    """The facts from their JSON form, the reverse of `to_json`; raises as `row_from_json` does."""
    parts: dict[str, Any] = {key: value.get(key) for key in TEXTS}
    issued_on = value.get("issued_on")
    parts["issued_on"] = None if issued_on is None else date.fromisoformat(issued_on)
    for key in OBJECTS:
        parts[key] = None if value.get(key) is None else row_from_json(key, value[key])
    for key in ROWS:
        parts[key] = tuple(row_from_json(key, row) for row in value.get(key) or ())
    parts["recipients"] = tuple(value.get("recipients") or ())
    return Facts(**parts)
