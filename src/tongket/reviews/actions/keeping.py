"""Makes the row of a review when something is first written of it, and notes each of its moves."""

from datetime import datetime

from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.reviews.models import Review, ReviewStep
from tongket.reviews.rules import OF_DUTY, ReviewState

CONFIRMATION = ("confirmed_by", "confirmed_at", "confirmed_how")
UNSENT = frozenset({ReviewState.NOT_BEGUN, ReviewState.WORKING, ReviewState.EXCUSED})


class ReviewMoved(RuntimeError):
    """Somebody else changed the review first, or this move is not allowed from where it stands."""


def kept(review: Review, *, now: datetime) -> Review:
    """The review as the database has it, locked until the transaction ends; made where it was not there yet."""
    owed = {"made_at": now, "duty": review.duty, "upper": review.upper, **(_as_duty(review.duty, now=now))}
    Review.objects.get_or_create(conference=review.conference, unit=review.unit, defaults=owed)
    row = Review.objects.select_for_update().get(conference=review.conference_id, unit=review.unit_id)
    row.conference, row.unit = review.conference, review.unit
    if row.duty_id is None and row.upper_id is None and review.duty is not None:
        row.duty = review.duty
        row.save(update_fields=["duty"])
    if review.duty is not None and row.duty_id == review.duty.pk:
        row.duty = review.duty
    return row


def _as_duty(duty: Duty | None, *, now: datetime) -> dict[str, object]:
    """How a review stands whose duty moved before anything was written of it here."""
    if duty is None:
        return {}
    state = OF_DUTY[DutyState(duty.state)]
    sent = {} if state in UNSENT else {"submitted_at": duty.handed_in_at or now, "return_due_at": duty.return_due_at}
    return {"state": state, **sent}


def note_step(review: Review, *, remark: str = "", by_id: int | None, now: datetime) -> ReviewStep:
    """Keeps that the review stands as it does since `now`: by these lines it is known for any day."""
    return ReviewStep.objects.create(
        review=review,
        state=review.state,
        is_confirmed=review.confirmed_at is not None,
        remark=remark,
        made_by_id=by_id,
        made_at=now,
    )


def standing_of(review: Review) -> dict[str, str | None]:
    """Where a review without a duty stands, for the line of the trail by which a move is taken back."""
    times = {name: getattr(review, name) for name in ("submitted_at", "return_due_at")}
    return {"state": str(review.state)} | {name: at.isoformat() if at else None for name, at in times.items()}


def bump(review: Review) -> None:
    """Says that the review is no longer what somebody may have looked at."""
    review.revision += 1
    review.save(update_fields=["revision"])


def unconfirmed(review: Review) -> None:
    """What stands in the rows now waits to be confirmed; the caller saves."""
    review.confirmed_by, review.confirmed_at, review.confirmed_how = None, None, ""


def actor_of(user: User | None) -> int | None:
    """Whom a step names; None is the program itself."""
    return user.pk if user is not None else None
