"""The figures of a conference added up in the database: what leaves gave, what units above others gave themselves."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum

from tongket.conferences.models import Conference
from tongket.reviews.models import Figure, Indicator, Review, Tally
from tongket.reviews.queries.counting import COUNTS
from tongket.reviews.queries.exact_sum import ExactSum
from tongket.reviews.queries.tree import Tree, topmost
from tongket.reviews.rules import FigureState, Gather, ReviewState
from tongket.reviews.tallying.rolling import HOST
from tongket.reviews.tallying.values import Given, Rolled

# (indicator, period), and under it the sums by key of the review.
Cell = tuple[int, int]
Sums = dict[Cell, dict[int, Given]]
Inner = dict[Cell, dict[int, Rolled]]


def counted_figures(reviews: QuerySet[Review]) -> QuerySet[Figure]:
    """The confirmed numbers of those of `reviews` that count."""
    return Figure.objects.filter(review__in=reviews.filter(COUNTS), state=FigureState.CONFIRMED, value__isnull=False)


def rates_of(indicators: Iterable[Indicator]) -> Iterator[tuple[Indicator, Indicator, Indicator]]:
    """Each rate with the indicators of its numerator and denominator."""
    known = {row.code: row for row in indicators}
    for row in known.values():
        pair = known.get(row.numerator), known.get(row.denominator)
        if row.gather == Gather.RATE and pair[0] and pair[1]:
            yield row, pair[0], pair[1]


def leaf_sums(
    conference: Conference,
    indicators: Sequence[Indicator],
    periods: Collection[int],
    *,
    nodes: Collection[int] | None,
    known: Collection[int],
) -> Sums:
    """What the leaves right below each node gave together, of some nodes or (None) of all.

    `known` are the reviews that gather others: what goes into none of them goes to the host. One query and one for
    each rate.
    """
    found: Sums = {}
    for upper, cell, given in _grouped(counted_figures(_leaves(conference, nodes)), indicators, periods):
        _add(found, cell, _node(upper, known), given)
    return found


def sums_of(reviews: Collection[int], indicators: Sequence[Indicator], periods: Collection[int]) -> dict[Cell, Given]:
    """What these reviews gave together, as far as they count; one query and one for each rate."""
    found: dict[Cell, Given] = {}
    for _upper, cell, given in _grouped(counted_figures(Review.objects.filter(pk__in=reviews)), indicators, periods):
        found[cell] = found[cell] + given if cell in found else given
    return found


def _grouped(
    leaves: QuerySet[Figure], indicators: Sequence[Indicator], periods: Collection[int]
) -> Iterator[tuple[int | None, Cell, Given]]:
    """The sums of these figures by the review that theirs goes into."""
    leaves = leaves.filter(period__in=periods)
    plain = [row.pk for row in indicators if row.gather != Gather.RATE]
    rows = leaves.filter(indicator__in=plain).values_list("review__upper", "indicator", "period")
    for upper, indicator, period, total, number in rows.annotate(ExactSum("value"), Count("pk")):
        yield upper, (indicator, period), Given(total, number=number)
    for rate, above, below in rates_of(indicators):
        for upper, period, numerator, denominator, number in _pair_sums(leaves, above, below):
            yield upper, (rate.pk, period), Given(None, numerator, denominator, number)


def _leaves(conference: Conference, nodes: Collection[int] | None) -> QuerySet[Review]:
    """The reviews that have none below them, of the whole conference or right below `nodes`."""
    reviews = Review.objects.filter(conference=conference)
    lower = reviews.filter(upper__isnull=False).exclude(state=ReviewState.EXCUSED)
    leaves = reviews.exclude(pk__in=lower.exclude(upper__unit=conference.host_id).values("upper"))
    if nodes is None:
        return leaves
    right_below = topmost(conference) if HOST in nodes else Q()
    return leaves.filter(right_below | Q(upper__in=set(nodes) - {HOST}))


def _node(upper: int | None, known: Collection[int]) -> int:
    return upper if upper is not None and upper in known else HOST


def _add(found: Sums, cell: Cell, node: int, given: Given) -> None:
    at = found.setdefault(cell, {})
    at[node] = at[node] + given if node in at else given


def _pair_sums(leaves: QuerySet[Figure], above: Indicator, below: Indicator) -> Iterable[Any]:
    """Numerators and denominators of the reviews that gave both, summed for each upper review and period."""
    # The other half stands in the same review, so it need not be asked again whether that counts.
    same = Figure.objects.filter(review=OuterRef("review"), period=OuterRef("period"), indicator=below)
    same = same.filter(state=FigureState.CONFIRMED, value__isnull=False)
    paired = leaves.filter(indicator=above).annotate(base=Subquery(same.values("value")[:1]))
    rows = paired.filter(base__isnull=False).values_list("review__upper", "period")
    return rows.annotate(ExactSum("value"), ExactSum("base"), Count("pk"))


def own_figures(
    conference: Conference, indicators: Sequence[Indicator], periods: Collection[int], *, among: Collection[int]
) -> Sums:
    """What the units of `among`, reviews with others below them, gave themselves; one query."""
    gathering = Review.objects.filter(conference=conference, upper__isnull=False).values("upper")
    reviews = Review.objects.filter(conference=conference, pk__in=gathering)
    figures = counted_figures(reviews).filter(period__in=periods, indicator__in=[row.pk for row in indicators])
    found: Sums = {}
    for review, indicator, period, value in figures.values_list("review", "indicator", "period", "value"):
        if review in among:
            _add(found, (indicator, period), review, Given(value, number=1))
    for rate, above, below in rates_of(indicators):
        for period in periods:
            halves = found.get((above.pk, period), {}), found.get((below.pk, period), {})
            found[rate.pk, period] = _paired(*halves)
    return found


def _paired(above: Mapping[int, Given], below: Mapping[int, Given]) -> dict[int, Given]:
    """Both halves of a rate, of the reviews that gave both."""
    return {
        review: Given(None, given.total, below[review].total, 1) for review, given in above.items() if review in below
    }


def inner_sums(conference: Conference, tree: Tree, path: Collection[int], indicators: Sequence[Indicator]) -> Inner:
    """What the units with others below them, right below `path` and not on it, add up to already; one query for each.

    A node of `path` that has none such is left out.
    """
    keys = [row.pk for row in indicators]
    found: Inner = {}
    inner = tree.inner() - {HOST} - set(path)
    for node in path:
        units = [tree.unit_of(key) for key in inner if tree.uppers_of(key) == node]
        if not units:
            continue
        tallies = Tally.objects.filter(conference=conference, unit__in=units, indicator__in=keys)
        for indicator, period, *sums in _rolled(tallies):
            found.setdefault((indicator, period), {})[node] = _as_rolled(*sums)
    return found


def _rolled(tallies: QuerySet[Tally]) -> Iterable[Any]:
    rows = tallies.values_list("indicator", "period")
    decimals = {f"all_{name}": ExactSum(name) for name in ("total", "numerator", "denominator")}
    numbers = {f"all_{name}": Sum(name) for name in ("number", "expected")}
    parts = {"all_parts": Count("pk"), "all_parts_in": Count("pk", filter=Q(number__gt=0))}
    return rows.annotate(**decimals, **numbers, **parts)


def _as_rolled(
    total: Decimal | None,
    numerator: Decimal | None,
    denominator: Decimal | None,
    number: int,
    expected: int,
    parts: int,
    parts_in: int,
) -> Rolled:
    return Rolled(below=Given(total, numerator, denominator, number), expected=expected, parts=parts, parts_in=parts_in)
