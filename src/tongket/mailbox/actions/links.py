"""The link in a message that opens that letter and what it asks for, without a password.

It is made when the message leaves and kept nowhere but as a hash. It signs nobody in: whoever holds it reads this one
letter, says that it came, and hands in what it names; the rest of the unit's part stays closed.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from tongket.accounts.actions import open_link
from tongket.accounts.models import User
from tongket.accounts.rules import Purpose
from tongket.conferences.actions.contacts import link_lives
from tongket.core.models import Setting
from tongket.mailbox.models import Message
from tongket.mailbox.queries.by_link import target_of
from tongket.mailbox.wording import LINK, fill, gaps_in
from tongket.units.actions.people import contact_of, user_of
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
    """The body with a fresh link to this letter where it asks for one; raises NoAddress."""
    if LINK not in gaps_in(body) or message.unit is None:
        return body
    start = site()
    if not start:
        raise NoAddress
    token = open_letter(message=message, unit=message.unit, by=by, now=now)
    return fill(body, {LINK: start + reverse("mailbox:by_link", args=[token])})


@transaction.atomic
def open_letter(*, message: Message, unit: Unit, by: User | None, now: datetime) -> str:
    """Makes the link of a message to a unit; returns its token, shown once.

    What is done by it is done by the unit's contact.
    """
    user = user_of(person=contact_of(unit=unit, by=by, now=now), by=by, now=now)
    lives = link_lives(message.conference, now=now)
    target = target_of(message.pk)
    _link, secret = open_link(user=user, purpose=Purpose.LETTER, target=target, lives=lives, by=by, now=now)
    return secret.token
