"""What was done with a review that has no duty is taken back; one with a duty goes back with it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.actions.taking_in import must_take_in
from tongket.core import audit
from tongket.core.models import Event
from tongket.reviews import telling
from tongket.reviews.actions.keeping import CONFIRMATION, bump, kept, note_step
from tongket.reviews.actions.restoring import confirmed_as, restore
from tongket.reviews.models import Review
from tongket.reviews.rules import ReviewState


@transaction.atomic
def take_back_move(*, review: Review, event: Event, by: User, now: datetime) -> Review:
    """Puts a review to where it stood before `event`, a submission, a decision or a release, with its earlier version.

    Raises TooLate where it moved since, and CalledOff.
    """
    must_take_in(review.conference)
    row = kept(review, now=now)
    last = row.steps.order_by("-pk").first()
    if row.duty_id is not None or last is None or last.pk != event.changes.get("step"):
        raise TooLate
    if event.verb == "submit_review":
        restore(row, now=now)
        confirmed_as(row, event.changes["confirmed"])
    before: dict[str, Any] = event.changes["before"]
    row.state = ReviewState(before["state"])
    row.submitted_at, row.return_due_at = (_moment(before[name]) for name in ("submitted_at", "return_due_at"))
    row.save(update_fields=["state", "submitted_at", "return_due_at", *CONFIRMATION])
    bump(row)
    note_step(row, by_id=by.pk, now=now)
    _record(row, event, by=by, now=now)
    telling.changed(row, now=now)
    return row


@transaction.atomic
def take_back_asking(*, review: Review, event: Event, by: User, now: datetime) -> None:
    """Asks the units below no longer that `event` asked, and sets the days again that it moved.

    Raises TooLate where one of them began to write, sent or attached something, or was freed, and for a line that does
    not say which days stood before; CalledOff.
    """
    must_take_in(review.conference)
    row, before = kept(review, now=now), event.changes.get("before")
    if before is None:
        raise TooLate
    rows = Review.objects.select_for_update().filter(upper=row, unit__in=event.changes["units"])
    asked = {each.unit_id: each for each in rows}
    new = [each for key, each in asked.items() if str(key) not in before]
    if any(map(_is_begun, new)) or len(asked) != len(event.changes["units"]):
        raise TooLate
    for key, day in before.items():
        Review.objects.filter(pk=asked[int(key)].pk).update(due_on=date.fromisoformat(day) if day else None)
    Review.objects.filter(pk__in=[each.pk for each in new]).delete()
    _record(row, event, by=by, now=now)
    telling.changed(row, now=now)


def _is_begun(row: Review) -> bool:
    """Whether anything hangs on a review that would go with it; a version that was taken back is kept for good."""
    is_touched = row.drafts.exists() or row.versions.exists() or row.attached.exists() or row.lower.exists()
    return is_touched or row.state != ReviewState.NOT_BEGUN


def _record(row: Review, event: Event, *, by: User, now: datetime) -> None:
    changes = {"event": event.pk}
    audit.record(verb="take_back", subject=row, scope=row.conference, by=by, now=now, changes=changes)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
