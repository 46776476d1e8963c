"""The menu entries of this room: the outbox with what waits there, and the mailbox for who sets it up."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.accounts.requests import signed_in
from tongket.conferences.here import here_of
from tongket.core.findings import words
from tongket.core.menu import Count, Group, MenuEntry
from tongket.mailbox.access import may_set_up_mail
from tongket.mailbox.queries.outbox import waiting_number


def _outbox(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("mailbox:outbox", args=[here.conference.pk]) if here and here.rights.is_host else None


def _waiting(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or not here.rights.is_host:
        return None
    waiting, wrong = waiting_number(here.conference)
    return Count(wrong, words("thư gửi không được"), is_hot=True) if wrong else Count(waiting, words("thư chờ xem"))


def _reminders(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("mailbox:reminders", args=[here.conference.pk]) if here and here.rights.may_run else None


def _settings(request: HttpRequest) -> str | None:
    if not request.user.is_authenticated or not may_set_up_mail(signed_in(request)):
        return None
    return reverse("mailbox:settings")


OUTBOX_PAGES = frozenset(
    f"mailbox:{name}" for name in ("message", "discard", "free", "tell", "letters", "send_document")
)
LADDER_PAGES = frozenset({"mailbox:ladder"})
ENTRIES = (
    MenuEntry("reminders", words("Nhắc việc"), "bell", Group.PREPARATION, 70, _reminders, pages=LADDER_PAGES),
    MenuEntry("outbox", words("Thư đi"), "upload", Group.PREPARATION, 80, _outbox, _waiting, OUTBOX_PAGES),
    MenuEntry("mail_settings", words("Hộp thư"), "mail", Group.OFFICE, 40, _settings),
)
