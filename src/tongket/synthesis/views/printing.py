"""The report in official form: as it will be printed, as files, and laid before a leader as a document."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.core import clock
from tongket.documents.queries.assembled import DOCX, PDF, file_name
from tongket.documents.render.docx import docx_of
from tongket.documents.render.html import html_of
from tongket.documents.render.pdf import pdf_of
from tongket.synthesis.actions.issuing import draft_report
from tongket.synthesis.actions.reports import set_drawings, set_source_annex
from tongket.synthesis.queries.document import report_document
from tongket.synthesis.views.showing import report_of, stand

# What a button of the page says about an annex.
ANNEXES = {"sources": set_source_annex, "drawings": set_drawings}


@require_GET
def printed(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    row = report_of(conference)
    made = report_document(conference, by=signed_in(request)) if row.pk and row.composed_at else None
    context = stand(request, conference, rights, "print") | {"report": row, "made": made}
    if made is not None:
        context["paper"] = mark_safe(html_of(made.document))  # noqa: S308 -- escaped by the renderer
    return render(request, "synthesis/print.html", context)


@require_GET
def file(request: HttpRequest, conference_id: int, ending: str) -> HttpResponse:
    """The report as .docx or PDF, a draft while it was not issued."""
    conference, _rights = office_for(request, conference_id)
    row = report_of(conference)
    if ending not in {"docx", "pdf"} or row.composed_at is None:
        raise Http404
    whole = report_document(conference, by=signed_in(request)).document
    data = docx_of(whole) if ending == "docx" else pdf_of(whole, stamp=row.composed_at)
    answer = HttpResponse(data, content_type=DOCX if ending == "docx" else PDF)
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(whole, ending)}"'
    return answer


@require_POST
def document(request: HttpRequest, conference_id: int) -> HttpResponse:
    """The report as a document to be checked, signed, numbered and issued; or which of its annexes are printed."""
    conference, _rights = run_office_for(request, conference_id)
    row = report_of(conference)
    if row.composed_at is None:
        raise Http404
    if (annex := ANNEXES.get(request.POST.get("do", ""))) is not None:
        annex(report=row, wanted=request.POST.get("wanted") == "1", by=signed_in(request), now=clock.now())
        return redirect("synthesis:print", conference.pk)
    made = draft_report(report=row, by=signed_in(request), now=clock.now())
    messages.success(request, _("Báo cáo đã thành văn bản; kiểm tra rồi trình ký ở đây."))
    return redirect("documents:document", made.pk)
