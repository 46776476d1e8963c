"""Making the copies: ordering a batch, how far it is, stopping it, and taking what came out."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.here import enter
from tongket.core import clock, files
from tongket.documents.access import document_for, may_write, run_document_for
from tongket.documents.actions import batches as act
from tongket.documents.copy_forms import BatchForm
from tongket.documents.models import Batch, Document
from tongket.documents.queries.batches import batch_with_files, progress_of
from tongket.documents.views.copies import shared

SECONDS_BETWEEN_LOOKS = 3


@require_POST
def start(request: HttpRequest, document_id: int) -> HttpResponse:
    """Orders a batch and shows how far it is."""
    found, _rights = run_document_for(request, document_id)
    form = BatchForm(request.POST)
    if not form.is_valid():
        return redirect("documents:copies", found.pk)
    try:
        batch = act.start_batch(document=found, wish=form.wish(), by=signed_in(request), now=clock.now())
    except act.NothingToMake:
        messages.error(request, _("Chưa có ai trong danh sách, hoặc mọi bản đã phát hành."))
    except act.CopiesUnfinished as lacking:
        messages.error(request, str(lacking))
    except act.BatchMoved:
        messages.error(request, _("Đang làm một đợt khác của văn bản này, hoặc văn bản đã thu hồi."))
    else:
        return redirect("documents:batch", batch.pk)
    return redirect("documents:copies", found.pk)


def batch_for(request: HttpRequest, batch_id: int) -> tuple[Batch, Document, Rights]:
    """The batch with its document for people of the host; others get 404."""
    found = batch_with_files(batch_id)
    if found is None:
        raise Http404
    document, rights = document_for(request, found.document_id)
    return found, document, rights


@require_GET
def batch(request: HttpRequest, batch_id: int) -> HttpResponse:
    """How far a batch is; the page asks again by itself while something happens, script or not."""
    found, document, rights = batch_for(request, batch_id)
    enter(request, document.conference, rights)
    progress = progress_of(found, now=timezone.now())
    context = {**shared(document), "progress": progress, "batch": found, "may_write": may_write(rights)}
    is_watched = progress.is_alive and "still" not in request.GET
    answer = render(request, "documents/batch.html", context | {"is_watched": is_watched})
    if is_watched:
        answer.headers["Refresh"] = str(SECONDS_BETWEEN_LOOKS)
    return answer


@require_POST
def stop(request: HttpRequest, batch_id: int) -> HttpResponse:
    return _turned(request, batch_id, act.stop_batch, _("Đã dừng. Những bản đã làm được giữ lại."))


@require_POST
def go_on(request: HttpRequest, batch_id: int) -> HttpResponse:
    return _turned(request, batch_id, act.go_on_with_batch, _("Làm tiếp từ chỗ dừng."))


def _turned(request: HttpRequest, batch_id: int, turn: Callable[..., None], words: str) -> HttpResponse:
    found, document, _rights = batch_for(request, batch_id)
    run_document_for(request, document.pk)
    try:
        turn(batch=found, by=signed_in(request), now=clock.now())
        messages.success(request, words)
    except act.BatchMoved:
        messages.error(request, _("Đợt này vừa đổi. Xem lại bên dưới."))
    return redirect("documents:batch", found.pk)


@require_GET
def printed(request: HttpRequest, batch_id: int) -> HttpResponseBase:
    return _file(request, batch_id, "printed")


@require_GET
def zipped(request: HttpRequest, batch_id: int) -> HttpResponseBase:
    return _file(request, batch_id, "zipped")


def _file(request: HttpRequest, batch_id: int, which: str) -> HttpResponseBase:
    found, _document, _rights = batch_for(request, batch_id)
    file = getattr(found, which)
    if file is None:
        raise Http404
    return files.answer_long(file)
