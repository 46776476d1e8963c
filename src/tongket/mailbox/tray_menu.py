"""The menu entry of the tray."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.here import here_of
from tongket.core.findings import words
from tongket.core.menu import Count, Group, MenuEntry
from tongket.mailbox.queries.tray import waiting_in


def _address(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("mailbox:tray", args=[here.conference.pk]) if here and here.rights.may_run else None


def _waiting(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or not here.rights.may_run:
        return None
    return Count(waiting_in(here.conference), words("thư chờ xem"))


ENTRY = MenuEntry(
    "tray",
    words("Thư đến"),
    "download",
    Group.PREPARATION,
    90,
    _address,
    _waiting,
    frozenset({"mailbox:tray_letter", "mailbox:tray_back"}),
)
