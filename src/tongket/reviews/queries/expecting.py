"""What one would expect of a unit's figures: last period's, other units', and those of the units below it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.core.findings import Result
from tongket.reviews import values
from tongket.reviews.checks import examine
from tongket.reviews.checks.sight import Spread
from tongket.reviews.models import Indicator, Period, Review, Tally
from tongket.reviews.queries.counting import COUNTS
from tongket.reviews.queries.earlier import past_book
from tongket.reviews.queries.sums import counted_figures
from tongket.reviews.rules import Gather
from tongket.reviews.tallying.spreads import spread_of

# So many units tell well enough what is usual; a flat nation has thousands.
MOST_PEERS = 100


@dataclass(frozen=True, slots=True)
class Expected:
    """By code of the indicator, as `checks.examine` takes it."""

    before: Mapping[str, Decimal] = field(default_factory=dict)
    peers: Mapping[str, Spread] = field(default_factory=dict)
    below: Mapping[str, Decimal] = field(default_factory=dict)


def examine_review(review: Review, outline: values.Outline, figures: Iterable[values.Figure]) -> tuple[Result, ...]:
    """Every check over these figures of a review, beside what is known of the unit and of others; 13 queries."""
    expected = expected_of(review)
    return examine(outline, figures, before=expected.before, peers=expected.peers, below=expected.below)


def expected_of(review: Review) -> Expected:
    """What is known of the unit from the conference before, of the units beside it, and of those below it."""
    current = Period.objects.filter(outline__conference=review.conference_id, is_current=True).first()
    if current is None:
        return Expected()
    return Expected(_before(review, current), _peers(review, current), _below(review, current))


def _before(review: Review, current: Period) -> dict[str, Decimal]:
    """Only figures that compare: of a split unit none, of a merged one the sum."""
    past = past_book(review.conference, current, [review.unit_id])
    if past is None:
        return {}
    asked = Indicator.objects.filter(outline=current.outline_id, is_removed=False)
    found = {row.code: past.compare(review.unit_id, row, None).before for row in asked}
    return {code: value for code, value in found.items() if value is not None}


def _peers(review: Review, current: Period) -> dict[str, Spread]:
    """What the others that report into the same unit say, those beside it in the list first."""
    beside = Review.objects.filter(COUNTS, conference=review.conference_id, upper=review.upper_id)
    keys = list(beside.exclude(pk=review.pk).order_by("pk").values_list("pk", flat=True)[:MOST_PEERS])
    rows = counted_figures(Review.objects.filter(pk__in=keys)).filter(period=current)
    values_by: dict[str, list[Decimal]] = {}
    for code, value in rows.values_list("indicator__code", "value"):
        if value is not None:
            values_by.setdefault(code, []).append(value)
    spreads = {code: spread_of(found) for code, found in values_by.items()}
    return {code: spread for code, spread in spreads.items() if spread is not None}


def _below(review: Review, current: Period) -> dict[str, Decimal]:
    """What the units below add up to where they are all in; a sum that lacks units proves nothing.

    The host's own review has none below it: its unit's sums are those of the whole conference.
    """
    if review.unit_id == review.conference.host_id:
        return {}
    rows = Tally.objects.filter(conference=review.conference_id, unit=review.unit_id, period=current)
    whole = rows.filter(indicator__gather=Gather.SUM, below__isnull=False).select_related("indicator")
    return {row.indicator.code: row.below for row in whole if row.below is not None and _is_whole(row)}


def _is_whole(row: Tally) -> bool:
    return row.below_number >= row.expected
