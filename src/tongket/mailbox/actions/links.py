"""The link in a message that opens a unit's page without a password: made when the message leaves, kept nowhere."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from tongket.accounts.models import User
from tongket.conferences.actions.contacts import open_unit_page
from tongket.core.models import Setting
from tongket.documents.actions.reached import open_letter_page
from tongket.mailbox.models import Message
from tongket.mailbox.wording import LINK, fill, gaps_in
from tongket.units.models import Unit

KEY = "mailbox.site"


class NoAddress(RuntimeError):
    """Nobody knows yet under which address this installation is reached, so no link can be made."""


def remember_site(site: str) -> None:
    """Keeps `https://host` as people reach it, for links that are made while nobody asks for a page."""
    if not settings.CSRF_TRUSTED_ORIGINS:
        Setting.objects.update_or_create(key=KEY, scope="", valid_from_on=None, defaults={"value": {"site": site}})


def site() -> str:
    """Where links lead: the first of `TONGKET_ORIGINS`, else the address by which people came; empty before that."""
    if settings.CSRF_TRUSTED_ORIGINS:
        return str(settings.CSRF_TRUSTED_ORIGINS[0]).rstrip("/")
    row = Setting.objects.filter(key=KEY, scope="").first()
    return str(row.value["site"]) if row else ""


def with_link(message: Message, body: str, *, by: User | None, now: datetime) -> str:
    """The body with a fresh link to the page of the message's unit where it asks for one; raises NoAddress."""
    if LINK not in gaps_in(body) or message.unit is None:
        return body
    start = site()
    if not start:
        raise NoAddress
    return fill(body, {LINK: start + reverse("accounts:enter", args=[_token(message, message.unit, by, now)])})


def _token(message: Message, unit: Unit, by: User | None, now: datetime) -> str:
    """The way to the letter itself where the message brings one, else to the unit's page of the conference."""
    if message.recipient is not None and message.recipient.unit_id == unit.pk and by is not None:
        return open_letter_page(recipient=message.recipient, by=by, now=now)
    page = reverse("conferences:unit", args=[message.conference_id, unit.pk])
    return open_unit_page(conference=message.conference, unit=unit, target=page, by=by, now=now)
