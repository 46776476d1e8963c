"""Figures of a whole conference that a careful clerk would ask about: each unit beside its own past and the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.conferences.models import Conference
from tongket.core.findings import Finding
from tongket.reviews import values
from tongket.reviews.checks import Spread, examine
from tongket.reviews.models import Figure
from tongket.reviews.queries.counting import counted
from tongket.reviews.queries.filled import figure_value
from tongket.reviews.queries.outline import current_period, outline_of
from tongket.reviews.rules import FigureState
from tongket.reviews.tallying.spreads import spread_of

# What is asked of each unit when it hands in is asked there; here stands what only the sight of all units shows.
ASKED = frozenset({"slip", "comma", "jump", "approximate", "parts", "above", "shrinking"})


@dataclass(frozen=True, slots=True)
class Outlier:
    """A unit's figure with what is asked about it, and what the unit said to it."""

    unit: int
    name: str
    indicator: str
    finding: Finding
    kept_because: str = ""


def outliers_of(conference: Conference) -> tuple[Outlier, ...]:
    """What stands out in the reviews that count and go right to the host, unit by unit; six queries."""
    outline = outline_of(conference)
    period = current_period(outline)
    if period is None:
        return ()
    rows = Figure.objects.filter(review__in=counted(conference).filter(upper=None), state=FigureState.CONFIRMED)
    rows = rows.select_related("review__unit", "indicator", "period").order_by("review__unit__sort_key", "pk")
    by_review: dict[int, list[Figure]] = {}
    for row in rows:
        by_review.setdefault(row.review_id, []).append(row)
    peers = _peers(rows, period.code)
    return tuple(each for mine in by_review.values() for each in _of_unit(outline, mine, peers))


def _peers(rows: Iterable[Figure], period: str) -> dict[str, Spread]:
    given: dict[str, list[Decimal]] = {}
    for row in rows:
        if row.period.code == period and row.value is not None:
            given.setdefault(row.indicator.code, []).append(row.value)
    spreads = {code: spread_of(said) for code, said in given.items()}
    return {code: spread for code, spread in spreads.items() if spread is not None}


def _of_unit(outline: values.Outline, mine: list[Figure], peers: Mapping[str, Spread]) -> Iterable[Outlier]:
    unit = mine[0].review.unit
    kept = {row.indicator.code: row.kept_because for row in mine}
    for result in examine(outline, map(figure_value, mine), peers=peers):
        for finding in result.findings if result.check in ASKED else ():
            code = str(finding.values.get("indicator", ""))
            yield Outlier(unit.pk, unit.called, code, finding, kept.get(code, ""))
