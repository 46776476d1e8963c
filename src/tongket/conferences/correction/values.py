"""What comparing two plans gives: for each duty how it comes out of the corrected plan, and what of it changed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.rules import DutyState

CAME = frozenset({DutyState.HANDED_IN, DutyState.RETURNED, DutyState.ACCEPTED})
FREED = frozenset({DutyState.EXCUSED, DutyState.WITHDRAWN})


class How(StrEnum):
    """What becomes of a duty or a fact; `kept` is out of the plan and binds because a person said so."""

    ADDED = "added"
    AGAIN = "again"
    CHANGED = "changed"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    KEPT = "kept"
    SAME = "same"


class Aspect(StrEnum):
    """What of a duty changed; its place in the plan alone makes it only moved."""

    CLAUSE = "clause"
    DUE = "due"
    MATTER = "matter"
    COORDINATING = "coordinating"
    CHECKLIST = "checklist"
    UNIT = "unit"
    LIMITS = "limits"


class Choice(StrEnum):
    """What a person says of one duty: it stays though the plan drops it, it goes, or the plan's own day holds."""

    KEEP = "keep"
    WITHDRAW = "withdraw"
    PLAN_DAY = "plan-day"


@dataclass(frozen=True, slots=True)
class DutyNow:
    """A duty as it stands: what the plan in force gave, and what has happened to it since.

    `ticks` are the parts of its checklist that are done. `is_of_plan` False means that a person kept it though the plan
    in force no longer holds it, `is_unit_new` that nobody knew its unit until now.
    """

    id: int
    ordinal: int
    owed: DutyDraft
    state: DutyState = DutyState.OPEN
    evidence: int = 0
    ticks: tuple[str, ...] = ()
    has_come: bool = False
    is_of_plan: bool = True
    is_unit_new: bool = False

    @property
    def is_begun(self) -> bool:
        """Whether something was done for it that must not be lost silently."""
        return self.state in CAME or self.evidence > 0 or bool(self.ticks)


@dataclass(frozen=True, slots=True)
class Change:
    """One duty before and after; `old` None is a new one, `new` None one that the plan no longer gives.

    `new` already holds the office's day where that stays; `plan_day` is then the other day that the plan names.
    `other` is the name of the unit that the same matter went to or came from.
    """

    how: How
    old: DutyNow | None
    new: DutyDraft | None
    ordinal: int
    aspects: tuple[Aspect, ...] = ()
    plan_day: date | None = None
    other: str = ""

    @property
    def owed(self) -> DutyDraft:
        """The duty as the corrected plan gives it, else as it was."""
        if self.new is not None:
            return self.new
        assert self.old is not None
        return self.old.owed

    @property
    def needs_person(self) -> bool:
        """Whether the plan drops a duty for which something was done: only a person may let it go."""
        return self.how is How.WITHDRAWN and self.old is not None and self.old.is_begun
