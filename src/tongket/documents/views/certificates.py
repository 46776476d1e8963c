"""Certificates on pre-printed sheets: the office's sheet and printers, a test sheet to measure, a look at one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.documents.access import document_for, may_write, run_document_for
from tongket.documents.actions.certificates import set_stock
from tongket.documents.copy_forms import BatchForm, StockForm, initial_of_stock
from tongket.documents.models import Copy, Document
from tongket.documents.queries.batches import CERTIFICATE, stock_on
from tongket.documents.queries.certificates import certificates_of
from tongket.documents.render.pdf import pdf_of_certificates
from tongket.documents.views.copies import shared


def certificate_for(request: HttpRequest, document_id: int) -> tuple[Document, Rights]:
    """The certificate for people of the host; a document of another kind is not found."""
    found, rights = document_for(request, document_id)
    if found.kind != CERTIFICATE:
        raise Http404
    return found, rights


def certificates(request: HttpRequest, document_id: int) -> HttpResponse:
    """The sheet, what is printed on it, the printers, and the printing."""
    found, rights = certificate_for(request, document_id)
    enter(request, found.conference, rights)
    stock = stock_on(found.conference, clock.today())
    form = StockForm(request.POST or None, initial=initial_of_stock(stock))
    if request.method == "POST":
        run_document_for(request, found.pk)
        if form.is_valid():
            set_stock(conference=found.conference, stock=form.stock(), by=signed_in(request), now=clock.now())
            messages.success(request, _("Đã ghi cách in giấy khen."))
            return redirect("documents:certificates", found.pk)
    context = {
        **shared(found),
        "form": form,
        "stock": stock,
        "printers": [(name, *offset) for name, offset in stock.printers.items()],
        "copies": found.copies.count(),
        "batch_form": BatchForm(),
        "may_write": may_write(rights),
    }
    return render(request, "documents/certificates.html", context, status=422 if form.errors else 200)


@require_GET
def sheet(request: HttpRequest, document_id: int) -> HttpResponse:
    """The first certificate as this printer gets it; with `grid` the test sheet to lay on the blank and measure."""
    found, _rights = certificate_for(request, document_id)
    stock = stock_on(found.conference, clock.today())
    copies = list(found.copies.order_by("ordinal")[:1]) or [_example(found)]
    dx, dy = stock.offset(request.GET.get("printer", ""))
    drawn = certificates_of(found, copies)
    data = pdf_of_certificates(drawn, dx_mm=dx, dy_mm=dy, grid="grid" in request.GET)
    return HttpResponse(data, content_type="application/pdf")


def _example(document: Document) -> Copy:
    """A copy that stands for all while the list is empty."""
    return Copy(document=document, name=_("Tên tập thể, cá nhân"), values={"thanh_tich": _("Đã có thành tích …")})
