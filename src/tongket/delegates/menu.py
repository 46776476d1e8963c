"""The menu entry of this room: who comes, for people of the host."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.here import here_of
from tongket.core.findings import words
from tongket.core.menu import Count, Group, MenuEntry
from tongket.delegates.queries.unread import unread_among
from tongket.delegates.queries.waiting import waiting


def _list(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("delegates:list", args=[here.conference.pk]) if here and here.rights.is_host else None


def _waiting(request: HttpRequest) -> Count | None:
    """How many lists wait to be looked at, as the page counts them: letters wait for whoever writes names from them."""
    here = here_of(request)
    if here is None or not here.rights.is_host:
        return None
    keys = list(waiting(here.conference).values_list("pk", flat=True))
    return Count(len(keys) - len(unread_among(keys)), words("danh sách đại biểu chờ xem"))


PAGES = frozenset(f"delegates:{name}" for name in ("answer", "add", "bring_in", "change"))
ENTRIES = (MenuEntry("delegates", words("Đại biểu"), "people", Group.PREPARATION, 50, _list, _waiting, PAGES),)
