"""The plan of a conference, with what each clause gave, and the settings that the plan left open."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import conference_for, run_conference_for
from tongket.conferences.actions.settling import number_plan, settle_conference
from tongket.conferences.forms import ConferenceForm, NumberForm, initial_of
from tongket.conferences.here import enter
from tongket.conferences.models import Conference, PlanVersion
from tongket.conferences.queries.calling_off import call_off_address
from tongket.conferences.queries.plan_page import owed_by_clause, plan_lines, version_of, versions_of
from tongket.conferences.views.undo import say
from tongket.core import clock, files


def plan(request: HttpRequest, conference_id: int, ordinal: int | None = None) -> HttpResponse:
    conference, rights = conference_for(request, conference_id)
    enter(request, conference, rights)
    version = _version(conference, ordinal)
    form = NumberForm(request.POST or None, initial={"number": version.number})
    if request.method == "POST":
        run_conference_for(request, conference_id)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["number"]
        event = number_plan(version=version, number=number, by=signed_in(request), now=clock.now())
        say(request, _("Đã ghi số của kế hoạch."), event)
        return redirect("conferences:plan", conference.pk)
    context = {
        "form": form,
        "conference": conference,
        "rights": rights,
        "version": version,
        "versions": versions_of(conference),
        "lines": plan_lines(version),
        "owed": owed_by_clause(version) if rights.may_see_all else {},
    }
    return render(request, "conferences/plan.html", context, status=422 if form.errors else 200)


@require_GET
def plan_file(request: HttpRequest, conference_id: int, ordinal: int | None = None) -> HttpResponse:
    conference, _rights = conference_for(request, conference_id)
    version = _version(conference, ordinal)
    if version.file is None:
        raise Http404
    return files.answer(version.file)


def _version(conference: Conference, ordinal: int | None) -> PlanVersion:
    """The version that the address names, the one in force where it names none; 404 where it is not there."""
    version = version_of(conference, ordinal)
    if version is None:
        raise Http404
    return version


def settings(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_conference_for(request, conference_id)
    enter(request, conference, rights)
    form = ConferenceForm(request.POST or None, initial=initial_of(conference))
    if request.method == "POST" and form.is_valid():
        values, by = form.cleaned_data, signed_in(request)
        event = settle_conference(conference=conference, values=values, by=by, now=clock.now())
        say(request, _("Đã ghi ngày giờ, nơi họp."), event)
        return redirect("conferences:dashboard", conference.pk)
    context = {"conference": conference, "form": form, "call_off_address": call_off_address(conference)}
    return render(request, "conferences/settings.html", context, status=422 if form.errors else 200)
