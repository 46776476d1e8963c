"""The outbox: messages in batches, sent or put aside one by one, as chosen, or all that were looked at."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.text import row_key
from tongket.mailbox.access import may_set_up_mail
from tongket.mailbox.actions import messages as act
from tongket.mailbox.actions.links import remember_site
from tongket.mailbox.forms import BY_HAND
from tongket.mailbox.models import Message
from tongket.mailbox.queries.message_page import message_page
from tongket.mailbox.queries.outbox import Wanted, matching, outbox_of, preparing, ready_of, wanted_of
from tongket.mailbox.rules import KIND_WORDS, SENDABLE
from tongket.mailbox.settings_store import smtp_account
from tongket.mailbox.views.saying import say_number, say_queued


def outbox(request: HttpRequest, conference_id: int) -> HttpResponse:
    """What waits, goes, went or was put aside; the buttons act on what is shown or ticked."""
    if request.method == "POST":
        return _carry_out(request, conference_id)
    conference, rights = office_for(request, conference_id)
    enter(request, conference, rights)
    box = outbox_of(conference, wanted_of(request.GET.dict()), request.GET.get("page", "1"))
    first = box.groups[0].rows[0].message if box.groups and box.wanted.batch else None
    context = {
        "conference": conference,
        "rights": rights,
        "box": box,
        "page": box.page,
        "kinds": KIND_WORDS.items(),
        "channels": BY_HAND,
        "first": message_page(first) if first else None,
        "latest": latest_ordinal(conference),
        "may_send": smtp_account() is not None,
        "may_set_up": may_set_up_mail(signed_in(request)),
        "sendable": box.wanted.state in SENDABLE,
    }
    return render(request, "mailbox/outbox.html", context)


def _carry_out(request: HttpRequest, conference_id: int) -> HttpResponse:
    """One button of the page; its name says which, and what is ticked or shown says for which messages."""
    conference, _rights = run_office_for(request, conference_id)
    wanted = wanted_of(request.POST.dict())
    do = request.POST.get("do", "")
    if do not in DOINGS:
        raise Http404
    remember_site(request.build_absolute_uri("/").rstrip("/"))
    try:
        DOINGS[do](request, conference, wanted)
    except act.MailNotSetUp:
        messages.error(request, _("Chưa có hộp thư để gửi. Đặt ở trang Hộp thư, hoặc gửi bằng cách khác rồi ghi lại."))
    return redirect(f"{reverse('mailbox:outbox', args=[conference.pk])}?{wanted.query()}")


def ticked(request: HttpRequest, conference: Conference) -> list[int]:
    """The messages of this conference that are ticked."""
    keys = [key for key in map(row_key, request.POST.getlist("message")) if key is not None]
    found = list(Message.objects.filter(conference=conference, pk__in=keys).values_list("pk", flat=True))
    if not found:
        messages.error(request, _("Chưa chọn thư nào. Đánh dấu thư rồi bấm lại."))
    return found


def _send_ticked(request: HttpRequest, conference: Conference, _wanted: Wanted) -> None:
    keys = ticked(request, conference)
    if keys:
        say_queued(request, act.queue_messages(messages=keys, by=signed_in(request), now=clock.now()))


def _send_all(request: HttpRequest, conference: Conference, wanted: Wanted) -> None:
    """All that is shown, if it still is as many as the button said: nothing leaves that nobody looked at."""
    keys = list(ready_of(matching(conference, wanted)).values_list("pk", flat=True))
    if len(keys) != row_key(request.POST.get("number", "")):
        messages.error(request, _("Trong lúc xem, số thư đã đổi nên chưa gửi thư nào. Xem lại rồi bấm lần nữa."))
        return
    say_queued(request, act.queue_messages(messages=keys, by=signed_in(request), now=clock.now()))


def _discard_ticked(request: HttpRequest, conference: Conference, _wanted: Wanted) -> None:
    keys = ticked(request, conference)
    if keys:
        gone, event = act.discard_messages(messages=keys, by=signed_in(request), now=clock.now())
        say_number(request, _("Đã bỏ %(n)d thư."), gone, event)


def _discard_all(request: HttpRequest, conference: Conference, wanted: Wanted) -> None:
    keys = list(matching(conference, wanted).values_list("pk", flat=True))
    if len(keys) != row_key(request.POST.get("number", "")):
        messages.error(request, _("Trong lúc xem, số thư đã đổi nên chưa bỏ thư nào. Xem lại rồi bấm lần nữa."))
        return
    gone, event = act.discard_messages(messages=keys, by=signed_in(request), now=clock.now())
    say_number(request, _("Đã bỏ %(n)d thư."), gone, event)


def _restore_ticked(request: HttpRequest, conference: Conference, _wanted: Wanted) -> None:
    keys = ticked(request, conference)
    if keys:
        back, event = act.restore_messages(messages=keys, by=signed_in(request), now=clock.now())
        said = ngettext("Đã lấy lại %(n)d thư.", "Đã lấy lại %(n)d thư.", len(back))
        say_number(request, said, back, event)


def _stop_ticked(request: HttpRequest, conference: Conference, _wanted: Wanted) -> None:
    keys = ticked(request, conference)
    if keys:
        stopped, event = act.stop_messages(messages=keys, by=signed_in(request), now=clock.now())
        say_number(request, _("Đã dừng %(n)d thư."), stopped, event)


def _hand_ticked(request: HttpRequest, conference: Conference, _wanted: Wanted) -> None:
    keys, typed = ticked(request, conference), request.POST.get("channel", "")
    channel = Channel(typed) if typed in dict(BY_HAND) else Channel.ZALO
    if keys:
        by, now = signed_in(request), clock.now()
        done, event = act.send_by_hand(messages=keys, channel=channel, by=by, now=now)
        said = ngettext("Đã ghi: %(n)d thư đã gửi.", "Đã ghi: %(n)d thư đã gửi.", len(done))
        say_number(request, said, done, event)


DOINGS: dict[str, Callable[[HttpRequest, Conference, Wanted], None]] = {
    "send_ticked": _send_ticked,
    "send_all": _send_all,
    "discard_ticked": _discard_ticked,
    "discard_all": _discard_all,
    "restore_ticked": _restore_ticked,
    "stop_ticked": _stop_ticked,
    "hand_ticked": _hand_ticked,
}


@require_GET
def discard(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Asks once more before all that is shown is put aside; kept away from the button that sends all."""
    conference, rights = run_office_for(request, conference_id)
    enter(request, conference, rights)
    wanted = wanted_of(request.GET.dict())
    context = {"conference": conference, "wanted": wanted, "number": matching(conference, wanted).count()}
    return render(request, "mailbox/discard.html", context)


@require_GET
def progress(request: HttpRequest, conference_id: int) -> HttpResponse:
    """How far messages are put in and sent; asked again and again while something moves."""
    conference, _rights = office_for(request, conference_id)
    return render(request, "mailbox/progress.html", progress_of(conference))


def progress_of(conference: Conference) -> dict[str, object]:
    """What the band above the list shows."""
    queued = Message.objects.filter(conference=conference, state="queued").count()
    return {"conference": conference, "preparing": list(preparing(conference)), "queued": queued}
