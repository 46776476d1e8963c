"""What deriving gives: duties as values, and the names that a person must settle."""

from dataclasses import dataclass
from datetime import date

from tongket.conferences.rules import DueSource, DutyKind
from tongket.units.rules import UnitRecord


@dataclass(frozen=True, slots=True)
class DutyDraft:
    """A duty before it is kept: `unit` is the key of a unit, None where no unit fits `unit_name` surely.

    `clause` is where it is assigned most precisely, `because` the other places that state it; `text` is what the
    plan asks in its own words, `checklist` its parts.
    """

    kind: DutyKind
    clause: str | None
    because: tuple[str, ...]
    unit: str | None
    unit_name: str
    coordinating: tuple[str, ...] = ()
    due_on: date | None = None
    due_source: DueSource = DueSource.NONE
    text: str = ""
    checklist: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name that no unit fits surely, with the likeliest units, best first."""

    name: str
    clause: str | None
    candidates: tuple[UnitRecord, ...]


@dataclass(frozen=True, slots=True)
class OpenedName:
    """A collective name with the units it was opened to."""

    name: str
    clause: str | None
    units: tuple[UnitRecord, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """The duties of a plan, the names that must be settled, the collective names, and who holds the conference."""

    duties: tuple[DutyDraft, ...]
    open_names: tuple[OpenName, ...]
    opened_names: tuple[OpenedName, ...]
    host: UnitRecord | None
