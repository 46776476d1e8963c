"""All that a page of figures of one unit needs, in a handful of queries however many units there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.conferences.models import Conference
from tongket.core.decimals import written
from tongket.core.findings import Finding
from tongket.exemplars.models import Exemplar
from tongket.reviews.models import Indicator, Period, Review, Tally
from tongket.reviews.queries.children import Child, children_of, given_by, reviews_below, values_of
from tongket.reviews.queries.earlier import PastBook, past_book
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
    gave, passed_on = _presence(conference, review, children, period, pairs)
    page = _Page(period, periods, tallies, children, gave, passed_on, _names(tallies), unit.pk, past)
    lines = tuple(_line(row, page) for row in asked)
    wanted = indicator or (asked[0] if asked else None)
    chosen = next((line for line in lines if wanted and line.indicator.pk == wanted.pk), None)
    values = values_of(conference, review, wanted, period, pairs.get(wanted.pk)) if wanted else {}
    return RollUp(conference, unit, period, periods, review, lines, tuple(children), chosen, values)


Tallies = dict[tuple[int, int], Tally]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every line of the page is made from; `gave` and `passed_on` say who gave a figure, by indicator."""

    period: Period
    periods: tuple[Period, ...]
    tallies: Tallies
    children: Sequence[Child]
    gave: Mapping[int, set[int]]
    passed_on: Mapping[int, set[int]]
    names: Mapping[int, str]
    unit: int
    past: PastBook | None


def _tallies(conference: Conference, unit: Unit) -> Tallies:
    rows = Tally.objects.filter(conference=conference, unit=unit)
    return {(row.indicator_id, row.period_id): row for row in rows}


def _presence(
    conference: Conference,
    review: Review | None,
    children: Sequence[Child],
    period: Period,
    pairs: Mapping[int, tuple[int, int]],
) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """By indicator: the reviews right below with a figure, and the units right below whose tally holds one."""
    gave = given_by(reviews_below(conference, review), period)
    gave |= {rate: gave.get(above, set()) & gave.get(below, set()) for rate, (above, below) in pairs.items()}
    units = [child.unit for child in children if child.has_below]
    passed_on: dict[int, set[int]] = {}
    if units:
        tallies = Tally.objects.filter(conference=conference, unit__in=units, period=period, number__gt=0)
        for indicator, unit in tallies.values_list("indicator", "unit"):
            passed_on.setdefault(indicator, set()).add(unit)
    return gave, passed_on


def _names(tallies: Tallies) -> dict[int, str]:
    """What the exemplars are called that are told twice."""
    keys = {key for tally in tallies.values() for key, _times in tally.doubles}
    return dict(Exemplar.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}


def _line(row: Indicator, page: _Page) -> Line:
    tally = page.tallies.get((row.pk, page.period.pk))
    value = _value(row, tally)
    covered = Coverage(*_count(row, page))
    comparison = _compared(row, value, tally, page)
    subtraction = _subtraction(tally, page.names)
    where = {"indicator": row.code, "period": page.period.code}
    noted = [coverage.finding(covered, **where), subtraction and doubles.finding(subtraction, **where)]
    findings = (*(each for each in noted if each), *comparison.findings)
    history = tuple(_value(row, page.tallies.get((row.pk, each.pk))) for each in page.periods)
    return Line(row, tally, value, covered, comparison, subtraction, history, findings)


def _value(row: Indicator, tally: Tally | None) -> Decimal | None:
    if tally is None:
        return None
    return value_of(Gather(row.gather), tally.given, measure=row.measure, doubled=tally.doubled)


def _count(row: Indicator, page: _Page) -> tuple[int, int, tuple[str, ...]]:
    """How many of the units right below are in, how many are asked, and who is missing: first who never came."""
    gave, passed_on = page.gave.get(row.pk, set()), page.passed_on.get(row.pk, set())
    missing = [child for child in page.children if child.review not in gave and child.unit not in passed_on]
    ordered = sorted(missing, key=lambda child: child.is_counted)
    return len(page.children) - len(missing), len(page.children), tuple(child.name for child in ordered)


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
    return _with_coverage(Comparison(value, _value(row, before)), now, known, earlier[-1].label)


def _with_coverage(comparison: Comparison, now: Coverage, before: Coverage, label: str) -> Comparison:
    """Says too where the two do not cover the same, unless nothing is compared."""
    unlike = unlike_coverage(now, before, label=label) if comparison.difference is not None else None
    return replace(comparison, findings=(*comparison.findings, *([unlike] if unlike else [])))


def _subtraction(tally: Tally | None, names: Mapping[int, str]) -> Subtraction | None:
    if tally is None or not tally.doubled or tally.total is None:
        return None
    named = tuple(names.get(key, str(key)) for key, _times in tally.doubles)
    return Subtraction(written(tally.total - tally.doubled), written(tally.total), tally.doubled, named)
