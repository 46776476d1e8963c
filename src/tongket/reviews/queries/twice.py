"""Exemplars that several reviews of a conference name, for the indicators whose parts are exemplars."""

from collections.abc import Sequence

from tongket.conferences.models import Conference
from tongket.exemplars.models import Exemplar
from tongket.exemplars.rules import ExemplarState
from tongket.reviews.models import Indicator, Mention, Review
from tongket.reviews.queries.counting import COUNTS
from tongket.reviews.queries.sums import Cell, Sums, counted_figures
from tongket.reviews.queries.tree import Tree
from tongket.reviews.tallying.doubles import Mentioned, told_twice
from tongket.reviews.tallying.values import Told

Twice = dict[Cell, dict[int, tuple[Told, ...]]]


def twice_told(
    conference: Conference, tree: Tree, indicators: Sequence[Indicator], period: int | None, own: Sums
) -> Twice:
    """By cell and review with others below it what is told more than once; `own` are figures of such reviews.

    Exemplars are named in what a unit reports now, so only the current period is looked at. No query where no indicator
    counts exemplars, else two and one for each such indicator.
    """
    naming = [row for row in indicators if row.names_exemplars]
    if not naming or period is None:
        return {}
    mentions = _mentions(conference)
    if not mentions:
        return {}
    reviews = Review.objects.filter(conference=conference)
    found: Twice = {}
    for row in naming:
        figures = counted_figures(reviews).filter(indicator=row, period=period, value__gt=0)
        gave = set(figures.values_list("review", flat=True))
        stands = set(own.get((row.pk, period), {}))
        found[row.pk, period] = told_twice(mentions, tree.uppers, gave=gave, own=stands)
    return found


def _mentions(conference: Conference) -> list[Mentioned]:
    """Every mention in a review that counts; merged exemplars are the one they were merged into."""
    counted = Review.objects.filter(COUNTS, conference=conference)
    named = Mention.objects.filter(review__in=counted, exemplar__isnull=False)
    merged = dict(
        Exemplar.objects.filter(state=ExemplarState.MERGED, host=conference.host_id).values_list("pk", "merged_into")
    )
    pairs = named.order_by("pk").values_list("exemplar", "review")
    return [Mentioned(_last(exemplar, merged), review) for exemplar, review in pairs if exemplar is not None]


def _last(exemplar: int, merged: dict[int, int | None]) -> int:
    """The one that stands for it, however often it was merged."""
    seen = {exemplar}
    while (after := merged.get(exemplar)) is not None and after not in seen:
        seen.add(after)
        exemplar = after
    return exemplar
