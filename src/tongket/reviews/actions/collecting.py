"""A unit collects from the units below it: asks them, and takes what they add up to as a proposal for its own form."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_in import must_take_in
from tongket.core import audit
from tongket.core.models import Event
from tongket.reviews.actions.drafting import Typed, save_fields
from tongket.reviews.actions.keeping import ReviewMoved, kept, note_step, standing_of
from tongket.reviews.models import DraftField, Review
from tongket.reviews.queries.below import added_up, units_below
from tongket.reviews.rules import ReviewState
from tongket.reviews.typed import number_said


@transaction.atomic
def ask_below(*, review: Review, unit_ids: Iterable[int], due_on: date | None, by: User, now: datetime) -> Event:
    """Asks units below this one for their reviews; those asked before keep theirs and get the new day.

    Units that are not below it, or owe a review to somebody else, are left out. The line of the trail says which were
    asked, and which day stood before for those that had been asked already. Raises
    CalledOff.
    """
    must_take_in(review.conference)
    row = kept(review, now=now)
    wanted = set(unit_ids)
    there = {each.unit_id: each for each in Review.objects.filter(upper=row, unit__in=wanted).select_related("unit")}
    before = {str(key): each.due_on.isoformat() if each.due_on else None for key, each in there.items()}
    for each in there.values():
        each.due_on = due_on
        each.save(update_fields=["due_on"])
    free = [unit for unit in units_below(row) if unit.pk in wanted and unit.pk not in there]
    made = Review.objects.bulk_create(
        Review(conference=row.conference, unit=unit, upper=row, due_on=due_on, made_at=now) for unit in free
    )
    asked = [each.unit_id for each in (*there.values(), *made)]
    changes = {"units": asked, "due_on": due_on.isoformat() if due_on else None, "before": before}
    return audit.record(verb="ask_below", subject=row, scope=row.conference, by=by, now=now, changes=changes)


@transaction.atomic
def release_below(*, below: Review, by: User, now: datetime) -> Event:
    """Frees a unit below of its review; what it wrote stays.

    Raises ReviewMoved where it delivered already, and CalledOff.
    """
    must_take_in(below.conference)
    row = kept(below, now=now)
    if row.upper_id is None or row.state not in {ReviewState.NOT_BEGUN, ReviewState.WORKING}:
        raise ReviewMoved(row.state)
    before = standing_of(row)
    row.state = ReviewState.EXCUSED
    row.save(update_fields=["state"])
    step = note_step(row, by_id=by.pk, now=now)
    changes = {"before": before, "step": step.pk}
    return audit.record(verb="release_below", subject=row, scope=row.conference, by=by, now=now, changes=changes)


@transaction.atomic
def take_roll_up(*, review: Review, by: User, now: datetime) -> dict[str, Decimal]:
    """Writes what the counted reviews below add up to into the unit's own form, as a draft that a person looks over.

    Returns the sums by indicator; a field in which somebody wrote since is overwritten only in the draft, and its text
    is kept aside there.
    """
    row = kept(review, now=now)
    sums, period = added_up(row)
    if period is None:
        return {}
    names = {f"f:{code}:{period.code}": number_said(value) for code, value in sums.items()}
    revisions = dict(DraftField.objects.filter(review=row, name__in=names).values_list("name", "revision"))
    typed = [Typed(name, text, revisions.get(name, 0)) for name, text in names.items()]
    save_fields(review=row, fields=typed, by=by, now=now)
    changes = {"indicators": sorted(sums)}
    audit.record(verb="take_roll_up", subject=row, scope=row.conference, by=by, now=now, changes=changes)
    return sums
