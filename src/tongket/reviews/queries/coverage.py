"""How much of what is asked each review of a list says: figures given, proposed, noticed."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q

from tongket.reviews.models import Answer, Figure
from tongket.reviews.rules import FigureState


@dataclass(frozen=True, slots=True)
class Covered:
    """Figures of the current period that a review gives, those that wait for a person, questions that it answers."""

    figures: int = 0
    proposed: int = 0
    answers: int = 0


def covered_by(review_ids: Collection[int]) -> dict[int, Covered]:
    """Each of these reviews by its number; two queries."""
    figures = Figure.objects.filter(review__in=review_ids, period__is_current=True, indicator__is_removed=False)
    counted = figures.values_list("review_id").annotate(
        given=Count("pk", filter=Q(value__isnull=False, state=FigureState.CONFIRMED)),
        waiting=Count("pk", filter=Q(state=FigureState.PROPOSED)),
    )
    found = {review_id: (given, waiting) for review_id, given, waiting in counted}
    answers = Answer.objects.filter(review__in=review_ids, question__is_removed=False).exclude(text="")
    said = dict(answers.values_list("review_id").annotate(number=Count("pk")))
    return {
        review_id: Covered(*found.get(review_id, (0, 0)), answers=said.get(review_id, 0)) for review_id in review_ids
    }
