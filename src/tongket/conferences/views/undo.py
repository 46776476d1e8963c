"""What was done, said with a way back; and the way back itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.way_back import way_back
from tongket.core import clock
from tongket.core.models import Event
from tongket.core.views import back_address

# What was made is gone once it is taken back, and so is its page.
AWAY = frozenset({"start_conference", "correct_plan"})


def say(request: HttpRequest, words: str, event: Event) -> None:
    """Says what was done, with a way to take it back."""
    messages.success(request, words, extra_tags=reverse("conferences:take_back", args=[event.pk]))


@require_POST
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    event = get_object_or_404(Event, pk=event_id)
    back = way_back(request, event)
    here = back_address(request, back.address)
    try:
        back.go(event=event, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã lấy lại; mọi thứ như trước."))
    except TooLate as late:
        known = _("Không lấy lại được nữa: đã có thay đổi khác sau đó. Xem nhật ký của phần việc.")
        messages.error(request, str(late) or known)
        return redirect(here)
    return redirect(back.address if event.verb in AWAY else here)
