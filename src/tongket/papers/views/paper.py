"""One paper: what was handed in, what the checks and the office say of it, and what each person may do next."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.actions.duties import DutyMoved, end_of_day
from tongket.core import clock
from tongket.core.text import row_key
from tongket.papers.access import paper_for, version_for
from tongket.papers.actions.comments import CommentSent, add_comment, drop_comment, edit_comment, settle_comment
from tongket.papers.actions.deciding import NothingToMend, StandsAgainst, accept_paper, return_paper
from tongket.papers.drawing import sheets_of
from tongket.papers.forms import BecauseForm, CommentForm, ReturnForm
from tongket.papers.models import Comment, Paper, PaperVersion
from tongket.papers.queries.form import form_of
from tongket.papers.queries.manuscripts import manuscript_of
from tongket.papers.queries.papers import latest_version
from tongket.papers.queries.quoted import place_of_words
from tongket.papers.queries.standing import is_being_read
from tongket.papers.render.standard import docx_of, pdf_of
from tongket.papers.render.values import Heading
from tongket.papers.views.saying import say
from tongket.papers.views.showing import edit_form, shown_paper

SVG, PDF = "image/svg+xml", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def paper(request: HttpRequest, pk: int) -> HttpResponse:
    found, rights = paper_for(request, pk)
    if request.method == "POST":
        return _carry_out(request, found, rights)
    return shown_paper(request, found, rights, {})


@require_GET
def standing(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing (204) while a job still reads or measures the paper; for the script of a page that waits."""
    found, _rights = paper_for(request, pk)
    if is_being_read(found, today=clock.today()):
        return HttpResponse(status=204)
    return HttpResponse("done", content_type="text/plain")


def _carry_out(request: HttpRequest, found: Paper, rights: Rights) -> HttpResponse:
    """One form of the page; the name of its button says which. Everything here is the office's to do."""
    if not rights.may_run:
        raise PermissionDenied
    do = request.POST.get("do", "")
    if do not in DOINGS:
        return redirect("papers:paper", found.pk)
    try:
        form = DOINGS[do](request, found)
    except (DutyMoved, CommentSent):
        messages.error(request, _("Tham luận này vừa có người khác đổi. Xem lại bên dưới rồi làm lại nếu cần."))
        form = None
    if form is not None:
        return shown_paper(request, found, rights, {do: form}, status=422)
    return redirect("papers:paper", found.pk)


def _seen(request: HttpRequest, found: Paper) -> PaperVersion:
    """The version that the person was looking at; another one came meanwhile raises DutyMoved."""
    version = latest_version(found)
    if version is None or row_key(request.POST.get("version", "")) != version.pk:
        raise DutyMoved("another version")
    return version


def _accept(request: HttpRequest, found: Paper) -> object | None:
    _seen(request, found)
    form = BecauseForm(request.POST)
    because = form.cleaned_data["because"] if form.is_valid() else ""
    try:
        event = accept_paper(paper=found, because=because, by=signed_in(request), now=clock.now())
    except StandsAgainst:
        form.add_error("because", _("Bài còn điều phải sửa. Nhận thì ghi lý do; lý do được giữ cùng bản này."))
        return form
    say(request, _("Đã nhận tham luận."), event)
    return None


def _return(request: HttpRequest, found: Paper) -> object | None:
    _seen(request, found)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return form
    values, now = form.cleaned_data, clock.now()
    due_at = end_of_day(values["due_on"])
    try:
        event = return_paper(paper=found, remark=values["remark"], due_at=due_at, by=signed_in(request), now=now)
    except NothingToMend:
        form.add_error("remark", _("Chưa có gì để sửa. Ghi cần sửa gì ở đây, hoặc thêm nhận xét rồi trả lại."))
        return form
    say(request, _("Đã trả lại để sửa; thư báo đơn vị chờ ở Thư đi."), event)
    return None


def _comment(request: HttpRequest, found: Paper) -> object | None:
    form = CommentForm(request.POST)
    if not form.is_valid():
        return form
    values = form.cleaned_data
    versions = PaperVersion.objects.filter(paper=found.pk, pk=row_key(request.POST.get("version", "")) or 0)
    version = versions.first() or latest_version(found)
    block, page = place_of_words(version, values["quote"]) if version and values["quote"] else (None, None)
    if values["quote"] and version is not None and version.manuscript and block is None:
        form.add_error("quote", _("Không thấy mấy chữ này trong bài. Chép đúng một đoạn ngắn của bài, hoặc để trống."))
        return form
    add_comment(
        paper=found,
        version=version,
        text=values["text"],
        quote=values["quote"],
        block=block,
        page=page,
        by=signed_in(request),
        now=clock.now(),
    )
    return None


def _one_comment(request: HttpRequest, found: Paper) -> Comment:
    comment = Comment.objects.filter(paper=found.pk, pk=row_key(request.POST.get("comment", "")) or 0).first()
    if comment is None:
        raise CommentSent("gone")
    comment.paper = found
    return comment


def _edit_comment(request: HttpRequest, found: Paper) -> object | None:
    comment = _one_comment(request, found)
    form = edit_form(comment, request.POST)
    if not form.is_valid():
        return form
    edit_comment(comment=comment, **form.cleaned_data, by=signed_in(request), now=clock.now())
    return None


def _drop_comment(request: HttpRequest, found: Paper) -> object | None:
    drop_comment(comment=_one_comment(request, found), by=signed_in(request), now=clock.now())
    return None


def _settle_comment(request: HttpRequest, found: Paper) -> object | None:
    settle_comment(comment=_one_comment(request, found), settled=True, by=signed_in(request), now=clock.now())
    return None


DOINGS: dict[str, Callable[[HttpRequest, Paper], Any]] = {
    "accept": _accept,
    "return": _return,
    "comment": _comment,
    "edit_comment": _edit_comment,
    "drop_comment": _drop_comment,
    "settle_comment": _settle_comment,
}


@require_GET
def sheet(request: HttpRequest, version_id: int, number: int) -> HttpResponse:
    """One page in standard form as a picture; what was measured by one form never looks otherwise."""
    version, _rights = version_for(request, version_id)
    sheets = sheets_of(version)
    if not 1 <= number <= len(sheets):
        raise Http404
    answer = HttpResponse(sheets[number - 1], content_type=SVG)
    answer["Cache-Control"] = "private, max-age=600"
    return answer


@require_GET
def pdf(request: HttpRequest, version_id: int) -> HttpResponse:
    """The paper in standard form, to print."""
    return _drawn(request, version_id, pdf_of, PDF, "pdf")


@require_GET
def word(request: HttpRequest, version_id: int) -> HttpResponse:
    """The paper in standard form as .docx, for who wants to edit it."""
    return _drawn(request, version_id, docx_of, DOCX, "docx")


def _drawn(request: HttpRequest, version_id: int, draw: Callable[..., bytes], kind: str, ending: str) -> HttpResponse:
    version, _rights = version_for(request, version_id)
    manuscript = manuscript_of(version)
    if manuscript is None:
        raise Http404
    duty = version.paper.duty
    heading = Heading(version.paper.title or version.paper.topic, duty.unit_name, version.paper.speaker_name)
    answer = HttpResponse(draw(manuscript, form_of(version.form), heading=heading), content_type=kind)
    name = f"tham-luan-{version.paper_id}-ban-{version.ordinal}.{ending}"
    answer["Content-Disposition"] = content_disposition_header(ending != "pdf", name) or ""
    return answer
