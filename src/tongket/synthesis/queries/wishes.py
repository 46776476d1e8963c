"""The recommendations of a conference as the report tells them."""

from collections.abc import Iterable

from tongket.conferences.models import Conference
from tongket.reviews.models import Statement as Row
from tongket.synthesis.composing.values import Earlier, Wish
from tongket.synthesis.composing.wording import held
from tongket.synthesis.models import Recommendation
from tongket.synthesis.queries.addressing import places_of
from tongket.synthesis.queries.heard import as_statement, statements_behind
from tongket.synthesis.rules import RecommendationState
from tongket.synthesis.themes.addressees import Places, addressee_key, addressee_named, told_to
from tongket.units.models import Unit


def wishes_of(conference: Conference) -> tuple[Wish, ...]:
    """Those that are still made, with their statements in force; three queries.

    Left aside are those merged away or left out, and where no unit makes it: one of before that was answered or closed,
    and a proposal that nobody touched. Any other stays whatever its state: only leaving it out takes it out.
    """
    found = Recommendation.objects.filter(conference=conference, merged_into=None, is_left_out=False)
    rows = list(found.select_related("addressed_to", "earlier__conference"))
    mine = statements_behind(conference, rows)
    rows = [row for row in rows if row.pk in mine or _is_made(row)]
    places = places_of(conference.host)
    called = _called(conference.host, rows, places)
    wishes = (_wish(row, mine.get(row.pk, ()), called[_to(row)], places) for row in rows)
    return tuple(wish for wish in wishes if wish.statements or wish.text)


def _is_made(row: Recommendation) -> bool:
    """Whether the report says it though no unit does."""
    if row.earlier_id is not None:
        return row.state not in {RecommendationState.ANSWERED, RecommendationState.CLOSED}
    return not row.slot or row.is_worded or row.state != RecommendationState.DRAFT


def _called(host: Unit, rows: Iterable[Recommendation], places: Places) -> dict[str, str]:
    """One name for each addressee by each of the names that rows have for it: the directory's where it is there."""
    by_key: dict[str, list[Recommendation]] = {}
    for row in rows:
        by_key.setdefault(addressee_key(_to(row), places), []).append(row)
    found: dict[str, str] = {}
    for key, same in by_key.items():
        units = [row.addressed_to.name for row in same if row.addressed_to]
        own = [host.name] if key == addressee_key(host.name, places) else []
        name = (units or own or [addressee_named(map(_to, same))])[0]
        found |= {_to(row): name for row in same}
    return found


def _to(row: Recommendation) -> str:
    return row.addressed_to.name if row.addressed_to else row.addressed_name


def _wish(row: Recommendation, said: Iterable[Row], to: str, places: Places) -> Wish:
    turned = sorted(said, key=lambda each: (each.review.unit.sort_key, each.pk))
    statements = tuple(map(as_statement, turned))
    units = len({each.unit for each in statements})
    # The heading of its section names whom it asks; words that a person chose stand as they are.
    text = row.text if row.is_worded else told_to(row.text, to, places)
    return Wish(row.pk, text, to, units, statements, _earlier(row))


def _earlier(row: Recommendation) -> Earlier | None:
    """The same one in the conference before, as its source and what came of it."""
    if row.earlier is None:
        return None
    state, before = RecommendationState(row.state), row.earlier
    where = held(before.conference.held_on, before.conference.short_title)
    is_sent = state is RecommendationState.SENT
    is_answered = state is RecommendationState.ANSWERED or (state is RecommendationState.CLOSED and bool(row.answer))
    return Earlier(before.pk, before.text, where, is_sent=is_sent, is_answered=is_answered)
