"""The review of a unit: its row where something was written of it, else one that is not kept yet."""

from django.db.models import QuerySet

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.reviews.models import Review, ReviewVersion
from tongket.reviews.rules import OF_DUTY


class NoUnit(ValueError):
    """The duty names a unit that nobody settled yet; there is no review of nobody."""


def review_of(duty: Duty) -> Review:
    """The review of a duty, an empty one that is not kept yet where nothing was written of it; one query.

    Raises NoUnit where the office has not said yet which unit owes it.
    """
    if duty.unit_id is None:
        raise NoUnit(duty.unit_name)
    kept = Review.objects.select_related("unit", "upper__unit").filter(conference=duty.conference_id, unit=duty.unit_id)
    review = kept.first() or Review(conference=duty.conference, unit=duty.unit, state=OF_DUTY[DutyState(duty.state)])
    review.conference = duty.conference
    if review.duty_id in {None, duty.pk} and review.upper_id is None:
        review.duty = duty
    return review


def find_review(conference: Conference, unit_id: int) -> Review | None:
    """What this unit owes the conference or a unit above it there, None where it owes no review; two queries."""
    kept = Review.objects.filter(conference=conference, unit=unit_id)
    review = kept.select_related("unit", "duty__unit", "upper__unit").first()
    if review is None or (review.duty is None and review.upper_id is None):
        owed = Duty.objects.filter(conference=conference, unit=unit_id, kind=DutyKind.REVIEW)
        duty = owed.select_related("unit").order_by("ordinal").first()
        return review if duty is None else review_of(_in(duty, conference))
    review.conference = conference
    if review.duty is not None:
        review.duty = _in(review.duty, conference)
    return review


def _in(duty: Duty, conference: Conference) -> Duty:
    duty.conference = conference
    return duty


def standing_versions(review: Review) -> QuerySet[ReviewVersion]:
    """The versions that were not taken back, latest first."""
    found = ReviewVersion.objects.filter(review=review.pk, taken_back_at=None)
    return found.select_related("file", "evidence", "made_by").order_by("-ordinal")


def latest_version(review: Review) -> ReviewVersion | None:
    """The version that stands in the rows now; one query."""
    return standing_versions(review).first() if review.pk else None
