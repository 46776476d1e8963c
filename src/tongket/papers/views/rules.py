"""The form and the limits of all papers of a conference: what holds, who says so, and setting it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.papers.actions.measuring import measure_again
from tongket.papers.actions.ruling import set_rules
from tongket.papers.queries.form import ruled_by
from tongket.papers.rules_form import FORM, LIMITS, RulesForm


def rules(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_office_for(request, conference_id)
    enter(request, conference, rights)
    ruled = ruled_by(conference, on=clock.today())
    if request.method == "POST" and request.POST.get("do") in {"restore", "measure"}:
        return _done(request, conference)
    form = RulesForm(request.POST if request.method == "POST" else None, ruled=ruled)
    if request.method == "POST" and form.is_valid():
        values = {"form": form.changed(FORM), "limits": form.changed(LIMITS)}
        set_rules(conference=conference, **values, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã ghi thể thức; các bản đã nộp được đo lại."))
        return redirect("papers:rules", conference.pk)
    context = {
        "conference": conference,
        "ruled": ruled,
        "form": form,
        "of_form": [form[name] for name in FORM],
        "of_limits": [form[name] for name in LIMITS if name in form.fields],
    }
    return render(request, "papers/rules.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, conference: Conference) -> HttpResponse:
    """Lets the shipped values hold again, or only has everything measured again."""
    by, now = signed_in(request), clock.now()
    if request.POST["do"] == "restore":
        set_rules(conference=conference, form={}, limits={}, by=by, now=now)
        messages.success(request, _("Thể thức trở lại như ban đầu; các bản đã nộp được đo lại."))
    else:
        measure_again(conference=conference, by=by, now=now)
        messages.success(request, _("Các bản đã nộp đang được đo lại."))
    return redirect("papers:rules", conference.pk)
