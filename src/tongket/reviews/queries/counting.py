"""Which reviews count: submitted or accepted ones that a leader of the unit stands behind, today or on any day."""

from datetime import date, datetime, time, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from tongket.conferences.models import Conference
from tongket.reviews.models import Review, ReviewStep
from tongket.reviews.rules import DELIVERED

# A review counts once it was handed in and a leader of its unit stands behind it.
COUNTS = Q(confirmed_at__isnull=False, state__in=DELIVERED)


def counted(conference: Conference, *, on: date | None = None) -> QuerySet[Review]:
    """The reviews of a conference that count, at every level of the tree; with `on` those that did when it ended."""
    found = Review.objects.filter(conference=conference)
    if on is None:
        return found.filter(COUNTS)
    return found.filter(steps__in=standing_on(on).filter(state__in=DELIVERED, is_confirmed=True))


def standing_on(day: date) -> QuerySet[ReviewStep]:
    """The step in which each review stood when the day ended; none for what had not begun."""
    same = ReviewStep.objects.filter(review=OuterRef("review"), made_at__lt=end_of(day))
    return ReviewStep.objects.filter(pk=Subquery(same.order_by("-made_at", "-pk").values("pk")[:1]))


def end_of(day: date) -> datetime:
    """The moment at which a day of the office's zone is over."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
