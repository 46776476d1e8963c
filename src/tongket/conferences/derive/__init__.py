"""From facts to duties: who owes what, by when, from which clause; a module for each kind. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tongket.conferences.derive.delegates import delegates
from tongket.conferences.derive.drafts import Derivation, DutyDraft, OpenedName, OpenName
from tongket.conferences.derive.due import Calendar
from tongket.conferences.derive.exhibits import exhibits
from tongket.conferences.derive.matter import Assigned, Matter
from tongket.conferences.derive.nominations import nominations
from tongket.conferences.derive.notices import notices
from tongket.conferences.derive.owners import Owners
from tongket.conferences.derive.papers import papers
from tongket.conferences.derive.remarks import remarks
from tongket.conferences.derive.reviews import reviews
from tongket.conferences.derive.tasks import tasks
from tongket.plans.facts import Facts
from tongket.plans.plan import Clause
from tongket.units.directory import Directory
from tongket.units.names import match
from tongket.units.rules import UnitRecord

__all__ = ["Derivation", "DutyDraft", "OpenName", "OpenedName", "as_json", "derive_duties"]


def derive_duties(
    facts: Facts,
    clauses: Sequence[Clause],
    directory: Directory,
    *,
    host: UnitRecord | None = None,
    on: date,
    chosen: Mapping[str, tuple[str, ...]] | None = None,
) -> Derivation:
    """The duties that a plan gives with the directory as it was on `on`.

    `host` is found from the issuer when not given; `chosen` holds what a person said of names: the keys of the
    units each stands for, none for nobody. Names that no unit fits surely give duties without a unit.
    """
    there = directory.valid_on(on)
    if host is None and facts.issuer:
        host = match(facts.issuer, there, host=None).unit
    owners = Owners(there, host, chosen or {})
    assigned = tuple(Assigned(task, owners.of(task.unit, task.clause)) for task in facts.tasks)
    matter = Matter(facts, clauses, owners, Calendar(facts.deadlines, clauses, owners), assigned)
    special = [
        *papers(matter),
        *reviews(matter),
        *nominations(matter),
        *exhibits(matter),
        *delegates(matter),
        *remarks(matter),
        *notices(matter),
    ]
    duties = (*special, *tasks(matter, special))
    return Derivation(duties, tuple(owners.open_names.values()), tuple(owners.opened_names.values()), host)


def as_json(derivation: Derivation) -> list[dict[str, Any]]:
    """The duties in the shape of the contract, sorted by clause, kind and unit."""
    rows = [
        {
            "kind": draft.kind.value,
            "clause": draft.clause,
            "because": list(draft.because),
            "unit": draft.unit_name,
            "coordinating": list(draft.coordinating),
            "due_on": draft.due_on.isoformat() if draft.due_on else None,
            "due_source": draft.due_source.value,
        }
        for draft in derivation.duties
    ]
    return sorted(rows, key=lambda row: (row["clause"] or "", row["kind"], row["unit"]))
