"""Calls and messages to units, written down, and reminders drafted for a person to send."""

from datetime import datetime, timedelta

from django.db import transaction

from tongket.accounts.actions import open_link
from tongket.accounts.models import User
from tongket.accounts.rules import Purpose
from tongket.conferences.models import Conference, Contact
from tongket.conferences.rules import Channel
from tongket.core import audit
from tongket.units.actions.people import contact_of, user_of
from tongket.units.models import Unit

UNIT_LINK_LIVES = timedelta(days=60)


@transaction.atomic
def note_contact(
    *, conference: Conference, unit: Unit, channel: Channel, note: str, is_reminder: bool, by: User, now: datetime
) -> Contact:
    """Writes down that a unit was called or written to."""
    contact = Contact.objects.create(
        conference=conference, unit=unit, channel=channel, note=note, is_reminder=is_reminder, made_by=by, made_at=now
    )
    audit.record(verb="note_contact", subject=contact, scope=conference, by=by, now=now)
    return contact


@transaction.atomic
def take_back_contact(*, contact: Contact, by: User, now: datetime) -> None:
    """Takes back `note_contact`."""
    audit.record(verb="take_back_contact", subject=contact, scope=contact.conference, by=by, now=now)
    contact.delete()


@transaction.atomic
def open_unit_page(*, unit: Unit, target: str, by: User, now: datetime) -> str:
    """Makes a link that opens a unit's page without a password; returns its token, shown once."""
    person = contact_of(unit=unit, by=by, now=now)
    user = user_of(person=person, by=by, now=now)
    _, secret = open_link(user=user, purpose=Purpose.UNIT_PAGE, target=target, lives=UNIT_LINK_LIVES, by=by, now=now)
    return secret.token
