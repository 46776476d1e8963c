"""The office's dashboard, the sheet for the Monday briefing, setting days for a whole kind."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import conference_for, run_conference_for
from tongket.conferences.actions.duties import set_due_of_kind
from tongket.conferences.duty_forms import DueForm
from tongket.conferences.feeds import feed_address
from tongket.conferences.here import enter
from tongket.conferences.kinds import KINDS
from tongket.conferences.queries.dashboard import dashboard_of
from tongket.conferences.views.undo import say
from tongket.core import clock


@require_GET
def dashboard(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = conference_for(request, conference_id)
    if not rights.may_see_all:
        return redirect("conferences:unit", conference.pk, min(rights.units))
    enter(request, conference, rights)
    context = {
        "conference": conference,
        "rights": rights,
        "board": dashboard_of(conference, today=clock.today(), query=request.GET.dict()),
        "asked": request.GET.get("unit", ""),
        "calendar": feed_address(request, conference, None),
    }
    return render(request, "conferences/dashboard.html", context)


@require_GET
def sheet(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = conference_for(request, conference_id)
    if not rights.may_see_all:
        raise PermissionDenied
    enter(request, conference, rights)
    board = dashboard_of(conference, today=clock.today(), query={})
    return render(request, "conferences/sheet.html", {"conference": conference, "board": board})


def due(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_conference_for(request, conference_id)
    enter(request, conference, rights)
    kind = request.POST.get("kind") or request.GET.get("kind", "")
    form = DueForm(request.POST or None)
    if request.method == "POST" and kind in KINDS and form.is_valid():
        due_on, by = form.cleaned_data["due_on"], signed_in(request)
        event = set_due_of_kind(conference=conference, kind=kind, due_on=due_on, by=by, now=clock.now())
        n = len(event.changes["events"])
        say(
            request, ngettext("Đã đặt hạn cho %(n)d phần việc.", "Đã đặt hạn cho %(n)d phần việc.", n) % {"n": n}, event
        )
        return redirect("conferences:dashboard", conference.pk)
    kinds = [(code, _(known.label)) for code, known in KINDS.items()]
    context = {"conference": conference, "form": form, "kind": kind, "kinds": kinds}
    return render(request, "conferences/due.html", context, status=422 if form.errors else 200)
