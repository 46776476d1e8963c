"""Setting when a conference reminds, and within which hours its office writes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.dates import plain_clock
from tongket.core.models import Setting
from tongket.mailbox.ladder import OfficeHours, Rungs
from tongket.mailbox.models import Ladder
from tongket.mailbox.queries.ladders import HOURS, terms_of
from tongket.units.models import Unit


@transaction.atomic
def set_ladders(*, conference: Conference, ladders: Mapping[str, Rungs], by: User, now: datetime) -> int:
    """Keeps the ladders of these kinds of duty as the conference's own; returns how many differ from before.

    A rung that was climbed stays climbed: another ladder goes on above it.
    """
    terms = terms_of(conference)
    changed = {kind: rungs for kind, rungs in ladders.items() if rungs != terms.rungs(kind)}
    for kind, rungs in changed.items():
        values = {**_values(rungs), "conference": conference, "kind": kind}
        Ladder.objects.update_or_create(conference=conference, kind=kind, defaults=values)
    if changed:
        changes = {kind: {"before": _values(terms.rungs(kind)), "after": _values(changed[kind])} for kind in changed}
        audit.record(verb="set_ladders", subject=conference, scope=conference, by=by, now=now, changes=changes)
    return len(changed)


def _values(rungs: Rungs) -> dict[str, object]:
    return {
        "steps": list(rungs.steps),
        "leader_after": rungs.leader_after,
        "goes_by_itself": rungs.goes_by_itself,
        "is_on": rungs.is_on,
    }


@transaction.atomic
def set_hours(*, host: Unit, hours: OfficeHours, by: User, now: datetime) -> None:
    """Keeps the hours in which reminders of all conferences of this host leave the office."""
    value = {"opens_at": plain_clock(hours.opens_at), "until_at": plain_clock(hours.until_at)}
    row, is_new = Setting.objects.get_or_create(
        key=HOURS, scope=audit.reference(host), valid_from_on=None, defaults={"value": value}
    )
    if is_new or row.value != value:
        before, row.value = None if is_new else row.value, value
        row.save(update_fields=["value"])
        changes = {"before": before, "after": value}
        audit.record(verb="set_office_hours", subject=host, scope=host, by=by, now=now, changes=changes)
