"""The office enters a paper for its unit: what came by Zalo, on a USB stick, on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.papers.access import run_paper_for
from tongket.papers.forms import EnterForm
from tongket.papers.models import Paper
from tongket.papers.views.handing_in import handed_in
from tongket.papers.views.saying import say_submitted
from tongket.reading.refusals import Unreadable


def enter_paper(request: HttpRequest, pk: int) -> HttpResponse:
    paper, rights = run_paper_for(request, pk)
    must_take_in(paper.duty.conference)
    enter(request, paper.duty.conference, rights)
    now = clock.now()
    if request.method != "POST":
        return _page(request, paper, EnterForm(now=now, initial=_known(paper)))
    form = EnterForm(request.POST, request.FILES, now=now)
    if not form.is_valid():
        return _page(request, paper, form)
    try:
        sent = handed_in(request, paper, form)
    except DutyMoved:
        messages.error(request, _("Tham luận này vừa có người khác đổi. Xem lại rồi làm lại nếu cần."))
        return redirect("papers:paper", paper.pk)
    assert not isinstance(sent, Unreadable)  # what the office enters is always kept
    say_submitted(request, *sent)
    return redirect("papers:paper", paper.pk)


def _page(request: HttpRequest, paper: Paper, form: EnterForm) -> HttpResponse:
    context = {"paper": paper, "form": form}
    return render(request, "papers/enter.html", context, status=422 if form.errors else 200)


def _known(paper: Paper) -> dict[str, str]:
    """What was said of the paper before stands in the form already."""
    names = ("title", "speaker_name", "speaker_post")
    return {name: getattr(paper, name) for name in names} | {"co_authors": "\n".join(paper.co_authors)}
