"""Units told of a corrected plan: a person says so, nothing is said by itself."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.models import Conference, Contact, PlanVersion
from tongket.conferences.rules import Channel
from tongket.core import audit
from tongket.core.findings import words
from tongket.core.models import Event
from tongket.units.models import Unit

# Kept as if a clerk had typed it, so it stays Vietnamese.
TOLD = words("Báo kế hoạch đã sửa, bản {number}.")


@transaction.atomic
def tell_units(
    *, version: PlanVersion, units: Sequence[Unit], channel: Channel, by: User, now: datetime
) -> tuple[list[Contact], Event]:
    """Writes into the call log that these units were told of the version; their pages speak of it from now on."""
    rows = [
        Contact(
            conference=version.conference,
            unit=unit,
            channel=channel,
            note=TOLD.format(number=version.ordinal),
            version=version,
            made_by=by,
            made_at=now,
        )
        for unit in units
    ]
    contacts = Contact.objects.bulk_create(rows)
    changes = {"version": version.ordinal, "contacts": [contact.pk for contact in contacts]}
    scope = version.conference
    return contacts, audit.record(verb="tell_units", subject=version, scope=scope, by=by, now=now, changes=changes)


@transaction.atomic
def take_back_telling(*, conference: Conference, event: Event, by: User, now: datetime) -> None:
    """Takes back `tell_units`; raises TooLate where that happened before."""
    told = Contact.objects.filter(conference=conference, pk__in=event.changes["contacts"])
    if told.delete()[0] == 0:
        raise TooLate
    changes = {"event": event.pk}
    audit.record(verb="take_back", subject=conference, scope=conference, by=by, now=now, changes=changes)
