"""A version is taken back: the rows say again what they said before it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tongket.reviews.actions.outline import make_outline
from tongket.reviews.actions.rows import write_answers, write_figures, write_held, write_mentions
from tongket.reviews.actions.statements import put_in_force
from tongket.reviews.models import Answer, DraftField, Figure, Review, ReviewVersion
from tongket.reviews.queries.reviews import latest_version
from tongket.reviews.rules import CameAs
from tongket.reviews.stored import from_json


def restore(review: Review, *, evidence_id: int | None = None, now: datetime) -> None:
    """Marks the latest version as taken back and puts the one before it into the rows.

    With `evidence_id` only where the latest version is the one that came with it. Where nothing is left, what was
    written in the page is a draft again.
    """
    latest = latest_version(review)
    if latest is None or (evidence_id is not None and latest.evidence_id != evidence_id):
        return
    ReviewVersion.objects.filter(pk=latest.pk).update(taken_back_at=now)
    before = latest_version(review)
    _put_back(review, before, now=now)
    if latest.came_as == CameAs.WEB:
        _draft_again(review, latest, now=now)


def confirmed_as(review: Review, before: Mapping[str, Any]) -> None:
    """Puts the leader behind it again who stood behind the earlier version, as the trail kept it; the caller saves."""
    review.confirmed_by_id = before.get("by")
    review.confirmed_at = datetime.fromisoformat(before["at"]) if before.get("at") else None
    review.confirmed_how = before.get("how", "")


def _put_back(review: Review, version: ReviewVersion | None, *, now: datetime) -> None:
    outline = make_outline(conference=review.conference, by=None, now=now)
    filled = from_json(version.content if version else {})
    write_answers(review, outline, filled.answers, now=now)
    Figure.objects.filter(review=review, indicator__is_removed=False).delete()
    write_figures(review, outline, filled.figures)
    write_mentions(review, filled.exemplars)
    write_held(review, filled)
    put_in_force(review, version.content.get("statements", []) if version else [])
    Answer.objects.filter(review=review, text="", revision=0).delete()


def _draft_again(review: Review, version: ReviewVersion, *, now: datetime) -> None:
    """The words of a version that was written in the page are not lost with it."""
    filled = from_json(version.content)
    fields = {f"q:{code}": text for code, text in filled.answers.items()}
    fields |= {f"f:{each.indicator}:{each.period}": each.written for each in filled.figures}
    there = set(DraftField.objects.filter(review=review).values_list("name", flat=True))
    if version.made_by_id is None:
        return
    DraftField.objects.bulk_create(
        DraftField(review=review, name=name, text=text, saved_by_id=version.made_by_id, saved_at=now)
        for name, text in fields.items()
        if name not in there
    )
