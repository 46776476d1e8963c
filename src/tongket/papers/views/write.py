"""The page where a unit writes its paper or hands in a file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.here import enter
from tongket.papers.access import write_paper_for
from tongket.papers.forms import PaperForm
from tongket.papers.models import Paper
from tongket.papers.views.handing_in import handed_in
from tongket.papers.views.saying import say_submitted
from tongket.reading.refusals import Unreadable


def write(request: HttpRequest, pk: int) -> HttpResponse:
    paper, rights = write_paper_for(request, pk)
    enter(request, paper.duty.conference, rights)
    if request.method != "POST":
        return _page(request, paper, PaperForm(initial={"text": paper.draft, "title": paper.title}))
    form = PaperForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, paper, form)
    try:
        sent = handed_in(request, paper, form)
    except DutyMoved:
        messages.error(request, _("Tham luận này vừa có người khác đổi. Xem lại rồi làm lại nếu cần."))
        return redirect("papers:paper", paper.pk)
    if isinstance(sent, Unreadable):
        form.add_error("file", str(sent))
        return _page(request, paper, form)
    say_submitted(request, *sent)
    return redirect("papers:paper", paper.pk)


def _page(request: HttpRequest, paper: Paper, form: PaperForm) -> HttpResponse:
    context = {"paper": paper, "form": form}
    return render(request, "papers/write.html", context, status=422 if form.errors else 200)
