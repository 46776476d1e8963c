"""What the checks say of a review's figures, beside each figure and as a whole."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal

from django.db.models import BooleanField, ExpressionWrapper, Q

from tongket.core.findings import Finding
from tongket.reviews import values
from tongket.reviews.models import Figure, Review
from tongket.reviews.queries.expecting import examine_review
from tongket.reviews.queries.filled import figures_of
from tongket.reviews.queries.outline import current_period, outline_of

# A year of an office may begin a quarter after that of another.
ABOUT = timedelta(days=92)

Cell = tuple[str, str]


def findings_of(
    review: Review, *, outline: values.Outline | None = None, figures: Iterable[values.Figure] | None = None
) -> tuple[Finding, ...]:
    """What is noticed in the figures that stand, or in `figures` as they are being written."""
    asked = outline or outline_of(review.conference)
    given = tuple(figures) if figures is not None else (figures_of(review) if review.pk else ())
    return tuple(finding for result in examine_review(review, asked, given) for finding in result.findings)


def by_cell(findings: Iterable[Finding]) -> dict[Cell, list[Finding]]:
    """The findings that concern one figure, by indicator and period; a period that is not named is empty."""
    cells: dict[Cell, list[Finding]] = {}
    for each in findings:
        if "indicator" in each.values:
            cells.setdefault((str(each.values["indicator"]), str(each.values.get("period", ""))), []).append(each)
    return cells


def figures_before(review: Review, outline: values.Outline) -> dict[str, Decimal]:
    """What the unit said for the last period before the current one, by indicator; one query, two where it is older.

    Its own figures of that period in this review come first, then those of its counted reviews of other conferences.
    """
    current = current_period(outline)
    earlier = [each for each in outline.periods if current and each.last_on < current.last_on]
    if not earlier:
        return {}
    # Another conference may call the same days by another code, or count a year by other days: its days tell first.
    before = earlier[-1]
    days = Q(period__first_on=before.first_on, period__last_on=before.last_on)
    rows = Figure.objects.filter(days | _called_so(before), review__unit=review.unit_id)
    rows = rows.filter(value__isnull=False).annotate(has_days=ExpressionWrapper(days, BooleanField()))
    counts = rows.filter(review__confirmed_at__isnull=False).exclude(review=review.pk)
    told = list(counts.order_by("has_days", "review_id").values_list("indicator__code", "value"))
    own = list(rows.filter(review=review.pk).values_list("indicator__code", "value")) if review.pk else []
    return {code: value for code, value in (*told, *own) if value is not None}


def _called_so(period: values.Period) -> Q:
    """Of figures: their period has the code of this one and about its days; five years may be called by their last."""
    near = {
        f"period__{name}__range": (day - ABOUT, day + ABOUT)
        for name, day in (("first_on", period.first_on), ("last_on", period.last_on))
    }
    return Q(period__code=period.code, **near)
