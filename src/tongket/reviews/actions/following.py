"""A review follows its duty, by whichever door the duty moved: one table of states for both."""

from django.db import transaction

from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.core import audit, clock
from tongket.core.models import Event
from tongket.reviews import telling
from tongket.reviews.actions.keeping import CONFIRMATION, UNSENT, kept, note_step, unconfirmed
from tongket.reviews.actions.restoring import confirmed_as, restore
from tongket.reviews.models import Review
from tongket.reviews.queries.reviews import review_of
from tongket.reviews.rules import OF_DUTY, ReviewState

FIELDS = ("state", "submitted_at", "return_due_at", *CONFIRMATION)


@transaction.atomic
def follow(duty: Duty, event: Event) -> None:
    """Moves the review to where its duty stands now; one that nothing was written of gets its row with the first move.

    Called by the room of duties within its own transaction.
    """
    if duty.unit_id is None:
        return
    review = review_of(duty)
    if review.pk is None and OF_DUTY[DutyState(duty.state)] is ReviewState.NOT_BEGUN:
        return
    is_new, row = review.pk is None, kept(review, now=event.at)
    if row.duty_id != duty.pk:
        return
    before = (row.state, row.return_due_at)
    _stand_as(row, duty, is_sent=event.verb == "hand_in")
    row.save(update_fields=[*FIELDS])
    if not is_new and before == (row.state, row.return_due_at) and event.verb != "hand_in":
        return
    note_step(row, remark=duty.remark, by_id=_user_of(event), now=event.at)
    telling.changed(row, now=event.at)


def _stand_as(row: Review, duty: Duty, *, is_sent: bool) -> None:
    """What a duty that moved makes of its review; what is handed in anew waits to be confirmed."""
    row.state = OF_DUTY[DutyState(duty.state)]
    row.return_due_at = duty.return_due_at
    if row.state not in UNSENT:
        row.submitted_at = duty.handed_in_at or row.submitted_at or duty.accepted_at or clock.now()
    if is_sent:
        unconfirmed(row)


@transaction.atomic
def undone(event: Event) -> None:
    """Puts the review back together with its duty: its state, and where a version is taken back what stood before it.

    Called by the room of duties within its own transaction, whichever page or mail took the change back.
    """
    duty = Duty.objects.select_related("conference", "unit").get(pk=int(event.subject.partition(":")[2]))
    review = None if duty.unit_id is None else review_of(duty)
    if review is None or review.pk is None or review.duty_id != duty.pk:
        return
    row, now = kept(review, now=event.at), clock.now()
    _stand_as(row, duty, is_sent=False)
    if event.verb == "hand_in":
        restore(row, evidence_id=event.changes.get("evidence"), now=now)
        _confirmed_as_before(row, event)
    row.save(update_fields=[*FIELDS])
    note_step(row, by_id=None, now=now)
    telling.changed(row, now=now)


def _confirmed_as_before(row: Review, event: Event) -> None:
    """The earlier version counts again if it did: its confirmation was kept in the trail."""
    line = Event.objects.filter(subject=audit.reference(row), verb="submit_review", changes__event=event.pk).first()
    confirmed_as(row, line.changes["confirmed"] if line else {})


def _user_of(event: Event) -> int | None:
    """The person of a line of the trail, None for the program."""
    kind, _, key = event.actor.partition(":")
    return int(key) if kind == "user" else None
