"""Figures of the units right below to look at: ten times last period's, đồng for triệu, a lost comma."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.conferences.models import Conference
from tongket.core.findings import Finding
from tongket.reviews import values
from tongket.reviews.checks import comma, jump, shrinking, slip
from tongket.reviews.checks.sight import Sight, Spread
from tongket.reviews.models import Indicator, Period, Review, Tally
from tongket.reviews.queries.children import Child, children_of, reviews_below
from tongket.reviews.queries.earlier import PastBook, past_book
from tongket.reviews.queries.outline import indicator_value, period_value
from tongket.reviews.queries.sums import counted_figures
from tongket.reviews.rules import Gather
from tongket.reviews.tallying.spreads import spread_of
from tongket.reviews.tallying.values import value_of
from tongket.units.models import Unit

LOOKED = (slip.check, comma.check, jump.check, shrinking.check)
Figures = dict[tuple[str, str], values.Figure]


@dataclass(frozen=True, slots=True)
class Outlier:
    """A figure that asks for a look, and whose it is; `finding.values` has the codes of indicator and period."""

    unit: int
    name: str
    review: int | None
    finding: Finding


def outliers_of(conference: Conference, unit: Unit, period: Period) -> tuple[Outlier, ...]:
    """Every figure of the units right below that does not fit, unit by unit; fourteen queries at most.

    It reads every figure of them in two periods: for figures and the examination of a report, not for lists.
    """
    review = None if unit.pk == conference.host_id else Review.objects.get(conference=conference, unit=unit)
    children = [child for child in children_of(conference, review) if child.review]
    asked = list(Indicator.objects.filter(outline=period.outline_id, is_removed=False).order_by("ordinal", "pk"))
    spans = list(Period.objects.filter(outline=period.outline_id, last_on__lte=period.last_on).order_by("last_on"))[-2:]
    figures = _figures(conference, review, children, asked, spans)
    past = past_book(conference, period, [child.unit for child in children])
    indicators = tuple(indicator_value(row) for row in asked)
    periods = tuple(replace(period_value(row), is_current=row.pk == period.pk) for row in spans)
    outline = values.Outline("", 0, indicators=indicators, periods=periods)
    peers = _peers(figures, period)
    found: list[Outlier] = []
    for child in children:
        sight = Sight(outline, figures.get(child.unit, {}), _before(child.unit, asked, past), peers)
        noted = [finding for check in LOOKED for finding in check(sight)]
        found += [Outlier(child.unit, child.name, child.review, finding) for finding in noted]
    return tuple(found)


def _figures(
    conference: Conference, review: Review | None, children: list[Child], asked: list[Indicator], spans: list[Period]
) -> dict[int, Figures]:
    """By unit what it says, for units that gather others what all below it add up to."""
    codes, years = {row.pk: row.code for row in asked}, {row.pk: row.code for row in spans}
    found: dict[int, Figures] = {}
    rows = counted_figures(reviews_below(conference, review)).filter(period__in=years, indicator__in=codes)
    for unit, indicator, period, value, written, quote in rows.values_list(
        "review__unit", "indicator", "period", "value", "written", "quote"
    ):
        figure = values.Figure(codes[indicator], years[period], value, written=written, quote=quote)
        found.setdefault(unit, {})[figure.period, figure.indicator] = figure
    for unit, figure in _gathered(conference, children, asked, spans):
        found.setdefault(unit, {})[figure.period, figure.indicator] = figure
    return found


def _gathered(
    conference: Conference, children: list[Child], asked: list[Indicator], spans: list[Period]
) -> Iterator[tuple[int, values.Figure]]:
    units = [child.unit for child in children if child.has_below]
    known, years = {row.pk: row for row in asked}, {row.pk: row.code for row in spans}
    tallies = Tally.objects.filter(conference=conference, unit__in=units, period__in=years, indicator__in=known)
    for row in tallies if units else ():
        indicator = known[row.indicator_id]
        value = value_of(Gather(indicator.gather), row.given, measure=indicator.measure, doubled=row.doubled)
        if value is not None:
            yield row.unit_id, values.Figure(indicator.code, years[row.period_id], value)


def _peers(figures: Mapping[int, Figures], period: Period) -> dict[str, Spread]:
    said: dict[str, list[Decimal]] = {}
    for (span, code), figure in (cell for own in figures.values() for cell in own.items()):
        if span == period.code and figure.value is not None:
            said.setdefault(code, []).append(figure.value)
    spreads = {code: spread_of(each) for code, each in said.items()}
    return {code: spread for code, spread in spreads.items() if spread is not None}


def _before(unit: int, asked: list[Indicator], past: PastBook | None) -> dict[str, Decimal]:
    if past is None:
        return {}
    found = {row.code: past.compare(unit, row, None).before for row in asked}
    return {code: value for code, value in found.items() if value is not None}
