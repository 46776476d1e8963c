"""The conferences a person has a part in."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import conferences_of, may_start, own_pages, work_of
from tongket.conferences.models import Conference
from tongket.conferences.queries.listing import ConferenceRow, conference_rows
from tongket.conferences.queries.readings import open_readings_of
from tongket.core import clock
from tongket.units.models import Unit


@dataclass(frozen=True, slots=True)
class Linked:
    """A row of the list with the page that this reader opens."""

    row: ConferenceRow
    address: str


@require_GET
def landing(request: HttpRequest) -> HttpResponse:
    """Where somebody begins: people of a unit at its work, everybody else at the list."""
    found = work_of(signed_in(request), on=clock.today())
    return redirect("conferences:unit", *found) if found else redirect("conferences:list")


@require_GET
def conferences(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    rows = conference_rows(conferences_of(user, on=clock.today()), today=clock.today())
    starts = may_start(user, on=clock.today())
    mine, owing = own_pages(user, on=clock.today())
    linked = [Linked(row, _address(row.conference, mine, owing)) for row in rows]
    if len(linked) == 1 and not starts:
        return redirect(linked[0].address)
    context = {
        "conferences": linked,
        "may_start": starts,
        "is_alone": not linked and Unit.objects.count() == 1,
        "open_readings": open_readings_of(user),
    }
    return render(request, "conferences/list.html", context)


def _address(conference: Conference, mine: frozenset[int], owing: Mapping[int, int]) -> str:
    """Where a reader lands: the dashboard for people of the host, the own unit's page for people of a unit."""
    if conference.host_id in mine or conference.pk not in owing:
        return reverse("conferences:dashboard", args=[conference.pk])
    return reverse("conferences:unit", args=[conference.pk, owing[conference.pk]])
