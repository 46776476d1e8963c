"""Papers: each assigned unit owes one for each topic it was given."""

from collections.abc import Iterator

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.matter import Matter
from tongket.conferences.derive.wording import PAPER
from tongket.conferences.rules import DutyKind


def papers(matter: Matter) -> Iterator[DutyDraft]:
    """One duty for each paper and each unit it is assigned to."""
    for paper in matter.facts.papers:
        for owner in matter.owners.of(paper.unit, paper.clause):
            because = matter.repeats(owner, PAPER.search)
            yield matter.draft(DutyKind.PAPER, owner, paper.clause, because, paper.topic or "")
