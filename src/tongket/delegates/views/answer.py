"""A unit says who comes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.conferences.access import duty_for
from tongket.conferences.here import enter
from tongket.conferences.rules import DutyKind


def answer(request: HttpRequest, duty_id: int) -> HttpResponse:
    """The list of people that a unit sends."""
    duty, rights = duty_for(request, duty_id)
    if duty.kind != DutyKind.DELEGATES:
        raise Http404
    enter(request, duty.conference, rights)
    return render(request, "delegates/answer.html", {"duty": duty, "conference": duty.conference})
