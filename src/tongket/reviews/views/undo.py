"""Lấy lại: a change of a review's duty is taken back, and the review with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import duty_for
from tongket.conferences.actions.taking_back import TooLate, take_back
from tongket.conferences.kinds import page_of
from tongket.conferences.rules import DutyKind
from tongket.core import clock
from tongket.core.models import Event
from tongket.core.views import back_address

VERBS = frozenset({"hand_in", "accept", "return", "excuse", "start_working"})


@require_POST
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    event = get_object_or_404(Event, pk=event_id, verb__in=VERBS, subject__startswith="duty:")
    duty, rights = duty_for(request, int(event.subject.partition(":")[2]))
    if duty.kind != DutyKind.REVIEW:
        raise Http404
    if not rights.may_run and event.actor != f"user:{signed_in(request).pk}":
        raise PermissionDenied
    try:
        take_back(event=event, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã lấy lại; mọi thứ như trước."))
    except TooLate:
        messages.error(request, _("Không lấy lại được nữa: đã có thay đổi khác sau đó."))
    return redirect(back_address(request, page_of(duty.kind, duty.pk)))
