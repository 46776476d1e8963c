"""The menu entries of this room: papers and remarks for people of the host."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.here import here_of
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core.findings import words
from tongket.core.menu import Count, Group, MenuEntry
from tongket.papers.queries.remarks import waiting_remarks


def _papers(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("papers:list", args=[here.conference.pk]) if here and here.rights.is_host else None


def _waiting_papers(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or not here.rights.is_host:
        return None
    waiting = Duty.objects.filter(conference=here.conference, kind=DutyKind.PAPER, state=DutyState.HANDED_IN)
    return Count(waiting.count(), words("tham luận chờ xem"))


def _remarks(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("papers:remarks", args=[here.conference.pk]) if here and here.rights.is_host else None


def _waiting_remarks(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or not here.rights.is_host:
        return None
    return Count(waiting_remarks(here.conference), words("phát biểu chờ xem"))


PAPER_PAGES = frozenset(f"papers:{name}" for name in ("paper", "write", "enter", "topics", "rules"))
REMARK_PAGES = frozenset(f"papers:{name}" for name in ("prepare", "remark", "wish"))
ENTRIES = (
    MenuEntry("papers", words("Tham luận"), "doc", Group.PREPARATION, 30, _papers, _waiting_papers, PAPER_PAGES),
    MenuEntry("remarks", words("Phát biểu"), "talk", Group.PREPARATION, 40, _remarks, _waiting_remarks, REMARK_PAGES),
)
