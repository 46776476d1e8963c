"""One document: its page with what each person may do next, and its files."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.conferences.access import Rights
from tongket.core import files
from tongket.core.templatetags.shell import sentence
from tongket.core.views import back_address
from tongket.documents.access import document_for
from tongket.documents.actions.life import DocumentMoved, NotReady
from tongket.documents.models import Document
from tongket.documents.queries.assembled import assembled, drawn_pdf
from tongket.documents.queries.certificates import CERTIFICATE
from tongket.documents.queries.file_names import download_name
from tongket.documents.render.docx import docx_of
from tongket.documents.views.doings import DOINGS
from tongket.documents.views.drawn import drawn
from tongket.documents.views.showing import as_seen, shown_desk

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def document(request: HttpRequest, document_id: int) -> HttpResponse:
    found, rights = document_for(request, document_id)
    if request.method == "POST":
        return _carry_out(request, found, rights)
    return shown_desk(request, found.conference, rights, found)


def _carry_out(request: HttpRequest, found: Document, rights: Rights) -> HttpResponse:
    """One form of the page; the name of its button says which."""
    do = request.POST.get("do", "")
    if do not in DOINGS:
        return redirect("documents:document", found.pk)
    may, carry_out = DOINGS[do]
    if not may(rights):
        raise PermissionDenied
    try:
        answer = carry_out(request, as_seen(request, found))
    except (DocumentMoved, NotReady) as fault:
        say_fault(request, fault)
        return redirect("documents:document", found.pk)
    if isinstance(answer, int):
        return redirect(back_address(request, reverse("documents:document", args=[answer])))
    fresh, _rights = document_for(request, found.pk)
    return shown_desk(request, fresh.conference, rights, fresh, {do: answer}, status=422)


def say_fault(request: HttpRequest, fault: DocumentMoved | NotReady) -> None:
    """Says why nothing was done."""
    if isinstance(fault, DocumentMoved):
        messages.error(request, _("Văn bản này vừa có người khác đổi. Xem lại bên dưới rồi làm lại nếu cần."))
        return
    for finding in fault.findings:
        messages.error(request, str(sentence(finding)))


@require_GET
def word(request: HttpRequest, document_id: int) -> HttpResponse:
    """The .docx: the one that was issued, else drawn as the document stands."""
    found, _rights = document_for(request, document_id)
    if found.docx is not None:
        return files.answer(found.docx)
    return drawn(docx_of(assembled(found).document), download_name(found, "docx"), DOCX)


@require_GET
def pdf(request: HttpRequest, document_id: int) -> HttpResponse:
    """The PDF without signature: the one that was issued, else drawn as the document stands.

    Certificates are drawn on their sheets, all that are on the list now.
    """
    found, _rights = document_for(request, document_id)
    if found.pdf is not None and found.kind != CERTIFICATE:
        return files.answer(found.pdf)
    return drawn(drawn_pdf(found), download_name(found, "pdf"))


@require_GET
def signed(request: HttpRequest, document_id: int) -> HttpResponse:
    found, _rights = document_for(request, document_id)
    if found.signed is None:
        raise Http404
    return files.answer(found.signed)
