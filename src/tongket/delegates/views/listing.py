"""The office's list of delegates, by the groups of the plan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tongket.conferences.access import office_for
from tongket.conferences.here import enter
from tongket.delegates.queries.groups import attendance_of


@require_GET
def delegates(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    enter(request, conference, rights)
    context = {"conference": conference, "attendance": attendance_of(conference), "may_run": rights.may_run}
    return render(request, "delegates/list.html", context)
