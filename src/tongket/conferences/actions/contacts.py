"""Calls and messages to units, written down, and reminders drafted for a person to send."""

from datetime import datetime, timedelta

from django.db import transaction

from tongket.accounts.actions import open_link
from tongket.accounts.models import User
from tongket.accounts.rules import Purpose
from tongket.conferences.actions.duties import end_of_day
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.models import Conference, Contact
from tongket.conferences.rules import Channel
from tongket.core import audit
from tongket.core.models import Event
from tongket.units.actions.people import contact_of, user_of
from tongket.units.models import Unit

UNIT_LINK_LIVES = timedelta(days=60)
DAY = timedelta(days=1)


@transaction.atomic
def note_contact(
    *,
    conference: Conference,
    unit: Unit,
    channel: Channel,
    note: str,
    is_reminder: bool,
    by: User | None,
    now: datetime,
) -> tuple[Contact, Event]:
    """Writes down that a unit was called or written to; `by` None is a message that went by itself."""
    contact = Contact.objects.create(
        conference=conference, unit=unit, channel=channel, note=note, is_reminder=is_reminder, made_by=by, made_at=now
    )
    return contact, audit.record(verb="note_contact", subject=contact, scope=conference, by=by, now=now)


@transaction.atomic
def take_back_contact(*, contact: Contact | None, event: Event, by: User, now: datetime) -> None:
    """Takes back `note_contact`, whose line of the trail is `event`; raises TooLate where that happened before."""
    if contact is None:
        raise TooLate
    changes = {"event": event.pk}
    audit.record(verb="take_back", subject=contact, scope=contact.conference, by=by, now=now, changes=changes)
    contact.delete()


def link_lives(conference: Conference, *, now: datetime) -> timedelta:
    """How long a unit's link opens: to the end of the day after the conference, 60 days where that is past or open."""
    if conference.held_on is None:
        return UNIT_LINK_LIVES
    left = end_of_day(conference.held_on) + DAY - now
    return left if left > DAY else UNIT_LINK_LIVES


@transaction.atomic
def open_unit_page(*, conference: Conference, unit: Unit, target: str, by: User | None, now: datetime) -> str:
    """Makes a link that opens a unit's page without a password; returns its token, shown once."""
    person = contact_of(unit=unit, by=by, now=now)
    user = user_of(person=person, by=by, now=now)
    lives = link_lives(conference, now=now)
    _, secret = open_link(user=user, purpose=Purpose.UNIT_PAGE, target=target, lives=lives, by=by, now=now)
    return secret.token
