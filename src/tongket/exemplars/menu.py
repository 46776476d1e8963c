"""The menu entry of the register."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.here import here_of
from tongket.core.findings import words
from tongket.core.menu import Count, Group, MenuEntry
from tongket.exemplars.models import Exemplar
from tongket.exemplars.rules import ExemplarState


def _register(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("exemplars:register", args=[here.conference.pk]) if here and here.rights.is_host else None


def _named(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or not here.rights.is_host:
        return None
    waiting = Exemplar.objects.filter(host=here.conference.host_id, state=ExemplarState.NAMED)
    return Count(waiting.count(), words("mô hình chờ xác nhận"))


PAGES = frozenset({"exemplars:exemplar", "exemplars:new"})
ENTRIES = (MenuEntry("exemplars", words("Mô hình"), "award", Group.PREPARATION, 45, _register, _named, PAGES),)
