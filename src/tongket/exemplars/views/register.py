"""The register: what is in it, what may be one and the same, and a new exemplar of the office's own."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.core.text import row_key
from tongket.exemplars import actions
from tongket.exemplars.access import exemplar_in
from tongket.exemplars.forms import ExemplarForm
from tongket.exemplars.queries import counts_of, exemplars_of, twins_of
from tongket.exemplars.rules import STATE_PICTURES, STATE_WORDS, ExemplarState


@require_GET
def register(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    enter(request, conference, rights)
    asked = request.GET.get("state", "")
    state = asked if asked in set(ExemplarState) else ""
    search = request.GET.get("q", "").strip()
    counts = counts_of(conference.host)
    context = {
        "conference": conference,
        "rows": [(row, shown(row.state)) for row in exemplars_of(conference.host, state=state, search=search)],
        "twins": twins_of(conference.host),
        "tabs": [(each, STATE_WORDS[each], counts[each]) for each in ExemplarState if counts.get(each)],
        "state": state,
        "search": search,
        "may_run": rights.may_run,
    }
    return render(request, "exemplars/register.html", context)


def shown(state: str) -> tuple[str, str]:
    """The picture and the words of a state."""
    return STATE_PICTURES[ExemplarState(state)], _(STATE_WORDS[ExemplarState(state)])


def new(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_office_for(request, conference_id)
    form = ExemplarForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, now = signed_in(request), clock.now()
        made = actions.add_exemplar(host=conference.host, values=form.values(), by=by, now=now)
        messages.success(request, _("Đã ghi vào sổ mô hình."))
        return redirect("exemplars:exemplar", conference.pk, made.pk)
    enter(request, conference, rights)
    context = {"conference": conference, "form": form}
    return render(request, "exemplars/new.html", context, status=422 if form.errors else 200)


@require_POST
def twins(request: HttpRequest, conference_id: int) -> HttpResponse:
    """The answer to "are these one?": `merge` counts the second with the first, `apart` never asks again."""
    conference, _rights = run_office_for(request, conference_id)
    keys = [row_key(request.POST.get(name, "")) or 0 for name in ("one", "other")]
    one, other = (exemplar_in(conference, key) for key in keys)
    by, now, do = signed_in(request), clock.now(), request.POST.get("do")
    if do not in {"merge", "apart"}:
        raise Http404
    try:
        if do == "merge":
            actions.merge_exemplars(kept=one, merged=other, by=by, now=now)
            messages.success(request, _("Đã gộp, từ nay đếm một lần."))
        else:
            actions.tell_apart(one=one, other=other, by=by, now=now)
            messages.success(request, _("Đã ghi là hai mô hình khác nhau."))
    except actions.ExemplarMoved:
        messages.error(request, _("Có người khác vừa đổi một trong hai mô hình. Xem lại rồi làm lại nếu cần."))
    return redirect("exemplars:register", conference.pk)
