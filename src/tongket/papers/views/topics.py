"""Another topic: a unit proposes it on this page, the office answers here."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.papers.access import paper_for
from tongket.papers.actions.topics import TopicMoved, answer_topic, propose_topic, restore_topic, withdraw_topic
from tongket.papers.forms import AnswerForm, TopicForm
from tongket.papers.models import Paper, TopicProposal
from tongket.papers.queries.topics import proposals_of
from tongket.papers.views.frame import frame_for


def topic(request: HttpRequest, pk: int) -> HttpResponse:
    paper, rights = paper_for(request, pk)
    enter(request, paper.duty.conference, rights)
    proposals = proposals_of(paper)
    waiting = next((each for each in proposals if each.state == "asked"), None)
    form = TopicForm()
    if request.method == "POST":
        fault = _done(request, paper, rights, waiting)
        if fault is None:
            return redirect("papers:topic", paper.pk)
        form = fault
    context = {
        "frame": frame_for(rights),
        "paper": paper,
        "rights": rights,
        "proposals": proposals,
        "waiting": waiting,
        "form": form,
        "answer": AnswerForm(prefix="a"),
        "may_ask": rights.may_still_hand_in(paper.duty.unit_id),
    }
    return render(request, "papers/topic.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, paper: Paper, rights: Rights, waiting: TopicProposal | None) -> TopicForm | None:
    """One form of the page; the form of a proposal comes back where it has a fault."""
    do = request.POST.get("do")
    if not (rights.may_run if do in {"grant", "refuse", "restore"} else rights.may_hand_in(paper.duty.unit_id)):
        raise PermissionDenied
    try:
        if do == "propose":
            return _proposed(request, paper)
        _settled(request, paper, waiting, str(do))
    except TopicMoved:
        messages.error(request, _("Đề nghị này vừa có người khác đổi. Xem lại bên dưới."))
    return None


def _proposed(request: HttpRequest, paper: Paper) -> TopicForm | None:
    form = TopicForm(request.POST)
    if not form.is_valid():
        return form
    propose_topic(paper=paper, **form.cleaned_data, by=signed_in(request), now=clock.now())
    messages.success(request, _("Đã gửi đề nghị đổi chủ đề; Văn phòng sẽ trả lời."))
    return None


def _settled(request: HttpRequest, paper: Paper, waiting: TopicProposal | None, do: str) -> None:
    by, now = signed_in(request), clock.now()
    if do == "restore":
        restore_topic(paper=paper, by=by, now=now)
        messages.success(request, _("Chủ đề trở lại như kế hoạch."))
        return
    if waiting is None:
        raise TopicMoved("none")
    if do == "withdraw":
        withdraw_topic(proposal=waiting, by=by, now=now)
        messages.success(request, _("Đã rút đề nghị."))
        return
    form = AnswerForm(request.POST, prefix="a")
    form.is_valid()
    granted, answer = do == "grant", form.cleaned_data.get("answer", "")
    answer_topic(proposal=waiting, granted=granted, answer=answer, by=by, now=now)
    messages.success(request, _("Đã đồng ý đổi chủ đề.") if granted else _("Đã trả lời chưa đồng ý."))
