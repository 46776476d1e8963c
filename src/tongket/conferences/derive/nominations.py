"""Nominations: each nominator that the plan names."""

from collections.abc import Iterator

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.matter import Matter, one_each
from tongket.conferences.derive.wording import NOMINATION
from tongket.conferences.rules import DutyKind


def nominations(matter: Matter) -> list[DutyDraft]:
    """One duty a nominator; a task that tells it again stands behind it."""
    return one_each(_asked(matter))


def _asked(matter: Matter) -> Iterator[DutyDraft]:
    for nominator in matter.facts.nominators:
        for owner in matter.owners.of(nominator.unit, nominator.clause):
            because = matter.repeats(owner, NOMINATION.search)
            yield matter.draft(DutyKind.NOMINATION, owner, nominator.clause, because, nominator.text)
