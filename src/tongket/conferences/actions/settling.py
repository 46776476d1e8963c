"""What the plan left open, settled by the office: its number, the day, the hour, the place."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.kinds import tell_ruled_anew
from tongket.conferences.models import Conference, PlanVersion
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean

SETTLED = ("short_title", "held_on", "starts_at", "venue", "paper_pages", "paper_minutes")


@transaction.atomic
def number_plan(*, version: PlanVersion, number: str, by: User, now: datetime) -> Event:
    """Fills in the plan's own number; an empty one takes it out."""
    before = {"number": version.number}
    version.number = clean(number)[:60]
    version.save(update_fields=["number"])
    changes = {"before": before, "after": {"number": version.number}}
    return audit.record(verb="number_plan", subject=version, scope=version.conference, by=by, now=now, changes=changes)


@transaction.atomic
def take_back_number(*, version: PlanVersion, event: Event, by: User, now: datetime) -> None:
    """Takes back `number_plan`; raises TooLate where the number changed since."""
    before, after = event.changes["before"]["number"], event.changes["after"]["number"]
    if PlanVersion.objects.filter(pk=version.pk, number=after).update(number=before) != 1:
        raise TooLate
    changes = {"event": event.pk}
    audit.record(verb="take_back", subject=version, scope=version.conference, by=by, now=now, changes=changes)


def settled(conference: Conference) -> dict[str, Any]:
    """What the office settled, as the trail keeps it."""
    values = {name: getattr(conference, name) for name in SETTLED}
    return {name: value.isoformat() if isinstance(value, date | time) else value for name, value in values.items()}


@transaction.atomic
def settle_conference(*, conference: Conference, values: Mapping[str, Any], by: User, now: datetime) -> Event:
    """Sets name, day, hour, place and limits; the trail keeps both the old and the new ones."""
    before = settled(conference)
    for name in SETTLED:
        setattr(conference, name, values[name])
    conference.save(update_fields=SETTLED)
    changes = {"before": before, "after": settled(conference)}
    tell_ruled_anew(conference.pk)
    return audit.record(verb="settle_conference", subject=conference, scope=conference, by=by, now=now, changes=changes)


@transaction.atomic
def take_back_settling(*, conference: Conference, event: Event, by: User, now: datetime) -> None:
    """Takes back `settle_conference`; raises TooLate where something was settled anew since."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    if settled(conference) != event.changes["after"]:
        raise TooLate
    for name, value in event.changes["before"].items():
        setattr(conference, name, _value(name, value))
    conference.save(update_fields=SETTLED)
    tell_ruled_anew(conference.pk)
    changes = {"event": event.pk}
    audit.record(verb="take_back", subject=conference, scope=conference, by=by, now=now, changes=changes)


def _value(name: str, kept: Any) -> Any:  # noqa: ANN401 -- a field's value from JSON
    if kept is None or name not in ("held_on", "starts_at"):
        return kept
    return date.fromisoformat(kept) if name == "held_on" else time.fromisoformat(kept)
