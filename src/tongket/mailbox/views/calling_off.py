"""Calling a conference off: what stops by it, why, and the notice to those invited."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.conferences.actions.cancelling import ConferenceOver
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.core.models import Event
from tongket.documents.queries.offers import CANCELLATION
from tongket.mailbox.actions.calling_off import STOPPED, call_off, take_back_call_off
from tongket.mailbox.forms import CallOffForm
from tongket.mailbox.queries.calling_off import call_off_of


def calling_off(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_office_for(request, conference_id)
    form = CallOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _called_off(request, conference_id, form.cleaned_data["reason"])
    enter(request, conference, rights)
    waiting = conference.messages.filter(state__in=STOPPED).count()
    context = {"conference": conference, "form": form, "waiting": waiting, "notice": CANCELLATION}
    context["event"] = call_off_of(conference)
    return render(request, "mailbox/call_off.html", context, status=422 if form.errors else 200)


def _called_off(request: HttpRequest, conference_id: int, reason: str) -> HttpResponse:
    conference, _rights = run_office_for(request, conference_id)
    try:
        event = call_off(conference=conference, reason=reason, by=signed_in(request), now=clock.now())
        said = _("Đã hủy hội nghị; lời nhắc và thư đang chờ đã dừng.")
        messages.success(request, said, extra_tags=reverse("mailbox:take_back_call_off", args=[event.pk]))
    except ConferenceOver:
        messages.error(request, _("Hội nghị đã hủy hoặc đã qua ngày họp, không hủy được nữa."))
    return redirect("mailbox:call_off", conference.pk)


@require_POST
def take_back(request: HttpRequest, event_id: int) -> HttpResponse:
    """Lấy lại: the conference is prepared again, its messages wait to be looked at."""
    event = get_object_or_404(Event, pk=event_id, verb="call_off")
    conference, _rights = run_office_for(request, int(event.scope.split(":")[1]))
    try:
        take_back_call_off(conference=conference, event=event, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã lấy lại: hội nghị tiếp tục chuẩn bị, thư đã dừng nằm chờ xem ở Thư đi."))
    except TooLate:
        messages.error(request, _("Không lấy lại được nữa: hội nghị không còn ở trạng thái ấy."))
    return redirect("conferences:dashboard", conference.pk)
