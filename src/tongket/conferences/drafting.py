"""Drafts a reminder with the unit's link in it; pages and JSON draft alike, and each draft is written down."""

from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse

from tongket.accounts.requests import signed_in
from tongket.conferences.actions.contacts import note_contact, open_unit_page
from tongket.conferences.models import Conference
from tongket.conferences.queries.reminders import Waiting, reminder_text
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.findings import words
from tongket.units.models import Unit

# Kept as if a clerk had typed it, so it stays Vietnamese.
DRAFTED = words("Soạn lời nhắc.")


class Drafted(NamedTuple):
    """A reminder that a person copies and sends."""

    unit: Unit
    text: str


def draft_reminder(request: HttpRequest, conference: Conference, waiting: Waiting) -> Drafted:
    """The words for one unit, with a link that opens its page without a password; nothing is sent."""
    by, now, unit = signed_in(request), clock.now(), waiting.unit
    page = reverse("conferences:unit", args=[conference.pk, unit.pk])
    token = open_unit_page(conference=conference, unit=unit, target=page, by=by, now=now)
    link = request.build_absolute_uri(reverse("accounts:enter", args=[token]))
    via = Channel.ZALO
    note_contact(conference=conference, unit=unit, channel=via, note=DRAFTED, is_reminder=True, by=by, now=now)
    return Drafted(unit, reminder_text(conference, waiting, link=link, today=now.date()))
