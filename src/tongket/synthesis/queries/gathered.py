"""What the reviews of a conference recommend, gathered into groups that say the same to the same addressee."""

from dataclasses import dataclass

from tongket.conferences.models import Conference
from tongket.reviews.rules import Kind
from tongket.synthesis.queries.addressing import places_of
from tongket.synthesis.queries.heard import standing_statements
from tongket.synthesis.themes.recommending import Group, recommended
from tongket.synthesis.values import Said


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
    rows = standing_statements(conference).filter(kind=Kind.RECOMMENDATION).order_by("pk")
    told = list(rows.values_list("pk", "text", "review__unit", "placement__theme__code"))
    said = [Said(key, text, Kind.RECOMMENDATION, unit) for key, text, unit, _theme in told]
    themes = {key: theme for key, _text, _unit, theme in told if theme}
    places = places_of(conference.host)
    return tuple(_gathered(group) for group in recommended(said, themes, places=places))


def _gathered(group: Group) -> Gathered:
    keys = tuple(sorted(group.keys))
    return Gathered(f"y-{keys[0]}", group.title, group.text, group.addressee, keys)
