"""The menu entry of reminders."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.here import here_of
from tongket.core.findings import words
from tongket.core.menu import Group, MenuEntry


def _reminders(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("mailbox:reminders", args=[here.conference.pk]) if here and here.rights.may_run else None


ENTRIES = (MenuEntry("reminders", words("Nhắc việc"), "bell", Group.PREPARATION, 60, _reminders),)
