"""A unit's own page, and what the office does about a unit: write down a call, draft reminders."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import (
    conference_for,
    conferences_of,
    leads,
    may_host,
    may_start,
    run_conference_for,
)
from tongket.conferences.actions.contacts import note_contact
from tongket.conferences.drafting import draft_reminder
from tongket.conferences.duty_forms import ContactForm, EnterForm
from tongket.conferences.feeds import feed_address
from tongket.conferences.handing_in import HandInForm
from tongket.conferences.here import enter
from tongket.conferences.models import Contact
from tongket.conferences.queries.below import meeting_below
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.conferences.queries.reminders import units_to_remind
from tongket.conferences.queries.telling import plan_notice
from tongket.conferences.queries.unit_page import unit_page
from tongket.conferences.rules import Channel
from tongket.conferences.views.undo import say
from tongket.core import clock
from tongket.core.text import row_key
from tongket.units.models import Unit


@require_GET
def unit(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    conference, rights = conference_for(request, conference_id)
    if not rights.may_see_unit(unit_id):
        raise Http404
    found = get_object_or_404(Unit.objects.filter(duties__conference=conference).distinct(), pk=unit_id)
    enter(request, conference, rights)
    user, today = signed_in(request), clock.today()
    confirms = leads(user, unit_id, on=today) and not rights.is_called_off
    form = EnterForm(now=clock.now()) if rights.may_enter_for(unit_id) else HandInForm()
    context = {
        "conference": conference,
        "rights": rights,
        "page": unit_page(conference, found, leads=confirms, today=today),
        "latest": latest_ordinal(conference),
        "plan_notice": plan_notice(conference, found),
        "form": form,
        "may_hand_in": rights.may_still_hand_in(unit_id),
        "calendar": feed_address(request, conference, unit_id),
        "below": meeting_below(conference, found),
        "may_host": may_host(user, unit_id, on=today),
        "has_list": may_start(user, on=today) or conferences_of(user, on=today).exclude(pk=conference.pk).exists(),
    }
    return render(request, "conferences/unit.html", context)


def contact(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    conference, rights = run_conference_for(request, conference_id)
    found = get_object_or_404(Unit.objects.filter(duties__conference=conference).distinct(), pk=unit_id)
    enter(request, conference, rights)
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _contact, event = note_contact(
            conference=conference,
            unit=found,
            channel=Channel(form.cleaned_data["channel"]),
            note=form.cleaned_data["note"],
            is_reminder=True,
            by=signed_in(request),
            now=clock.now(),
        )
        say(request, _("Đã ghi vào sổ liên lạc."), event)
        return redirect("conferences:dashboard", conference.pk)
    calls = Contact.objects.filter(conference=conference, unit=found).select_related("made_by").order_by("-made_at")
    people = found.memberships.filter(ended_on__isnull=True).select_related("person")
    context = {"conference": conference, "unit": found, "form": form, "calls": calls, "people": people}
    return render(request, "conferences/contact.html", context, status=422 if form.errors else 200)


def reminders(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Lists whom to remind; a press drafts the texts with each unit's link, for a person to copy and send."""
    conference, rights = run_conference_for(request, conference_id)
    enter(request, conference, rights)
    kind = request.POST.get("kind") or request.GET.get("kind", "")
    waiting = units_to_remind(conference, kind=kind, today=clock.today())
    texts = []
    if request.method == "POST":
        chosen = {row_key(typed) for typed in request.POST.getlist("unit")}
        texts = [draft_reminder(request, conference, each) for each in waiting if each.unit.pk in chosen]
    context = {"conference": conference, "kind": kind, "waiting": waiting, "texts": texts}
    return render(request, "conferences/reminders.html", context)
