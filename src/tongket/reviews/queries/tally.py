"""All that a page of figures of one unit needs, in a handful of queries however many units there are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.conferences.models import Conference
from tongket.core.decimals import written
from tongket.core.findings import Finding
from tongket.exemplars.models import Exemplar
from tongket.reviews.models import Indicator, Period, Review, Tally
from tongket.reviews.queries.children import Child, children_of, values_of
from tongket.reviews.queries.earlier import PastBook, past_book
from tongket.reviews.queries.presence import Presence, presence_of
from tongket.reviews.queries.sums import rates_of
from tongket.reviews.rules import Gather
from tongket.reviews.tallying import coverage, doubles
from tongket.reviews.tallying.comparing import Comparison, unlike_coverage
from tongket.reviews.tallying.coverage import Coverage
from tongket.reviews.tallying.doubles import Subtraction
from tongket.reviews.tallying.values import value_of
from tongket.units.models import Unit


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of the page.

    `value` is the figure of the unit and all below it; `coverage` counts the units right below; `number` of `expected`
    are the lowest units that are in. `history` holds the values of all periods, the earliest first, for a trend.
    """

    indicator: Indicator
    tally: Tally | None
    value: Decimal | None
    coverage: Coverage
    comparison: Comparison
    subtraction: Subtraction | None
    history: tuple[Decimal | None, ...]
    findings: tuple[Finding, ...]

    @property
    def number(self) -> int:
        """How many of the lowest units are in."""
        return self.tally.number if self.tally else 0

    @property
    def expected(self) -> int:
        """How many of the lowest units owe a figure."""
        return self.tally.expected if self.tally else 0


@dataclass(frozen=True, slots=True)
class RollUp:
    """A page of figures: a line for each indicator, the units right below, and what those say for one indicator."""

    conference: Conference
    unit: Unit
    period: Period
    periods: tuple[Period, ...]
    review: Review | None
    lines: tuple[Line, ...]
    children: tuple[Child, ...]
    chosen: Line | None
    values: Mapping[int, Decimal]

    @property
    def came(self) -> Coverage:
        """Which of the units right below delivered a review that counts."""
        missing = tuple(child.name for child in self.children if not child.is_counted)
        return Coverage(len(self.children) - len(missing), len(self.children), missing)


def roll_up_page(conference: Conference, unit: Unit, period: Period, *, indicator: Indicator | None = None) -> RollUp:
    """The figures of `unit` and all below it in `period`; `indicator` is the one shown by unit, else the first.

    Eighteen queries at most, eleven where the host had no conference before. Raises Review.DoesNotExist where the unit
    has no review in this conference and is not its host.
    """
    review = None if unit.pk == conference.host_id else Review.objects.get(conference=conference, unit=unit)
    asked = list(Indicator.objects.filter(outline=period.outline_id, is_removed=False).order_by("ordinal", "pk"))
    periods = tuple(Period.objects.filter(outline=period.outline_id).order_by("last_on", "pk"))
    tallies = _tallies(conference, unit)
    children = children_of(conference, review)
    pairs = {rate.pk: (above.pk, below.pk) for rate, above, below in rates_of(asked)}
    past = past_book(conference, period, [unit.pk])
    presence = presence_of(conference, review, children, period, pairs)
    page = _Page(period, periods, tallies, presence, _names(tallies), unit.pk, past)
    lines = tuple(_line(row, page) for row in asked)
    wanted = indicator or (asked[0] if asked else None)
    chosen = next((line for line in lines if wanted and line.indicator.pk == wanted.pk), None)
    values = values_of(conference, review, [wanted], period, pairs)[wanted.pk] if wanted else {}
    return RollUp(conference, unit, period, periods, review, lines, tuple(children), chosen, values)


Tallies = dict[tuple[int, int], Tally]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every line of the page is made from."""

    period: Period
    periods: tuple[Period, ...]
    tallies: Tallies
    presence: Presence
    names: Mapping[int, str]
    unit: int
    past: PastBook | None


def _tallies(conference: Conference, unit: Unit) -> Tallies:
    rows = Tally.objects.filter(conference=conference, unit=unit)
    return {(row.indicator_id, row.period_id): row for row in rows}


def _names(tallies: Tallies) -> dict[int, str]:
    """What the exemplars are called that are told twice."""
    keys = {key for tally in tallies.values() for key, _times in tally.doubles}
    return dict(Exemplar.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}


def _line(row: Indicator, page: _Page) -> Line:
    tally = page.tallies.get((row.pk, page.period.pk))
    value = _value(row, tally)
    covered, about = page.presence.coverage(row.pk), page.presence.approximate(row.pk)
    comparison = _compared(row, value, tally, page)
    subtraction = _subtraction(tally, page.names)
    where = {"indicator": row.code, "period": page.period.code}
    noted = [coverage.finding(covered, **where), coverage.approximate(about, **where)]
    noted += [doubles.finding(subtraction, **where)] if subtraction else []
    findings = (*(each for each in noted if each), *comparison.findings)
    history = tuple(_value(row, page.tallies.get((row.pk, each.pk))) for each in page.periods)
    return Line(row, tally, value, covered, comparison, subtraction, history, findings)


def _value(row: Indicator, tally: Tally | None) -> Decimal | None:
    if tally is None:
        return None
    return value_of(Gather(row.gather), tally.given, measure=row.measure, doubled=tally.doubled)


def _compared(row: Indicator, value: Decimal | None, tally: Tally | None, page: _Page) -> Comparison:
    """Beside the period before this one: as the units give it in the same reports, or as the conference before had it.

    Where both are known the one with more units in it is taken.
    """
    earlier = [each for each in page.periods if each.last_on < page.period.last_on]
    before = page.tallies.get((row.pk, earlier[-1].pk)) if earlier else None
    known = Coverage(before.number, before.expected) if before else Coverage(0, 0)
    now = Coverage(tally.number, tally.expected) if tally else Coverage(0, 0)
    if page.past is not None and (then := page.past.coverage(page.unit, row.code)).number > known.number:
        return _with_coverage(page.past.compare(page.unit, row, value), now, then, page.past.period.label)
    if before is None or not known.number:
        return page.past.compare(page.unit, row, value) if page.past else Comparison(value)
    label = earlier[-1].label
    return _with_coverage(Comparison(value, _value(row, before), label=label), now, known, label)


def _with_coverage(comparison: Comparison, now: Coverage, before: Coverage, label: str) -> Comparison:
    """Says too where the two do not cover the same, unless nothing is compared."""
    unlike = unlike_coverage(now, before, label=label) if comparison.difference is not None else None
    return replace(comparison, findings=(*comparison.findings, *([unlike] if unlike else [])))


def _subtraction(tally: Tally | None, names: Mapping[int, str]) -> Subtraction | None:
    if tally is None or not tally.doubled or tally.total is None:
        return None
    named = tuple(names.get(key, str(key)) for key, _times in tally.doubles)
    return Subtraction(written(tally.total - tally.doubled), written(tally.total), tally.doubled, named)
