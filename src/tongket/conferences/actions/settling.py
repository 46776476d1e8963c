"""What the plan left open, settled by the office: its number, the day, the hour, the place."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference, PlanVersion
from tongket.core import audit
from tongket.core.text import clean

SETTLED = ("short_title", "held_on", "starts_at", "venue", "paper_pages", "paper_minutes")


@transaction.atomic
def number_plan(*, version: PlanVersion, number: str, by: User, now: datetime) -> PlanVersion:
    """Fills in the plan's own number; an empty one takes it back."""
    before = version.number
    version.number = clean(number)[:60]
    version.save(update_fields=["number"])
    changes = {"before": {"number": before}, "after": {"number": version.number}}
    audit.record(verb="number_plan", subject=version, scope=version.conference, by=by, now=now, changes=changes)
    return version


@transaction.atomic
def settle_conference(*, conference: Conference, values: Mapping[str, Any], by: User, now: datetime) -> Conference:
    """Sets name, day, hour, place and limits; the trail keeps both the old and the new ones."""
    before = {name: str(getattr(conference, name) or "") for name in SETTLED}
    for name in SETTLED:
        setattr(conference, name, values[name])
    conference.save(update_fields=SETTLED)
    after = {name: str(getattr(conference, name) or "") for name in SETTLED}
    changes = {"before": before, "after": after}
    audit.record(verb="settle_conference", subject=conference, scope=conference, by=by, now=now, changes=changes)
    return conference
