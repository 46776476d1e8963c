"""A figure opened to its parts: who says how much, in which words, and where it stands in what came."""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Q

from tongket.conferences.models import Conference
from tongket.exemplars.models import Exemplar
from tongket.reviews.models import Figure, Indicator, Mention, Period, Review, Tally
from tongket.reviews.queries.children import Child, children_of, reviews_below
from tongket.reviews.queries.sums import counted_figures
from tongket.reviews.rules import Gather
from tongket.reviews.tallying.rates import rate
from tongket.reviews.tallying.values import value_of
from tongket.reviews.values import Place


@dataclass(frozen=True, slots=True)
class Part:
    """What one unit right below adds: its own figure, or (`tally`) what it and those below it add up to.

    `figures` are the unit's own rows: the figure itself, for a rate numerator and denominator; each has `written`,
    `about`, `note`, `quote` and `kept_because`. `is_counted` is False for one that is shown and not added up.
    """

    unit: int
    name: str
    review: int
    value: Decimal | None
    figures: tuple[Figure, ...]
    tally: Tally | None = None
    is_counted: bool = True

    @property
    def quote(self) -> str:
        """The unit's own words: the sentence it was read from, else what was typed."""
        return next((row.quote or row.written for row in self.figures if row.quote or row.written), "")

    @property
    def place(self) -> Place:
        """Where that stands in what came."""
        row = next(iter(self.figures), None)
        return Place(row.page, row.block, row.cell) if row else Place()


@dataclass(frozen=True, slots=True)
class Twice:
    """An exemplar that several units tell, with who tells it and under which name."""

    exemplar: int
    name: str
    times: int
    told: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """A figure opened. `parts` add up to it, less what `twice` takes off; `own` is the unit's own figure that was taken
    in their place. `missing` are the units that gave nothing.
    """

    tally: Tally
    value: Decimal | None
    own: Part | None
    parts: tuple[Part, ...]
    missing: tuple[Child, ...]
    twice: tuple[Twice, ...]


def parts_of(tally: Tally) -> Parts:
    """What a unit's figure is made of; nine queries at most, however many units are below."""
    conference, indicator, period = tally.conference, tally.indicator, tally.period
    review = _node(tally)
    children = children_of(conference, review)
    wanted = _wanted(indicator)
    figures = _figures_below(conference, review, wanted, period)
    tallies = _tallies_below(tally, children)
    parts = [_part(child, indicator, figures.get(child.review or 0, ()), tallies.get(child.unit)) for child in children]
    said = tuple(part for part in parts if part.value is not None or (part.figures and indicator.gather == Gather.NONE))
    given = {part.unit for part in said}
    return Parts(
        tally,
        value_of(Gather(indicator.gather), tally.given, measure=indicator.measure, doubled=tally.doubled),
        _own(tally, review, wanted) if tally.own and review else None,
        tuple(_uncounted(part) for part in said) if tally.own else said,
        tuple(child for child in children if child.unit not in given),
        _twice(tally),
    )


def _node(tally: Tally) -> Review | None:
    if tally.unit_id == tally.conference.host_id:
        return None
    return Review.objects.select_related("unit").get(conference=tally.conference_id, unit=tally.unit_id)


def _wanted(indicator: Indicator) -> list[int]:
    """The indicators whose figures make this one: itself, or numerator and denominator."""
    if indicator.gather != Gather.RATE:
        return [indicator.pk]
    halves = Indicator.objects.filter(
        outline=indicator.outline_id, code__in=[indicator.numerator, indicator.denominator]
    )
    keys = dict(halves.values_list("code", "pk"))
    return [keys[code] for code in (indicator.numerator, indicator.denominator) if code in keys]


Rows = tuple[Figure, ...]


def _figures_below(conference: Conference, review: Review | None, wanted: list[int], period: Period) -> dict[int, Rows]:
    """By review the rows that count, in the order of `wanted`."""
    rows = counted_figures(reviews_below(conference, review)).filter(indicator__in=wanted, period=period)
    found: dict[int, Rows] = {}
    for row in sorted(rows, key=lambda row: wanted.index(row.indicator_id)):
        found[row.review_id] = (*found.get(row.review_id, ()), row)
    return found


def _tallies_below(tally: Tally, children: list[Child]) -> dict[int, Tally]:
    units = [child.unit for child in children if child.has_below]
    rows = Tally.objects.filter(conference=tally.conference_id, unit__in=units, indicator=tally.indicator_id)
    return {row.unit_id: row for row in rows.filter(period=tally.period_id)} if units else {}


def _part(child: Child, indicator: Indicator, figures: Rows, tally: Tally | None) -> Part:
    gather = Gather(indicator.gather)
    if tally is not None:
        value = value_of(gather, tally.given, measure=indicator.measure, doubled=tally.doubled)
        return Part(child.unit, child.name, child.review or 0, value, figures if tally.own else (), tally)
    return Part(child.unit, child.name, child.review or 0, _said(indicator, figures), figures)


def _said(indicator: Indicator, figures: Rows) -> Decimal | None:
    """What one unit's own rows say."""
    values = [row.value for row in figures]
    if indicator.gather != Gather.RATE:
        return values[0] if values else None
    return rate(values[0], values[1], indicator.measure) if len(values) > 1 else None


def _own(tally: Tally, review: Review, wanted: list[int]) -> Part:
    rows = counted_figures(Review.objects.filter(pk=review.pk)).filter(indicator__in=wanted, period=tally.period_id)
    figures = tuple(sorted(rows, key=lambda row: wanted.index(row.indicator_id)))
    return Part(review.unit_id, review.unit.called, review.pk, _said(tally.indicator, figures), figures)


def _uncounted(part: Part) -> Part:
    return replace(part, is_counted=False)


def _twice(tally: Tally) -> tuple[Twice, ...]:
    """Who tells what more than once, in reviews anywhere below."""
    if not tally.doubles:
        return ()
    keys = [key for key, _times in tally.doubles]
    mentions = Mention.objects.filter(review__conference=tally.conference_id, review__confirmed_at__isnull=False)
    rows = mentions.filter(Q(exemplar__in=keys) | Q(exemplar__merged_into__in=keys)).select_related(
        "review__unit", "exemplar"
    )
    told: dict[int, list[Mention]] = {}
    for row in rows.order_by("review__unit__sort_key", "pk"):
        assert row.exemplar is not None
        told.setdefault(row.exemplar.merged_into_id or row.exemplar.pk, []).append(row)
    names = dict(Exemplar.objects.filter(pk__in=keys).values_list("pk", "name"))
    return tuple(Twice(key, names.get(key, ""), times, tuple(told.get(key, ()))) for key, times in tally.doubles)
