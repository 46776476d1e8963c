"""What was done, said with a way back; and the way back itself."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import duty_for, run_conference_for
from tongket.conferences.actions.contacts import take_back_contact
from tongket.conferences.actions.taking_back import TooLate, take_back, take_back_days
from tongket.conferences.models import Contact
from tongket.core import clock
from tongket.core.models import Event
from tongket.core.views import back_address

# Where a person stands afterwards, and what goes back.
WayBack = tuple[str, Callable[..., object]]


def say(request: HttpRequest, words: str, event: Event) -> None:
    """Says what was done, with a way to take it back."""
    messages.success(request, words, extra_tags=reverse("conferences:take_back", args=[event.pk]))


@require_POST
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    event = get_object_or_404(Event, pk=event_id, verb__in=("note_contact", "set_due_of_kind", *DUTY_VERBS))
    subject, _colon, key = event.subject.partition(":")
    back, go_back = WAYS_BACK[subject](request, event, int(key))
    try:
        go_back(event=event, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã lấy lại; mọi thứ như trước."))
    except TooLate:
        messages.error(request, _("Không lấy lại được nữa: đã có thay đổi khác sau đó. Xem nhật ký của phần việc."))
    return redirect(back_address(request, back))


def _duty_back(request: HttpRequest, event: Event, key: int) -> WayBack:
    found, rights = duty_for(request, key)
    if not rights.may_run and event.actor != f"user:{signed_in(request).pk}":
        raise PermissionDenied
    return reverse("conferences:duty", args=[found.pk]), take_back


def _days_back(request: HttpRequest, _event: Event, key: int) -> WayBack:
    conference, _rights = run_conference_for(request, key)
    return reverse("conferences:dashboard", args=[conference.pk]), partial(take_back_days, conference=conference)


def _contact_back(request: HttpRequest, event: Event, key: int) -> WayBack:
    conference, _rights = run_conference_for(request, int(event.scope.split(":")[1]))
    contact = Contact.objects.select_related("conference").filter(pk=key).first()
    return reverse("conferences:dashboard", args=[conference.pk]), partial(take_back_contact, contact=contact)


DUTY_VERBS = (
    "hand_in",
    "start_working",
    "accept",
    "return",
    "excuse",
    "withdraw",
    "reopen",
    "set_due",
    "tick",
    "settle_unit",
    "ask_extension",
    "extension_granted",
    "extension_refused",
)
WAYS_BACK: dict[str, Callable[[HttpRequest, Event, int], WayBack]] = {
    "duty": _duty_back,
    "conference": _days_back,
    "contact": _contact_back,
}
