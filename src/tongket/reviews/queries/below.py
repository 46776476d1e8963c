"""The units below one that owes a review: who could be asked, and what those that counted add up to."""

from decimal import Decimal

from django.db.models import Sum

from tongket.core import clock
from tongket.reviews import values
from tongket.reviews.models import Figure, Review
from tongket.reviews.queries.outline import current_period, outline_of
from tongket.reviews.rules import DELIVERED, FigureState, Gather
from tongket.units.models import Unit


def units_below(review: Review) -> list[Unit]:
    """The units straight below this one that exist today and owe the conference no review, in the order of lists."""
    owing = Review.objects.filter(conference=review.conference).values("unit")
    found = Unit.objects.valid_on(clock.today()).filter(parent=review.unit_id).exclude(pk__in=owing)
    return list(found.exclude(duties__conference=review.conference, duties__kind="review").order_by("sort_key", "pk"))


def added_up(review: Review) -> tuple[dict[str, Decimal], values.Period | None]:
    """What the reviews below that count say together in the current period, by indicator that is summed; two queries.

    Averages and rates are not added: a rate follows from its two parts. Nothing for the host's own review: what is
    asked through it goes to the host's sums by itself and would stand there twice.
    """
    outline = outline_of(review.conference)
    period = current_period(outline)
    if period is None or review.unit_id == review.conference.host_id:
        return {}, None
    summed = {each.code for each in outline.indicators if each.gather is Gather.SUM}
    rows = Figure.objects.filter(
        review__upper=review.pk,
        review__state__in=DELIVERED,
        review__confirmed_at__isnull=False,
        period__code=period.code,
        state=FigureState.CONFIRMED,
        value__isnull=False,
    )
    totals = rows.values_list("indicator__code").annotate(total=Sum("value"))
    return {code: Decimal(total) for code, total in totals if code in summed}, period
