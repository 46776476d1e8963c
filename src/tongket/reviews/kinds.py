"""The kind of duty that this room fulfils: the unit's own review; registered when Django is ready."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS, register_kind
from tongket.conferences.rules import STATE_WORDS, DutyKind, DutyState
from tongket.reviews.actions.following import follow, undone
from tongket.reviews.models import Review
from tongket.reviews.rules import ReviewState


def review_page(duty_id: int) -> str:
    """The address that leads from a duty to its review."""
    return reverse("reviews:of_duty", args=[duty_id])


def judged_reviews(duty_ids: Collection[int]) -> Mapping[int, str]:
    """`Chờ xem · chờ lãnh đạo xác nhận` for what no leader stands behind yet; one query."""
    said = f"{_(STATE_WORDS[DutyState.HANDED_IN])} · {_('chờ lãnh đạo xác nhận')}"
    return dict.fromkeys(unconfirmed(duty_ids), said)


def unconfirmed(duty_ids: Collection[int]) -> list[int]:
    """Those of these duties whose review came and has no leader behind it yet; one query."""
    waiting = Review.objects.filter(duty__in=duty_ids, state=ReviewState.SUBMITTED, confirmed_at=None)
    return [duty_id for duty_id in waiting.values_list("duty_id", flat=True) if duty_id is not None]


def register() -> None:
    """Takes over where reviews are fulfilled, keeping their name and picture."""
    review = KINDS[DutyKind.REVIEW]
    register_kind(
        replace(review, page=review_page, judge=judged_reviews, awaiting=unconfirmed, undone=undone, followed=follow)
    )
