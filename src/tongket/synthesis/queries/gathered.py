"""What the reviews of a conference recommend, gathered into groups that say the same to the same addressee."""

from dataclasses import dataclass

from tongket.conferences.models import Conference
from tongket.reviews.rules import Kind
from tongket.synthesis.queries.addressing import places_of
from tongket.synthesis.queries.heard import standing_statements
from tongket.synthesis.queries.themes import as_said
from tongket.synthesis.themes.recommending import Group, recommended


@dataclass(frozen=True, slots=True)
class Gathered:
    """A recommendation as the reviews make it: title, its most telling words, to whom, by which statements.

    `slot` is the lowest of their numbers, so that a run finds the group again.
    """

    slot: str
    title: str
    text: str
    to: str
    statements: tuple[int, ...]


def gathered_of(conference: Conference) -> tuple[Gathered, ...]:
    """The groups, those that most units make first; one query, and one for each place above.

    Themes are those the statements stand under now.
    """
    rows = standing_statements(conference).filter(kind=Kind.RECOMMENDATION)
    found = list(rows.select_related("review", "placement__theme").order_by("pk"))
    themes = {row.pk: row.placement.theme.code for row in found if hasattr(row, "placement") and row.placement.theme}
    places = places_of(conference.host)
    return tuple(_gathered(group) for group in recommended(map(as_said, found), themes, places=places))


def _gathered(group: Group) -> Gathered:
    keys = tuple(sorted(group.keys))
    return Gathered(f"y-{keys[0]}", group.title, group.text, group.addressee, keys)
