"""Who hears that a review changed: rooms that come later, and what counts figures here."""

from datetime import datetime
from typing import Protocol

from tongket.reviews.models import Review


class Listener(Protocol):
    """Who is told that what a review says, or whether it counts, changed."""

    def __call__(self, review: Review, *, now: datetime) -> None:
        """Hears of the change."""


tell: list[Listener] = []


def changed(review: Review, *, now: datetime) -> None:
    """Says that a review's rows, its state or its confirmation changed; called within the transaction that changes it.

    It is also called for one that no longer counts: listeners look at the review as it stands now.
    """
    for listener in tell:
        listener(review, now=now)
