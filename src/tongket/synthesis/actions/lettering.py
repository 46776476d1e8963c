"""Recommendations leave by letter: which letter carries them, and what becomes of them when it is issued."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.models import Event
from tongket.documents.models import Document
from tongket.documents.rules import DocumentState
from tongket.synthesis.actions.carrying import move_elsewhere
from tongket.synthesis.models import Recommendation
from tongket.synthesis.rules import RecommendationState


@transaction.atomic
def tie_letter(*, recommendations: Sequence[Recommendation], letter: Document, by: User, now: datetime) -> Event:
    """Remembers which letter carries these recommendations; issuing it makes them sent."""
    Recommendation.objects.filter(pk__in=[row.pk for row in recommendations]).update(letter=letter)
    for row in recommendations:
        move_elsewhere(row, row.state, {"letter": letter}, by=by, now=now)
    changes = {"recommendations": [row.pk for row in recommendations]}
    return audit.record(verb="tie_letter", subject=letter, scope=letter.conference, by=by, now=now, changes=changes)


@transaction.atomic
def note_letters(conference_id: int, *, now: datetime) -> None:
    """Recommendations whose letter was issued are sent; those whose letter was called back or dropped wait again.

    Called by the room of documents whenever anything of a document of this conference changed.
    """
    mine = Recommendation.objects.filter(conference=conference_id)
    agreed = mine.filter(state=RecommendationState.AGREED, letter__state=DocumentState.ISSUED)
    _move(agreed, {"state": RecommendationState.SENT, "sent_at": now}, now=now)
    recalled = mine.filter(state=RecommendationState.SENT, letter__state=DocumentState.RECALLED)
    _move(recalled, {"state": RecommendationState.AGREED, "sent_at": None, "letter": None}, now=now)
    _move(mine.filter(state=RecommendationState.AGREED, letter__state=DocumentState.DROPPED), {"letter": None}, now=now)


def _move(rows: QuerySet[Recommendation], values: dict[str, object], *, now: datetime) -> None:
    found = list(rows)
    rows.update(**values)
    for row in found:
        move_elsewhere(row, row.state, values, by=None, now=now)
