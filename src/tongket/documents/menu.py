"""The menu entries of this room: the desk for people of the host, the letters for units."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.here import here_of
from tongket.core.findings import words
from tongket.core.menu import Count, Group, MenuEntry
from tongket.documents.access import may_approve
from tongket.documents.queries.desk import waiting_count
from tongket.documents.queries.letters import unread_count


def _desk(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("documents:desk", args=[here.conference.pk]) if here and here.rights.is_host else None


def _waiting(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or not here.rights.is_host:
        return None
    return Count(waiting_count(here.conference), words("văn bản chờ ký"), is_hot=may_approve(here.rights))


def _letters(request: HttpRequest) -> str | None:
    here = here_of(request)
    if here is None or here.rights.is_host or not here.rights.units:
        return None
    return reverse("documents:letters", args=[here.conference.pk])


def _unread(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or here.rights.is_host:
        return None
    return Count(unread_count(here.conference, here.rights.units), words("văn bản chưa nhận"))


# Pages that have the desk above them; those of one conference and those of one document alike.
DESK_PAGES = frozenset(
    f"documents:{name}"
    for name in (
        *("new", "queue", "document", "write", "recipients", "hand_out"),
        *("register", "outside", "numbering", "entry"),
        *("templates", "heading", "template", "template_version"),
        *("copies", "copies_add", "copy", "batch", "certificates"),
    )
)
ENTRIES = (
    MenuEntry("documents", words("Văn bản"), "mail", Group.PREPARATION, 60, _desk, _waiting, DESK_PAGES),
    MenuEntry("letters", words("Văn bản đến"), "mail", Group.PREPARATION, 60, _letters, _unread),
)
