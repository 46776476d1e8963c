"""A conference that does not take place: called off with a reason, and taken back."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.models import Conference, ConferenceState
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean

MOST_REASON = 300


class ConferenceOver(RuntimeError):
    """The conference was called off already, or its day is past."""


@transaction.atomic
def cancel_conference(*, conference: Conference, reason: str, by: User, now: datetime) -> Event:
    """Calls a conference off; nothing is deleted, and units are told nothing by this.

    Raises ConferenceOver where it was called off before or its day is past. The rooms that write to units stop by the
    state that this sets.
    """
    day = timezone.localtime(now).date()
    to_come = Q(held_on=None) | Q(held_on__gte=day)
    running = Conference.objects.filter(to_come, pk=conference.pk, state=ConferenceState.PREPARING)
    values = {"state": ConferenceState.CANCELLED, "cancelled_at": now, "cancelled_by": by}
    if running.update(**values, cancel_reason=clean(reason)[:MOST_REASON]) != 1:
        raise ConferenceOver
    conference.refresh_from_db()
    changes = {"before": ConferenceState.PREPARING, "after": ConferenceState.CANCELLED}
    return audit.record(verb="cancel_conference", subject=conference, scope=conference, by=by, now=now, changes=changes)


@transaction.atomic
def take_back_cancelling(*, conference: Conference, event: Event, by: User, now: datetime) -> None:
    """Takes back `cancel_conference`; raises TooLate where it is not called off any more, or was so anew."""
    cancelled = Conference.objects.filter(pk=conference.pk, state=ConferenceState.CANCELLED, cancelled_at=event.at)
    values = {"state": ConferenceState.PREPARING, "cancelled_at": None, "cancelled_by": None, "cancel_reason": ""}
    if cancelled.update(**values) != 1:
        raise TooLate
    conference.refresh_from_db()
    changes = {"event": event.pk}
    audit.record(verb="take_back", subject=conference, scope=conference, by=by, now=now, changes=changes)
