"""What was done with messages, said with a way back."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tongket.accounts.models import User
from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.core import clock
from tongket.core.models import Event
from tongket.core.views import back_address
from tongket.mailbox.actions import messages as act
from tongket.mailbox.actions.by_hand import take_back_by_hand
from tongket.mailbox.actions.messages import Queued

WAYS_BACK = {"discard_messages": act.restore_messages, "queue_messages": act.stop_messages}
HAND = "send_by_hand"


def say(request: HttpRequest, words: str, event: Event | None) -> None:
    """Says what was done, with a way to take it back where there is one."""
    has_way = event is not None and event.verb in {*WAYS_BACK, HAND}
    tags = reverse("mailbox:take_back", args=[event.pk]) if has_way and event else ""
    messages.success(request, words, extra_tags=tags)


def say_number(request: HttpRequest, one: str, keys: Sequence[int], event: Event | None) -> None:
    """`one` with the number of messages; that none was left to do it with is said too."""
    if keys:
        say(request, one % {"n": len(keys)}, event)
    else:
        messages.error(request, _("Không còn thư nào để làm việc ấy: có người vừa làm rồi. Xem lại bên dưới."))


def say_queued(request: HttpRequest, queued: Queued) -> None:
    """How many messages go, and how many stay with the reason."""
    n = len(queued.messages)
    if n:
        words = ngettext("Đang gửi %(n)d thư.", "Đang gửi %(n)d thư.", n) % {"n": n}
        say(request, words, queued.event)
    if queued.without_address:
        n = len(queued.without_address)
        words = ngettext(
            "%(n)d thư ở lại: chưa có địa chỉ, hoặc phải quyết thư không rõ đã gửi chưa.",
            "%(n)d thư ở lại: chưa có địa chỉ, hoặc phải quyết thư không rõ đã gửi chưa.",
            n,
        )
        messages.error(request, words % {"n": n})
    if queued.with_gaps:
        n = len(queued.with_gaps)
        words = ngettext("%(n)d thư ở lại: còn chỗ chưa điền.", "%(n)d thư ở lại: còn chỗ chưa điền.", n)
        messages.error(request, words % {"n": n})
    if not (queued.messages or queued.without_address or queued.with_gaps):
        messages.error(request, _("Không còn thư nào để gửi: có người vừa gửi hoặc bỏ. Xem lại bên dưới."))


def _taken_back(event: Event, by: User, now: datetime) -> list[int]:
    if event.verb == HAND:
        return take_back_by_hand(event=event, by=by, now=now)[0]
    return WAYS_BACK[event.verb](messages=event.changes["messages"], by=by, now=now)[0]


@require_POST
def take_back(request: HttpRequest, event_id: int) -> HttpResponse:
    """Lấy lại: what was put aside waits again, what was let go stays where no worker has it yet."""
    event = get_object_or_404(Event, pk=event_id, verb__in={*WAYS_BACK, HAND})
    conference, _rights = run_office_for(request, int(event.scope.split(":")[1]))
    keys = _taken_back(event, signed_in(request), clock.now())
    if keys:
        n = len(keys)
        said = ngettext("Đã lấy lại %(n)d thư.", "Đã lấy lại %(n)d thư.", n)
        messages.success(request, said % {"n": n})
    else:
        messages.error(request, _("Không lấy lại được nữa: thư đã đi hoặc đã đổi."))
    return redirect(back_address(request, reverse("mailbox:outbox", args=[conference.pk])))
