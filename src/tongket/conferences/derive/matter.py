"""What every kind of duty is derived from: the facts, the clauses, who names mean, and when things are due."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.due import Calendar
from tongket.conferences.derive.owners import Owner, Owners
from tongket.conferences.rules import DutyKind
from tongket.plans.facts import Facts, Task
from tongket.plans.plan import Clause


@dataclass(frozen=True, slots=True)
class Assigned:
    """A task row with the owners its unit stands for."""

    task: Task
    owners: tuple[Owner, ...]

    def is_for(self, owner: Owner) -> bool:
        """Whether this row assigns something to `owner`."""
        return owner in self.owners


@dataclass(frozen=True, slots=True)
class Matter:
    """The plan and all that its names and dates mean."""

    facts: Facts
    clauses: Sequence[Clause]
    owners: Owners
    calendar: Calendar
    assigned: tuple[Assigned, ...]

    def others_tasks(self) -> Iterator[tuple[Task, Owner]]:
        """Each task row with each owner but the host."""
        pairs = ((row.task, owner) for row in self.assigned for owner in row.owners)
        yield from ((task, owner) for task, owner in pairs if not self.owners.is_host(owner))

    def others(self, name: str | None, clause: str | None) -> tuple[Owner, ...]:
        """Whom a name means, the host aside; nobody where there is no name."""
        named = self.owners.of(name, clause) if name else ()
        return tuple(owner for owner in named if not self.owners.is_host(owner))

    def repeats(self, owner: Owner, says: Callable[[str], object]) -> tuple[str, ...]:
        """The clauses of the task rows for `owner` whose words say the same thing once more."""
        rows = [row.task for row in self.assigned if row.is_for(owner) and says(row.task.text.lower())]
        return tuple(dict.fromkeys(task.clause for task in rows if task.clause))

    def draft(self, kind: DutyKind, owner: Owner, clause: str | None, because: Sequence[str], text: str) -> DutyDraft:
        """A duty with its last day; a place is never named twice."""
        others = tuple(place for place in dict.fromkeys(because) if place != clause)
        due = self.calendar.due(kind, owner, (clause, *others))
        return DutyDraft(
            kind=kind,
            clause=clause,
            because=others,
            unit=owner.key,
            unit_name=owner.name,
            due_on=due.on,
            due_source=due.source,
            text=text,
        )


def one_each(drafts: Iterator[DutyDraft]) -> list[DutyDraft]:
    """One fact, one duty: what the same unit owes twice is one duty that names both places."""
    kept: dict[tuple[str | None, str], DutyDraft] = {}
    for draft in drafts:
        identity = (draft.unit, draft.unit_name)
        first = kept.get(identity)
        if first is None:
            kept[identity] = draft
        elif draft.clause and draft.clause != first.clause and draft.clause not in first.because:
            kept[identity] = replace(first, because=(*first.because, draft.clause))
    return list(kept.values())
