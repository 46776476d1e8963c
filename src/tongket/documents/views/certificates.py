"""Certificates on pre-printed sheets: printing them, the office's sheet with its places and printers, a look at one."""

from typing import cast
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.documents.access import document_for, may_write, run_document_for
from tongket.documents.actions.certificates import StockMoved, restore_places, set_stock
from tongket.documents.batches import ONE_SHEET, TEST_SHEET
from tongket.documents.copy_forms import BatchForm
from tongket.documents.models import Copy, Document
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.certificates import CERTIFICATE, certificates_of, example_of, stock_on
from tongket.documents.queries.file_names import download_name
from tongket.documents.render.pdf import pdf_of_certificates, svg_of_certificate
from tongket.documents.stock import Stock, stamp_of
from tongket.documents.stock_forms import SheetForms
from tongket.documents.views.copies import shared
from tongket.documents.views.drawn import drawn

# What of a form says nothing about the sheet.
NOT_DRAWN = frozenset({"csrfmiddlewaretoken", "do", "seen", "printers"})


def certificate_for(request: HttpRequest, document_id: int) -> tuple[Document, Rights]:
    """The certificate for people of the host; a document of another kind is not found."""
    found, rights = document_for(request, document_id)
    if found.kind != CERTIFICATE:
        raise Http404
    return found, rights


@require_GET
def certificates(request: HttpRequest, document_id: int) -> HttpResponse:
    """The printing: a test sheet for each printer, and all certificates."""
    found, rights = certificate_for(request, document_id)
    enter(request, found.conference, rights)
    stock = stock_on(found.conference, clock.today())
    context = {
        **shared(found),
        "stock": stock,
        "printers": [(name, *offset) for name, offset in stock.printers.items()],
        "copies": found.copies.count(),
        "batch_form": BatchForm(),
        "may_write": may_write(rights),
        "look": _look_address(found, QueryDict(), stock),
    }
    return render(request, "documents/certificates.html", context)


def places(request: HttpRequest, document_id: int) -> HttpResponse:
    """The office's sheet: its size, where each text stands, its printers; tried before it is kept."""
    found, rights = certificate_for(request, document_id)
    run_document_for(request, found.pk)
    enter(request, found.conference, rights)
    stock = stock_on(found.conference, clock.today())
    if request.POST.get("do") == "restore":
        return _restored(request, found)
    forms = SheetForms(stock, cast("QueryDict", request.POST) if request.method == "POST" else None)
    is_sound = request.method == "POST" and forms.is_valid()
    is_kept = is_sound and request.POST.get("do") != "look"
    if is_kept and _set(request, found, forms):
        return redirect("documents:certificate_places", found.pk)
    context = {**shared(found), "forms": forms, "stock": stock, "is_tried": is_sound and not is_kept}
    context["look"] = _look_address(found, request.POST if is_sound else QueryDict(), stock)
    return render(request, "documents/places.html", context, status=422 if forms.has_faults else 200)


def _set(request: HttpRequest, found: Document, forms: SheetForms) -> bool:
    """Keeps the sheet; False where somebody was faster, with what was typed still there."""
    by, now, seen = signed_in(request), clock.now(), request.POST.get("seen", "")
    try:
        set_stock(conference=found.conference, stock=forms.stock(), seen=seen, by=by, now=now)
    except StockMoved:
        fresh = stock_on(found.conference, clock.today())
        forms.sheet.add_error(None, _("Người khác vừa ghi một cách in khác. Bấm “Ghi” lần nữa thì thay cách in ấy."))
        forms.sheet.data = {**forms.sheet.data.dict(), "seen": stamp_of(fresh)}  # type: ignore[attr-defined]
        return False
    messages.success(request, _("Đã ghi phôi và chỗ in."))
    return True


def _restored(request: HttpRequest, found: Document) -> HttpResponse:
    by, now, seen = signed_in(request), clock.now(), request.POST.get("seen", "")
    try:
        restore_places(conference=found.conference, seen=seen, by=by, now=now)
    except StockMoved:
        messages.error(request, _("Người khác vừa ghi một cách in khác. Xem lại bên dưới rồi bấm lại nếu cần."))
    else:
        messages.success(request, _("Mọi chữ đã về chỗ in gốc; khổ phôi và máy in giữ nguyên."))
    return redirect("documents:certificate_places", found.pk)


def _look_address(found: Document, typed: QueryDict, stock: Stock) -> str:
    """Where the picture of the sheet is: of what was typed, else of what is kept; another address for another sheet."""
    drawn = [(name, value) for name, value in typed.items() if name not in NOT_DRAWN]
    return f"{reverse('documents:certificate_look', args=[found.pk])}?{urlencode(drawn or {'v': stamp_of(stock)})}"


@require_GET
def look(request: HttpRequest, document_id: int) -> HttpResponse:
    """The first certificate with rulers as a picture, with the places of the address where it has some."""
    found, _rights = certificate_for(request, document_id)
    stock = stock_on(found.conference, clock.today())
    forms = SheetForms(stock, request.GET)
    if forms.is_valid():
        stock = forms.stock()
    (drawn,) = certificates_of(found, assembled(found).document, _first(found), stock)
    headers = {"X-Content-Type-Options": "nosniff"}
    return HttpResponse(svg_of_certificate(drawn, grid=True), content_type="image/svg+xml", headers=headers)


@require_GET
def sheet(request: HttpRequest, document_id: int) -> HttpResponse:
    """The first certificate as this printer gets it; with `grid` the test sheet to lay on the blank and measure."""
    found, _rights = certificate_for(request, document_id)
    stock = stock_on(found.conference, clock.today())
    dx, dy = stock.offset(request.GET.get("printer", ""))
    sheets = certificates_of(found, assembled(found).document, _first(found), stock)
    data = pdf_of_certificates(sheets, dx_mm=dx, dy_mm=dy, grid="grid" in request.GET)
    return drawn(data, download_name(found, "pdf", part=TEST_SHEET if "grid" in request.GET else ONE_SHEET))


def _first(found: Document) -> list[Copy]:
    return list(found.copies.order_by("ordinal")[:1]) or [example_of(found)]
