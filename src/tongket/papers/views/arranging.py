"""The office moves speakers and sets what holds for one paper alone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.core.text import row_key
from tongket.core.views import back_address
from tongket.papers.access import run_paper_for
from tongket.papers.actions.arranging import move_place, set_limits, set_place
from tongket.papers.actions.remark_turns import NotSpeaking, move_turn, set_turn
from tongket.papers.forms import LimitsForm, PlaceForm
from tongket.papers.queries.form import ruled_by
from tongket.papers.queries.papers import duties_with_papers

STEPS = {"up": -1, "down": 1}


@require_POST
def order(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = run_office_for(request, conference_id)
    duty = get_object_or_404(duties_with_papers(conference), pk=row_key(request.POST.get("paper", "")))
    by, now = signed_in(request), clock.now()
    form = PlaceForm(request.POST)
    if request.POST.get("do") in STEPS:
        move_place(duty=duty, steps=STEPS[request.POST["do"]], by=by, now=now)
    elif form.is_valid():
        set_place(duty=duty, place=form.cleaned_data["place"], by=by, now=now)
    else:
        messages.error(request, _("Thứ tự là một số, bắt đầu từ 1."))
    return redirect(back_address(request, reverse("papers:list", args=[conference.pk])) + f"#p{duty.pk}")


@require_POST
def remark_order(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = run_office_for(request, conference_id)
    speaker = request.POST.get("speaker", "")
    by, now = signed_in(request), clock.now()
    form = PlaceForm(request.POST)
    try:
        if request.POST.get("do") in STEPS:
            steps = STEPS[request.POST["do"]]
            move_turn(conference=conference, speaker=speaker, steps=steps, by=by, now=now)
        elif form.is_valid():
            set_turn(conference=conference, speaker=speaker, place=form.cleaned_data["place"], by=by, now=now)
        else:
            messages.error(request, _("Thứ tự là một số, bắt đầu từ 1."))
    except NotSpeaking:
        raise Http404 from None
    back = back_address(request, reverse("papers:remarks", args=[conference.pk]))
    return redirect(f"{back}#{speaker.replace(':', '-')}")


def limits(request: HttpRequest, pk: int) -> HttpResponse:
    paper, rights = run_paper_for(request, pk)
    enter(request, paper.duty.conference, rights)
    initial = {"pages": paper.pages, "minutes": paper.minutes, "rate": paper.rate}
    form = LimitsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values, by = form.cleaned_data, signed_in(request)
        rate = int(values["rate"]) if values["rate"] is not None else None
        set_limits(paper=paper, pages=values["pages"], minutes=values["minutes"], rate=rate, by=by, now=clock.now())
        messages.success(request, _("Đã ghi giới hạn riêng; bản mới nhất được đo lại."))
        return redirect("papers:paper", paper.pk)
    ruled = ruled_by(paper.duty.conference, on=clock.today())
    context = {"paper": paper, "form": form, "ruled": ruled}
    return render(request, "papers/limits.html", context, status=422 if form.errors else 200)
