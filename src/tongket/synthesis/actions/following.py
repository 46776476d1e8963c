"""The report hears that a review changed: it is marked, and a job brings themes up to date in the background."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from tongket.conferences.models import Conference
from tongket.core import clock, jobs
from tongket.reviews.models import Review
from tongket.synthesis.actions.placing import SORT, place_statements
from tongket.synthesis.actions.reports import note_moved

FOLLOW = "synthesis.follow"


@transaction.atomic
def note_review(review: Review, *, now: datetime) -> None:
    """Marks the report of the review's conference as behind, and queues the placing of what is new in the review."""
    note_moved(conference_id=review.conference_id, review_id=review.pk, now=now)
    jobs.start_job(FOLLOW, conference_id=review.conference_id, review_id=review.pk)


def follow(conference_id: int, review_id: int) -> None:
    """Places the statements of one review that nobody placed; nothing where the conference is gone."""
    conference = Conference.objects.select_related("host").filter(pk=conference_id).first()
    if conference is not None:
        place_statements(conference=conference, reviews=[review_id], now=clock.now())


def sort_anew(conference_id: int) -> None:
    """Places anew all that nobody placed, after themes changed; nothing where the conference is gone."""
    conference = Conference.objects.select_related("host").filter(pk=conference_id).first()
    if conference is not None:
        place_statements(conference=conference, now=clock.now())


JOBS: dict[str, Callable[..., None]] = {FOLLOW: follow, SORT: sort_anew}
