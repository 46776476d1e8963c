"""The way back from what was done with a document while nothing has left."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.core.models import Event
from tongket.core.views import back_address
from tongket.documents.access import document_for, may_write
from tongket.documents.actions.drafting import take_back_redraft
from tongket.documents.actions.life import WITHIN, DocumentMoved, detach_signed, take_back_step
from tongket.documents.actions.reached import HANDED_OUT, take_back_handed_out, take_back_reached
from tongket.documents.actions.recipients import remove_recipients
from tongket.documents.models import Document, Recipient

VERBS = frozenset({*WITHIN, "attach_signed", "add_recipients", "note_reached", "redraft_document", HANDED_OUT})


@require_POST
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    event = get_object_or_404(Event, pk=event_id, verb__in=VERBS)
    document, rights = document_for(request, _document_of(event))
    if not may_write(rights) and event.actor != f"user:{signed_in(request).pk}":
        raise PermissionDenied
    try:
        _take_back(request, document, event)
        messages.success(request, _("Đã lấy lại; mọi thứ như trước."))
    except DocumentMoved:
        messages.error(request, _("Không lấy lại được nữa: văn bản đã đi tiếp hoặc đã gửi."))
    return redirect(back_address(request, reverse("documents:document", args=[document.pk])))


def _document_of(event: Event) -> int:
    """The document that a line of the trail is about; 404 where it is gone."""
    thing, _colon, key = event.subject.partition(":")
    if thing == "document":
        return int(key)
    recipient = Recipient.objects.filter(pk=int(key)).first() if thing == "recipient" else None
    if recipient is None:
        raise Http404
    return recipient.document_id


def _take_back(request: HttpRequest, document: Document, event: Event) -> None:
    by, now = signed_in(request), clock.now()
    if event.verb in WITHIN:
        take_back_step(document=document, event=event, by=by, now=now)
    elif event.verb == "redraft_document":
        take_back_redraft(document=document, event=event, by=by, now=now)
    elif event.verb == "attach_signed":
        # Only the file that this line of the trail is about: another one may have been attached since.
        if document.revision != event.changes["revision"]:
            raise DocumentMoved(document.state)
        detach_signed(document=document, by=by, now=now)
    elif event.verb == "add_recipients":
        remove_recipients(document=document, recipients=event.changes["recipients"], by=by, now=now)
    elif event.verb == HANDED_OUT:
        if not take_back_handed_out(document=document, event=event, by=by, now=now):
            raise DocumentMoved(document.state)
    else:
        key = int(event.subject.partition(":")[2])
        recipient = Recipient.objects.select_related("document__conference").get(pk=key)
        if not take_back_reached(recipient=recipient, event=event, by=by, now=now):
            raise DocumentMoved(recipient.reached)
