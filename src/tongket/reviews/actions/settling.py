"""A person of the unit stands behind figures that the program only read in a report."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_in import must_take_in
from tongket.core import audit
from tongket.reviews import telling
from tongket.reviews.actions.keeping import CONFIRMATION, ReviewMoved, actor_of, bump, kept, note_step, unconfirmed
from tongket.reviews.actions.submitting import keep_content
from tongket.reviews.models import Figure, Review
from tongket.reviews.rules import FigureState, ReviewState


@transaction.atomic
def settle_figure(*, figure: Figure, value: Decimal | None, written: str, by: User, now: datetime) -> Figure:
    """A person stands behind a figure that was read in a report, as it was read or corrected; None drops it.

    The review waits to be confirmed anew where a leader had confirmed it. Raises ReviewMoved where it is not
    submitted, or somebody settled the figure first, and CalledOff.
    """
    must_take_in(figure.review.conference)
    row = kept(figure.review, now=now)
    if row.state != ReviewState.SUBMITTED:
        raise ReviewMoved(row.state)
    said = {"value": value, "written": written[:120], "state": FigureState.CONFIRMED, "revision": figure.revision + 1}
    unmoved = Figure.objects.filter(pk=figure.pk, revision=figure.revision, state=FigureState.PROPOSED)
    done = unmoved.delete()[0] if value is None else unmoved.update(**said)
    if done != 1:
        raise ReviewMoved(figure.pk)
    _no_longer_confirmed(row, by=by, now=now)
    keep_content(row)
    bump(row)
    changes = {"indicator": figure.indicator_id, "period": figure.period_id, "dropped": value is None}
    audit.record(verb="settle_figure", subject=row, scope=row.conference, by=by, now=now, changes=changes)
    telling.changed(row, now=now)
    return figure


def _no_longer_confirmed(row: Review, *, by: User, now: datetime) -> None:
    if row.confirmed_at is None:
        return
    unconfirmed(row)
    row.save(update_fields=[*CONFIRMATION])
    note_step(row, by_id=actor_of(by), now=now)
