"""The units right below a node of the tree, whether they came, and what they say for one indicator."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from tongket.conferences.models import Conference
from tongket.reviews.models import Indicator, Period, Review, Tally
from tongket.reviews.queries.sums import counted_figures
from tongket.reviews.queries.tree import topmost, waiting_duties
from tongket.reviews.rules import DELIVERED, Gather, ReviewState
from tongket.reviews.tallying.values import Given, value_of


@dataclass(frozen=True, slots=True)
class Child:
    """A unit right below: its review if one is kept, whether that counts, and whether others are below it."""

    unit: int
    name: str
    review: int | None
    state: ReviewState
    is_counted: bool = False
    has_below: bool = False


def reviews_below(conference: Conference, upper: Review | None) -> QuerySet[Review]:
    """The reviews that go right into `upper`, or into none other and so to the host."""
    reviews = Review.objects.filter(conference=conference).exclude(state=ReviewState.EXCUSED)
    return reviews.filter(upper=upper) if upper else reviews.filter(topmost(conference))


def children_of(conference: Conference, upper: Review | None) -> list[Child]:
    """The units below `upper` by name, below the host those of which nothing is kept yet too; one query, or two."""
    lower = Review.objects.filter(conference=conference, upper__isnull=False).exclude(state=ReviewState.EXCUSED)
    # What is below the host's own review goes to the host.
    gathering = lower.exclude(upper__unit=conference.host_id).values("upper")
    below = ExpressionWrapper(Q(pk__in=gathering), output_field=BooleanField())
    columns = ("unit", "unit__short_name", "unit__name", "unit__sort_key", "pk", "state", "confirmed_at", "has_below")
    rows = reviews_below(conference, upper).annotate(has_below=below).values_list(*columns)
    found = [
        (
            key,
            Child(
                unit, short or name, pk, ReviewState(state), is_counted=_counts(state, confirmed), has_below=has_below
            ),
        )
        for unit, short, name, key, pk, state, confirmed, has_below in rows
    ]
    found += [] if upper else _waiting(conference)
    return [child for _key, child in sorted(found, key=lambda pair: (pair[0], pair[1].unit))]


def _counts(state: str, confirmed: object) -> bool:
    return confirmed is not None and state in DELIVERED


def _waiting(conference: Conference) -> list[tuple[str, Child]]:
    columns = ("unit", "unit__short_name", "unit__name", "unit__sort_key")
    rows = waiting_duties(conference).values_list(*columns)
    return [
        (key or "", Child(unit or 0, short or name or "", None, ReviewState.NOT_BEGUN))
        for unit, short, name, key in rows
    ]


Pairs = Mapping[int, tuple[int, int]]
Values = dict[int, Decimal]


def values_of(
    conference: Conference, upper: Review | None, indicators: Sequence[Indicator], period: Period, pairs: Pairs
) -> dict[int, Values]:
    """By key of indicator what each unit right below says, by key of unit; one query for leaves, one for the others.

    `pairs` are numerator and denominator of those that are rates.
    """
    here = reviews_below(conference, upper)
    known = {row.pk: row for row in indicators}
    found: dict[int, Values] = {key: {} for key in known}
    for (key, unit), given in _leaf_values(here, known, period, pairs):
        gather = Gather(known[key].gather)
        value = given.total if gather is Gather.NONE else value_of(gather, given, measure=known[key].measure)
        if value is not None:
            found[key][unit] = value
    tallies = Tally.objects.filter(conference=conference, unit__in=here.values("unit"), indicator__in=known)
    for row in tallies.filter(period=period).exclude(unit=conference.host_id):
        told = known[row.indicator_id]
        value = value_of(Gather(told.gather), row.given, measure=told.measure, doubled=row.doubled)
        if value is not None:
            found[row.indicator_id][row.unit_id] = value
    return found


def _leaf_values(
    here: QuerySet[Review], wanted: Iterable[int], period: Period, pairs: Pairs
) -> Iterator[tuple[tuple[int, int], Given]]:
    """By indicator and unit what the unit itself gave: one figure, or the two halves of a rate."""
    halves = {key: pairs.get(key, (key,)) for key in wanted}
    figures = counted_figures(here).filter(indicator__in={key for pair in halves.values() for key in pair})
    given: dict[int, Values] = {}
    for unit, code, value in figures.filter(period=period).values_list("review__unit", "indicator", "value"):
        if value is not None:
            given.setdefault(unit, {})[code] = value
    for unit, values in given.items():
        told = ((key, _given(values, halves[key], is_rate=key in pairs)) for key in halves)
        yield from (((key, unit), each) for key, each in told if each)


def _given(values: Values, pair: tuple[int, ...], *, is_rate: bool) -> Given | None:
    """What one unit gave for an indicator, of a rate one half of it at least; None where it gave nothing."""
    if values.keys().isdisjoint(pair):
        return None
    return Given(None, values.get(pair[0]), values.get(pair[1]), 1) if is_rate else Given(values[pair[0]], number=1)
