"""A letter opened by the link in it: read, said to have come, answered with what it asks for; nobody is signed in.

Looking notes nothing: mail programs and chats open every address by themselves. A press does.
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from tongket.conferences.actions.duties import DutyMoved, hand_in
from tongket.conferences.handing_in import HandInForm
from tongket.conferences.models import Duty
from tongket.conferences.queries.calling_off import called_off_words
from tongket.conferences.queries.evidence import just_handed_in
from tongket.core import clock
from tongket.core.text import row_key
from tongket.documents.actions.reached import note_reached
from tongket.documents.queries.assembled import assembled, files_of
from tongket.documents.queries.certificates import CERTIFICATE
from tongket.documents.queries.desk import label_of, title_of
from tongket.documents.render.html import html_of
from tongket.documents.rules import Reached
from tongket.mailbox.queries.by_link import Opened, opened_by, pages_of
from tongket.mailbox.wording import without_link


@login_not_required
@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    opened = opened_by(token, now=clock.now())
    if opened is None:
        return _over(request)
    if request.method != "POST":
        return _page(request, token, opened, {})
    if request.POST.get("do") == "received" and opened.recipient is not None:
        by, now = opened.user, clock.now()
        note_reached(recipient=opened.recipient, reached=Reached.RECEIVED, received_by=by.name, by=by, now=now)
        messages.success(request, _("Đã báo với Văn phòng là đã nhận."))
        return redirect("mailbox:by_link", token)
    return _hand_in(request, token, opened)


def _over(request: HttpRequest) -> HttpResponse:
    """One sentence for every link that opens nothing, so that nobody learns which ones there were."""
    return render(request, "mailbox/by_link_over.html", status=410)


def _page(
    request: HttpRequest, token: str, opened: Opened, bound: dict[int, HandInForm], status: int = 200
) -> HttpResponse:
    pages = pages_of(opened, today=clock.today())
    context: dict[str, Any] = {"token": token, "opened": opened, "message": opened.message}
    context["called_off"] = called_off_words(opened.message.conference, is_host=False)
    context["duties"] = [(page, bound.get(page.duty.pk) or _form(page.duty)) for page in pages]
    document = opened.message.document if opened.recipient else None
    if document is None:
        return render(
            request, "mailbox/by_link.html", context | {"words": without_link(opened.message.body)}, status=status
        )
    context |= {"document": document, "label": label_of(document), "title": title_of(document)}
    if document.kind != CERTIFICATE:
        # A certificate is printed onto a sheet of its own; it is looked at as its file.
        made = assembled(document, opened.message.copy).document
        context["paper"] = mark_safe(html_of(made))  # noqa: S308 -- escaped by the renderer
    return render(request, "mailbox/by_link.html", context, status=status)


def _form(duty: Duty, request: HttpRequest | None = None) -> HandInForm:
    """What is typed for one duty; each has names of its own, since one page holds several."""
    prefix = f"d{duty.pk}"
    return HandInForm(request.POST, request.FILES, prefix=prefix) if request else HandInForm(prefix=prefix)


def _hand_in(request: HttpRequest, token: str, opened: Opened) -> HttpResponse:
    """Hands in for a duty that the letter names; any other one does not exist here."""
    duty = opened.duties.get(row_key(request.POST.get("duty", "")) or 0)
    if duty is None:
        raise Http404
    form = _form(duty, request)
    if not form.is_valid():
        return _page(request, token, opened, {duty.pk: form}, status=422)
    try:
        messages.success(request, _("Đã gửi. Giấy biên nhận %(number)s.") % {"number": _handed_in(duty, form, opened)})
    except DutyMoved:
        messages.error(request, _("Phần việc này vừa có người khác đổi. Xem lại bên dưới rồi làm lại nếu cần."))
    return redirect("mailbox:by_link", token)


def _handed_in(duty: Duty, form: HandInForm, opened: Opened) -> str:
    """The number of the receipt; a second press of the same gives the first one's. Raises DutyMoved."""
    note, file = form.cleaned_data["note"], form.cleaned_data["file"]
    data, by, now = file.read() if file else b"", opened.user, clock.now()
    twice = just_handed_in(duty, note=note, data=data, by=by, now=now)
    if twice is not None:
        return twice.receipt
    name = file.name if file else ""
    evidence, _event = hand_in(duty=duty, note=note, data=data, file_name=name, by=by, now=now)
    return evidence.receipt


@login_not_required
@never_cache
@require_GET
def file_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The document that the letter brings, as it was sent; that it was opened is noted."""
    opened = opened_by(token, now=clock.now())
    if opened is None:
        return _over(request)
    document = opened.message.document
    if opened.recipient is None or document is None:
        raise Http404
    note_reached(recipient=opened.recipient, reached=Reached.OPENED, by=opened.user, now=clock.now())
    file = files_of(document, opened.message.copy)[0]
    disposition = content_disposition_header(as_attachment=True, filename=file.name) or ""
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(file.data, content_type=file.content_type, headers=headers)
