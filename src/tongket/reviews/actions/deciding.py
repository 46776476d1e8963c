"""A leader of the unit stands behind its review; the office, or the unit above, takes it or gives it back."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.duties import accept, return_for_mending
from tongket.conferences.actions.taking_in import must_take_in
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import nfc
from tongket.reviews import telling
from tongket.reviews.actions.keeping import CONFIRMATION, ReviewMoved, kept, note_step, standing_of, unconfirmed
from tongket.reviews.models import Review
from tongket.reviews.queries.reviews import latest_version
from tongket.reviews.rules import NEXT, Confirmed, ReviewState


class NotConfirmed(RuntimeError):
    """No leader of the unit stands behind the review yet, so it cannot be accepted."""


class NothingToMend(ValueError):
    """A review is given back with a word on what to mend; here is none."""


@transaction.atomic
def confirm_review(*, review: Review, how: Confirmed = Confirmed.WEB, by: User, now: datetime) -> Review:
    """Puts the unit's leader behind the review as `review` shows it; from now on it counts.

    `SIGNED` says that the office saw a signed paper. Raises ReviewMoved where the review changed since it was looked
    at, is not submitted, or is confirmed already.
    """
    must_take_in(review.conference)
    row = kept(review, now=now)
    if row.state != ReviewState.SUBMITTED or row.confirmed_at is not None or row.revision != review.revision:
        raise ReviewMoved(row.state)
    row.confirmed_by, row.confirmed_at, row.confirmed_how = by, now, how
    row.save(update_fields=[*CONFIRMATION])
    _noted(row, "confirm_review", {"how": how}, by=by, now=now)
    return row


@transaction.atomic
def take_back_confirmation(*, review: Review, by: User, now: datetime) -> Review:
    """Says that the leader does not stand behind it after all, as long as the office did not take it; ReviewMoved."""
    must_take_in(review.conference)
    row = kept(review, now=now)
    if row.state != ReviewState.SUBMITTED or row.confirmed_at is None:
        raise ReviewMoved(row.state)
    unconfirmed(row)
    row.save(update_fields=[*CONFIRMATION])
    _noted(row, "take_back_confirmation", {}, by=by, now=now)
    return row


@transaction.atomic
def accept_review(*, review: Review, by: User, now: datetime) -> Event:
    """Takes the version that was looked at; raises NotConfirmed, ReviewMoved, DutyMoved.

    Figures that nobody confirmed stay proposed and do not count.
    """
    row = _seen(review, now=now)
    if row.confirmed_at is None:
        raise NotConfirmed(row.pk)
    if row.duty is not None:
        event = accept(duty=row.duty, by=by, now=now)
        _record(row, "accept_review", {"event": event.pk}, by=by, now=now)
        return event
    changes = _move_alone(row, ReviewState.ACCEPTED, remark="", due_at=None, by=by, now=now)
    return _record(row, "accept_review", changes, by=by, now=now)


@transaction.atomic
def return_review(*, review: Review, remark: str, due_at: datetime | None, by: User, now: datetime) -> Event:
    """Gives the review back with what must be mended by `due_at`; raises NothingToMend, ReviewMoved, DutyMoved."""
    said = nfc(remark).strip()
    if not said:
        raise NothingToMend
    row = _seen(review, now=now)
    if row.duty is not None:
        event = return_for_mending(duty=row.duty, remark=said, due_at=due_at, by=by, now=now)
        _record(row, "return_review", {"event": event.pk}, by=by, now=now)
        return event
    changes = _move_alone(row, ReviewState.RETURNED, remark=said, due_at=due_at, by=by, now=now)
    return _record(row, "return_review", changes, by=by, now=now)


def _seen(review: Review, *, now: datetime) -> Review:
    """The row, if it is still what the person looked at."""
    row = kept(review, now=now)
    if row.revision != review.revision or latest_version(row) is None:
        raise ReviewMoved(row.state)
    return row


def _move_alone(
    row: Review, to: ReviewState, *, remark: str, due_at: datetime | None, by: User, now: datetime
) -> dict[str, Any]:
    """Moves a review that has no duty, one of a unit below those of the plan; returns what takes the move back."""
    must_take_in(row.conference)
    if to not in NEXT[ReviewState(row.state)]:
        raise ReviewMoved(f"{row.state} -> {to}")
    before = standing_of(row)
    row.state, row.return_due_at = to, due_at
    row.save(update_fields=["state", "return_due_at"])
    step = note_step(row, remark=remark, by_id=by.pk, now=now)
    telling.changed(row, now=now)
    return {"before": before, "step": step.pk}


def _noted(row: Review, verb: str, changes: dict[str, Any], *, by: User, now: datetime) -> None:
    note_step(row, by_id=by.pk, now=now)
    _record(row, verb, changes, by=by, now=now)
    telling.changed(row, now=now)


def _record(row: Review, verb: str, changes: dict[str, Any], *, by: User, now: datetime) -> Event:
    return audit.record(verb=verb, subject=row, scope=row.conference, by=by, now=now, changes=changes)
