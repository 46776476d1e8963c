"""How an office heads and signs its documents, set from a day on."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.models import Event, Setting
from tongket.documents.queries.offices import OFFICE_KEY
from tongket.units.models import Unit


@transaction.atomic
def set_office(*, unit: Unit, values: Mapping[str, Any], valid_from_on: date, by: User, now: datetime) -> Event:
    """Sets what differs from what the unit's kind and place give; empty values fall back to that.

    What was in force ends the day before; a setting that began the same day is replaced.
    """
    kept = {name: value for name, value in values.items() if value}
    scope = audit.reference(unit)
    Unit.objects.select_for_update().get(pk=unit.pk)
    rows = Setting.objects.filter(key=OFFICE_KEY, scope=scope)
    rows.filter(valid_from_on__gte=valid_from_on).delete()
    open_ended = Q(valid_until_on__isnull=True) | Q(valid_until_on__gte=valid_from_on)
    rows.filter(open_ended).update(valid_until_on=valid_from_on - timedelta(days=1))
    row = Setting.objects.create(key=OFFICE_KEY, scope=scope, value=kept, valid_from_on=valid_from_on)
    changes = {"fields": sorted(kept), "valid_from_on": valid_from_on.isoformat()}
    return audit.record(verb="set_office", subject=row, scope=unit, by=by, now=now, changes=changes)
