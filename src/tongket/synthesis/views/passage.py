"""One sentence: changed in place, moved, left out, answered for, given other sources; its history."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.core.text import row_key
from tongket.synthesis.access import passage_for, run_passage_for
from tongket.synthesis.actions import sourcing, writing
from tongket.synthesis.actions.proposing import WordingRefused, propose_wording
from tongket.synthesis.actions.reports import ReportMoved
from tongket.synthesis.forms import SentenceForm, VouchForm
from tongket.synthesis.models import Passage
from tongket.synthesis.queries.passage_page import chosen_sources, offers_for, passage_page
from tongket.synthesis.views.showing import stand
from tongket.synthesis.wording.settings import is_on

MOVED = gettext_lazy("Có người khác vừa sửa câu này. Xem câu bên dưới rồi sửa lại nếu cần.")
Done = Callable[[HttpRequest, Passage, int], str]


def passage(request: HttpRequest, passage_id: int) -> HttpResponse:
    """The sentence with its form, sources and history; asked by htmx, only the form to edit in place."""
    row, rights = passage_for(request, passage_id)
    form = SentenceForm(initial={"text": row.text, "revision": row.revision})
    if request.method == "POST":
        row, rights = run_passage_for(request, passage_id)
        form = SentenceForm(request.POST)
        if form.is_valid() and _saved(request, row, form):
            return redirect(_place(row))
    context = {"row": row, "form": form, "may_run": rights.may_run}
    if request.htmx and rights.may_run:  # type: ignore[attr-defined]
        return render(request, "synthesis/edit.html", context)
    conference = row.section.report.conference
    context |= stand(request, conference, rights, "report")
    context["sections"] = row.section.report.sections.order_by("ordinal")
    context |= {"page": passage_page(row), "vouch": VouchForm(), "may_word": is_on() and rights.may_run}
    return render(request, "synthesis/passage.html", context, status=422 if form.errors else 200)


def _saved(request: HttpRequest, row: Passage, form: SentenceForm) -> bool:
    try:
        writing.edit_passage(passage=row, **form.cleaned_data, by=signed_in(request), now=clock.now())
    except ReportMoved:
        row.refresh_from_db()
        form.add_error("text", MOVED)
        return False
    messages.success(request, _("Đã lưu câu."))
    return True


def _place(row: Passage) -> str:
    address = reverse("synthesis:report", args=[row.section.report.conference_id])
    return f"{address}?section={row.section.code}#p{row.pk}"


@require_POST
def do(request: HttpRequest, passage_id: int) -> HttpResponse:
    """One button of a sentence."""
    row, _rights = run_passage_for(request, passage_id)
    done = DOINGS.get(request.POST.get("do", ""))
    revision = row_key(request.POST.get("revision", ""))
    try:
        said = done(request, row, revision or 0) if done else ""
    except ReportMoved:
        messages.error(request, MOVED)
    except WordingRefused as refused:
        messages.error(request, str(refused))
    else:
        if said:
            messages.success(request, said)
    stays = request.POST.get("stay")
    return redirect("synthesis:passage", row.pk) if stays else redirect(_place(row))


def _leave(request: HttpRequest, row: Passage, revision: int) -> str:
    left_out = request.POST.get("do") == "out"
    writing.leave_out(passage=row, left_out=left_out, revision=revision, by=signed_in(request), now=clock.now())
    return _("Đã bỏ câu; lấy lại ở cuối mục.") if left_out else _("Đã lấy lại câu.")


def _step(request: HttpRequest, row: Passage, revision: int) -> str:
    step = request.POST.get("do", "")
    writing.move_passage(passage=row, step=step, revision=revision, by=signed_in(request), now=clock.now())
    return ""


def _section(request: HttpRequest, row: Passage, revision: int) -> str:
    key = row_key(request.POST.get("section", "")) or 0
    section = row.section.report.sections.filter(pk=key).first()
    if section is None:
        return ""
    writing.move_to_section(passage=row, section=section, revision=revision, by=signed_in(request), now=clock.now())
    return _("Đã chuyển câu sang “{name}”.").format(name=section.heading)


def _take(request: HttpRequest, row: Passage, revision: int) -> str:
    writing.take_composed(passage=row, revision=revision, by=signed_in(request), now=clock.now())
    return _("Đã lấy câu theo số liệu mới; câu trước còn trong lịch sử.")


def _keep(request: HttpRequest, row: Passage, revision: int) -> str:
    writing.keep_edited(passage=row, revision=revision, by=signed_in(request), now=clock.now())
    return _("Giữ câu đã sửa.")


def _vouch(request: HttpRequest, row: Passage, revision: int) -> str:
    form = VouchForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Ghi vì sao chịu trách nhiệm về câu này."))
        return ""
    because = form.cleaned_data["because"]
    sourcing.vouch(passage=row, because=because, revision=revision, by=signed_in(request), now=clock.now())
    return _("Đã ghi tên người chịu trách nhiệm; phụ lục nguồn in điều này.")


def _unvouch(request: HttpRequest, row: Passage, revision: int) -> str:
    sourcing.take_back_vouching(passage=row, revision=revision, by=signed_in(request), now=clock.now())
    return _("Đã thôi nhận trách nhiệm về câu này.")


def _word(request: HttpRequest, row: Passage, revision: int) -> str:
    propose_wording(passage=row, revision=revision, by=signed_in(request), now=clock.now())
    return _("Có lời đề xuất; xem rồi lấy hoặc bỏ.")


def _proposal(request: HttpRequest, row: Passage, revision: int) -> str:
    writing.take_proposal(passage=row, revision=revision, by=signed_in(request), now=clock.now())
    return _("Đã lấy lời đề xuất.")


DOINGS: dict[str, Done] = {
    "out": _leave,
    "in": _leave,
    "up": _step,
    "down": _step,
    "section": _section,
    "take": _take,
    "keep": _keep,
    "vouch": _vouch,
    "unvouch": _unvouch,
    "word": _word,
    "take-proposal": _proposal,
}


def sources(request: HttpRequest, passage_id: int) -> HttpResponse:
    """Choosing what a sentence stands on: searched among statements and figures that count."""
    row, rights = run_passage_for(request, passage_id)
    if request.method == "POST":
        return _chosen(request, row)
    search = request.GET.get("q", "")
    conference = row.section.report.conference
    context = stand(request, conference, rights, "report")
    context |= {"row": row, "search": search, "offers": offers_for(row, search)}
    return render(request, "synthesis/sources.html", context)


def _chosen(request: HttpRequest, row: Passage) -> HttpResponse:
    revision, by, now = row_key(request.POST.get("revision", "")) or 0, signed_in(request), clock.now()
    try:
        if request.POST.get("do") == "follow":
            sourcing.follow_sources(passage=row, revision=revision, by=by, now=now)
            messages.success(request, _("Lần tổng hợp sau máy lại chọn nguồn cho câu này."))
        else:
            chosen = chosen_sources(row, request.POST.getlist("source"))
            sourcing.choose_sources(passage=row, sources=chosen, revision=revision, by=by, now=now)
            messages.success(request, _("Đã lưu nguồn của câu."))
    except ReportMoved:
        messages.error(request, MOVED)
    return redirect(_place(row))
