"""The report: composing it anew, its sentences section by section, a sentence added."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.core import clock
from tongket.core.text import row_key
from tongket.documents.render.html import html_of_drawing
from tongket.synthesis.actions.composing import Run, compose_report
from tongket.synthesis.actions.writing import add_passage
from tongket.synthesis.forms import AddForm
from tongket.synthesis.models import Passage, Section
from tongket.synthesis.queries.drawn import drawings_of
from tongket.synthesis.queries.report_page import report_page
from tongket.synthesis.views.showing import report_of, stand


@require_GET
def report(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    row = report_of(conference)
    if row.pk is None or row.composed_at is None:
        context = stand(request, conference, rights, "report")
        return render(request, "synthesis/begin.html", context)
    page = report_page(conference, row, wanted=request.GET.get("section", ""))
    drawings = drawings_of(conference, page.named).totals if page.named and row.has_drawings else ()
    context = stand(request, conference, rights, "report") | {"page": page, "form": AddForm(), "drawings": drawings}
    context["drawn"] = mark_safe("".join(map(html_of_drawing, drawings)))  # noqa: S308 -- escaped by the renderer
    return render(request, "synthesis/report.html", context)


@require_POST
def compose(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = run_office_for(request, conference_id)
    run = compose_report(conference=conference, by=signed_in(request), now=clock.now())
    messages.success(request, _said(run))
    return redirect(_back(conference.pk, request.POST.get("section", "")))


def _said(run: Run) -> str:
    """What the run did, in a sentence."""
    if not (run.added or run.changed or run.removed or run.news):
        return _("Đã tổng hợp lại; không câu nào đổi.")
    return _(
        "Đã tổng hợp: {added} câu mới, {changed} câu đổi theo số liệu, {removed} câu thôi, "
        "{news} câu đã sửa tay có số liệu mới."
    ).format(added=run.added, changed=run.changed, removed=run.removed, news=run.news)


@require_POST
def add(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = run_office_for(request, conference_id)
    key = row_key(request.POST.get("section", "")) or 0
    section = get_object_or_404(Section, report__conference=conference, pk=key)
    form = AddForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chưa có chữ nào để thêm."))
        return redirect(_back(conference.pk, section.code))
    after = Passage.objects.filter(section=section, pk=row_key(request.POST.get("after", "")) or 0).first()
    text = form.cleaned_data["text"]
    row = add_passage(section=section, text=text, after=after, by=signed_in(request), now=clock.now())
    messages.success(request, _("Đã thêm câu; chọn nguồn cho câu ấy."))
    return redirect("synthesis:sources", row.pk)


def _back(conference_id: int, section: str) -> str:
    address = reverse("synthesis:report", args=[conference_id])
    return f"{address}?section={section}" if section else address
