"""What the reviews of a conference recommend, gathered into groups that say the same to the same addressee."""

from dataclasses import dataclass

from tongket.conferences.models import Conference
from tongket.reviews.rules import Kind
from tongket.synthesis.queries.heard import standing_statements
from tongket.synthesis.queries.themes import as_said
from tongket.synthesis.themes.recommending import recommended


@dataclass(frozen=True, slots=True)
class Gathered:
    """A recommendation as the reviews make it: its most telling words, to whom, by which statements.

    `slot` is the lowest of their numbers, so that a run finds the group again.
    """

    slot: str
    text: str
    to: str
    statements: tuple[int, ...]


def gathered_of(conference: Conference) -> tuple[Gathered, ...]:
    """The groups, those that most units make first; one query."""
    rows = standing_statements(conference).filter(kind=Kind.RECOMMENDATION).select_related("review").order_by("pk")
    said = [as_said(row) for row in rows]
    units = {each.key: each.unit for each in said}
    groups = [
        Gathered(f"y-{min(group.keys)}", group.wording, group.addressee, tuple(sorted(group.keys)))
        for group in recommended(said)
    ]
    return tuple(sorted(groups, key=lambda each: (-len({units[key] for key in each.statements}), each.statements[0])))
