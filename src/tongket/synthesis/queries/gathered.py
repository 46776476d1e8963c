"""What the reviews of a conference recommend, gathered into groups that say the same to the same addressee."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.conferences.models import Conference
from tongket.reviews.models import Statement
from tongket.reviews.rules import Kind
from tongket.synthesis.models import Placement, Recommendation
from tongket.synthesis.queries.addressing import places_of
from tongket.synthesis.queries.heard import standing_statements
from tongket.synthesis.queries.themes import as_said
from tongket.synthesis.rules import OPEN
from tongket.synthesis.themes.recommending import MOST_COMPARED, Group, asked_again, recommended
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


def said_again(conference: Conference, groups: Sequence[Gathered]) -> dict[str, int]:
    """By the slot of a group the open recommendation of an earlier conference, not left out, that it asks for again.

    It is compared with the words it was brought over with and with what units said then; five queries, more where
    there are a great many statements, one where nothing was brought over, none without groups.
    """
    rows = Recommendation.objects.filter(
        conference=conference, earlier__isnull=False, merged_into=None, is_left_out=False
    )
    known = {row.pk: row for row in rows.filter(state__in=OPEN)} if groups else {}
    if not known:
        return {}
    said = _said_before(known)
    first = [group.statements[:MOST_COMPARED] for group in groups]
    now = Statement.objects.select_related("review").in_bulk([key for some in first for key in some])
    asking = [[as_said(now[key]) for key in some] for some in first]
    keys = {each.key for some in (*asking, *said.values()) for each in some[:MOST_COMPARED]}
    placed = Placement.objects.select_related("theme").in_bulk(keys, field_name="statement_id")
    themes = {key: row.theme.code for key, row in placed.items() if row.theme}
    return {groups[place].slot: key for place, key in asked_again(asking, said, themes).items()}


def _said_before(known: dict[int, Recommendation]) -> dict[int, list[Said]]:
    """By recommendation its own words, under a number that is no statement's, and what units said before."""
    said = {key: [Said(-key, row.text, Kind.RECOMMENDATION, 0)] for key, row in known.items()}
    here = defaultdict[int, list[int]](list)
    for key, row in known.items():
        here[row.earlier_id or 0].append(key)
    through = Recommendation.statements.through.objects.filter(recommendation__in=here)
    pairs = list(through.values_list("recommendation_id", "statement_id").order_by("statement_id"))
    rows = Statement.objects.select_related("review").in_bulk([statement for _earlier, statement in pairs])
    for earlier, statement in pairs:
        for key in here[earlier]:
            said[key].append(as_said(rows[statement]))
    return said
