"""The page of one paper: what it measures, what was found, its versions, and what the office does with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.actions.duties import DutyMoved, end_of_day
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.papers.access import paper_for
from tongket.papers.actions.deciding import NothingToMend, StandsAgainst, accept_paper, return_paper
from tongket.papers.forms import BecauseForm, ReturnForm
from tongket.papers.models import Paper
from tongket.papers.queries.paper_page import paper_page
from tongket.papers.views.saying import say


def paper(request: HttpRequest, pk: int) -> HttpResponse:
    found, rights = paper_for(request, pk)
    enter(request, found.duty.conference, rights)
    forms: dict[str, object] = {"give_back": ReturnForm(), "take": BecauseForm()}
    if request.method == "POST":
        if not rights.may_run:
            raise PermissionDenied
        fault = _decide(request, found)
        if fault is None:
            return redirect("papers:paper", found.pk)
        forms |= fault
    return _page(request, found, rights, forms, is_wrong=request.method == "POST")


def _page(
    request: HttpRequest, found: Paper, rights: Rights, forms: dict[str, object], *, is_wrong: bool
) -> HttpResponse:
    page = paper_page(found, is_host=rights.is_host, today=clock.today())
    may_hand_in = rights.may_hand_in(found.duty.unit_id)
    context = {"page": page, "rights": rights, "forms": forms, "may_hand_in": may_hand_in}
    return render(request, "papers/paper.html", context, status=422 if is_wrong else 200)


def _decide(request: HttpRequest, found: Paper) -> dict[str, object] | None:
    """Gives the paper back or takes it; a form comes back where it has a fault."""
    try:
        return _taken(request, found) if request.POST.get("do") == "accept" else _returned(request, found)
    except DutyMoved:
        messages.error(request, _("Tham luận này vừa có người khác đổi. Xem lại rồi làm lại nếu cần."))
        return None


def _taken(request: HttpRequest, found: Paper) -> dict[str, object] | None:
    form = BecauseForm(request.POST)
    if not form.is_valid():
        return {"take": form}
    because, by = form.cleaned_data["because"], signed_in(request)
    try:
        event = accept_paper(paper=found, because=because, by=by, now=clock.now())
    except StandsAgainst:
        form.add_error("because", _("Bài còn điều phải sửa. Nhận thì ghi lý do; lý do được giữ cùng bản này."))
        return {"take": form}
    say(request, _("Đã nhận tham luận."), event)
    return None


def _returned(request: HttpRequest, found: Paper) -> dict[str, object] | None:
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return {"give_back": form}
    remark, due_at, by = form.cleaned_data["remark"], end_of_day(form.cleaned_data["due_on"]), signed_in(request)
    try:
        event = return_paper(paper=found, remark=remark, due_at=due_at, by=by, now=clock.now())
    except NothingToMend:
        form.add_error("remark", _("Chưa có nhận xét nào để gửi. Ghi cần sửa gì."))
        return {"give_back": form}
    say(request, _("Đã trả lại để sửa."), event)
    return None
