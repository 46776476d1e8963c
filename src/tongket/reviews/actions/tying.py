"""What a review that counts changes beside itself: models in the register, sums above; what the register changes."""

from collections.abc import Collection
from datetime import datetime

from tongket.exemplars.actions import Naming, name_exemplar
from tongket.reviews import telling
from tongket.reviews.actions.tallying import recalculate_above
from tongket.reviews.models import Mention, Review
from tongket.reviews.rules import DELIVERED


def tie_mentions(review: Review, *, now: datetime) -> None:
    """Names the models of a review that counts in the register of the host, in the unit's own words."""
    if review.state not in DELIVERED or review.confirmed_at is None:
        return
    for mention in Mention.objects.filter(review=review, exemplar=None).select_related("statement"):
        page = mention.statement.page if mention.statement else None
        naming = Naming(
            name=mention.name,
            unit=review.unit,
            owner_name=mention.owner_name,
            place=mention.place_name,
            quote=mention.quote,
            where=f"tr. {page}" if page else "",
        )
        host, conference = review.conference.host, review.conference
        mention.exemplar = name_exemplar(host=host, naming=naming, conference=conference, by=None, now=now)
        mention.save(update_fields=["exemplar"])


def add_up(review: Review, *, now: datetime) -> None:
    """Adds up anew what this review changes."""
    recalculate_above(review=review, by=None, now=now)


def add_up_tellers(exemplars: Collection[int], *, now: datetime) -> None:
    """Adds up anew above every review that names one of these exemplars; the rooms that gather hear of each."""
    told = Review.objects.filter(mentions__exemplar__in=exemplars, confirmed_at__isnull=False).distinct()
    for review in told.select_related("conference__host", "unit"):
        telling.changed(review, now=now)


LISTENERS = (tie_mentions, add_up)
