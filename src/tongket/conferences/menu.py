"""The menu entries of this room."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.here import here_of
from tongket.conferences.models import Duty
from tongket.core import clock
from tongket.core.findings import words
from tongket.core.menu import Count, Group, MenuEntry


def _overview(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("conferences:dashboard", args=[here.conference.pk]) if here and here.rights.may_see_all else None


def _plan(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("conferences:plan", args=[here.conference.pk]) if here else None


def _all_conferences(request: HttpRequest) -> str | None:
    return reverse("conferences:list") if request.user.is_authenticated else None


def _late(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or not here.rights.may_see_all:
        return None
    late = Duty.objects.late_on(clock.today()).filter(conference=here.conference).count()
    return Count(late, words("phần việc trễ hạn"), is_hot=True)


ENTRIES = (
    MenuEntry("overview", words("Tổng quan"), "home", Group.TOP, 10, _overview, _late),
    MenuEntry("plan", words("Kế hoạch"), "plan", Group.TOP, 20, _plan),
    MenuEntry("conferences", words("Các hội nghị"), "screen", Group.OFFICE, 10, _all_conferences),
)
