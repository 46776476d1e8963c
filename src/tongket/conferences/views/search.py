"""Search inside one conference: clauses, duties, units."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tongket.conferences.access import conference_for
from tongket.conferences.here import enter
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.conferences.queries.search import LONGEST, find
from tongket.core.text import clean


@require_GET
def search(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = conference_for(request, conference_id)
    enter(request, conference, rights)
    asked = clean(request.GET.get("q", ""))[:LONGEST]
    context = {"conference": conference, "asked": asked, "found": find(conference, rights, asked)}
    context["latest"] = latest_ordinal(conference)
    return render(request, "conferences/search.html", context)
