"""The menu entry of the volume."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.here import here_of
from tongket.core.findings import words
from tongket.core.menu import Group, MenuEntry


def _volume(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("proceedings:volume", args=[here.conference.pk]) if here and here.rights.is_host else None


PAGES = frozenset({"proceedings:settings", "proceedings:chapter"})
ENTRIES = (MenuEntry("proceedings", words("Tài liệu hội nghị"), "doc", Group.RESULTS, 20, _volume, pages=PAGES),)
