"""The draft of a paper: saved as one types or by its button, and two windows that never lose each other's words."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.core import clock
from tongket.core.findings import words
from tongket.core.text import row_key
from tongket.papers.access import write_paper_for
from tongket.papers.actions.drafting import DraftMoved, drop_aside, save_draft, take_aside
from tongket.papers.models import DraftAside, Paper
from tongket.papers.views.writing_page import writing_page

BEHIND = words("Cửa sổ khác đã lưu bài này sau đó. Chữ ở đây được giữ riêng; tải lại trang để chọn.")
SAVED = words("Đã lưu nháp %(at)s; Văn phòng chưa thấy.")
TOO_LONG = words("Bài quá dài, chưa lưu được. Bớt chữ rồi lưu lại.")


def save_by_button(request: HttpRequest, found: Paper, rights: Rights, text: str) -> HttpResponse:
    """The draft saved by its button, for browsers without script."""
    try:
        _save_draft(request, found, text)
    except DraftMoved:
        messages.error(request, _("Cửa sổ khác đã lưu bài này sau đó. Chữ ở cửa sổ này được giữ riêng, chọn bên dưới."))
        return redirect("papers:write", found.pk)
    except ValueError:
        messages.error(request, _(TOO_LONG))
        return writing_page(request, found, rights, text=text, status=422)
    messages.success(request, _("Đã lưu nháp; Văn phòng chưa thấy."))
    return redirect("papers:write", found.pk)


def _save_draft(request: HttpRequest, found: Paper, text: str) -> Paper:
    revision = row_key(request.POST.get("revision", "")) or 0
    return save_draft(paper=found, text=text, revision=revision, by=signed_in(request), now=clock.now())


def keep_for_later(request: HttpRequest, found: Paper, text: str) -> None:
    """Keeps the words of a refused paper as the draft or beside it; only what is too long for any draft is lost."""
    with suppress(DraftMoved, ValueError):
        _save_draft(request, found, text)


def choose_aside(request: HttpRequest, found: Paper, do: str) -> HttpResponse:
    """What another window wrote: put in the place of the draft, or forgotten."""
    by, now = signed_in(request), clock.now()
    aside = DraftAside.objects.filter(paper=found.pk, made_by=by).first()
    if aside is None:
        return redirect("papers:write", found.pk)
    aside.paper = found
    try:
        if do == "take":
            take_aside(aside=aside, revision=found.draft_revision, by=by, now=now)
        else:
            drop_aside(aside=aside, by=by, now=now)
    except DraftMoved:
        messages.error(request, _("Bài vừa được lưu ở cửa sổ khác. Xem lại rồi chọn lại."))
    return redirect("papers:write", found.pk)


@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as one types: the new revision, or 409 where another window saved since (the text is kept aside)."""
    found, _rights = write_paper_for(request, pk)
    try:
        saved = _save_draft(request, found, request.POST.get("text", ""))
    except DraftMoved as moved:
        return JsonResponse({"revision": moved.paper.draft_revision, "said": _(BEHIND)}, status=409)
    except ValueError:
        return JsonResponse({"said": _(TOO_LONG)}, status=422)
    at = timezone.localtime(clock.now()).strftime("%H:%M")
    return JsonResponse({"revision": saved.draft_revision, "said": _(SAVED) % {"at": at}})
