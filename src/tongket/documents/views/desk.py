"""The desk: the register of a conference's documents beside one of them, and making a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.documents.access import may_write, run_desk_for
from tongket.documents.actions.drafting import draft_document
from tongket.documents.actions.plan import plan_document
from tongket.documents.models import Document
from tongket.documents.queries.desk import desk_of
from tongket.documents.queries.offers import Offer, offers_of
from tongket.documents.queries.plan import plan_row
from tongket.documents.templating import TemplateFault
from tongket.documents.views.showing import shown_desk


@require_GET
def desk(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    if may_write(rights) and plan_row(conference) is None:
        plan_document(conference=conference, by=signed_in(request), now=clock.now())
    rows = desk_of(conference, shown=request.GET.get("show", "")).rows
    found = Document.objects.select_related("conference__host", "entry", "replaces", "made_by", "docx", "pdf", "signed")
    first = found.get(pk=rows[0].id) if rows else None
    return shown_desk(request, conference, rights, first)


def _drafted(request: HttpRequest, conference: Conference, offer: Offer) -> Document | None:
    """The draft that was asked for; None where the office's own template is wrong."""
    by, now = signed_in(request), clock.now()
    try:
        document = draft_document(conference=conference, kind=offer.kind, options=offer.options, by=by, now=now)
    except TemplateFault:
        messages.error(request, _("Mẫu của loại văn bản này đang có chỗ sai. Mở Mẫu văn bản để xem và sửa."))
        return None
    messages.success(request, _("Đã soạn bản nháp từ điều hội nghị đã biết. Xem, sửa rồi kiểm tra."))
    return document


def new(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Lists what could be drafted and what it would be made of; a press drafts it.

    `kind` in the address is what the page that leads here wants: it stands first.
    """
    conference, rights = run_desk_for(request, conference_id)
    enter(request, conference, rights)
    asked = request.GET.get("kind")
    offers = sorted(offers_of(conference), key=lambda each: each.kind != asked)
    offer = next((each for each in offers if each.key == request.POST.get("offer")), None)
    if request.method == "POST" and offer is not None:
        document = _drafted(request, conference, offer)
        if document is not None:
            return redirect("documents:write", document.pk)
    return render(request, "documents/new.html", {"conference": conference, "offers": offers, "asked": asked})
