"""One message: read as it will be read, edited, sent, stopped, put aside, decided, downloaded, copied."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.accounts.requests import signed_in
from tongket.conferences.here import enter
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.mailbox.access import message_for, run_message_for
from tongket.mailbox.actions import messages as act
from tongket.mailbox.actions.delivery import DeliveryMoved, decide_unsure
from tongket.mailbox.actions.links import NoAddress, remember_site, with_link
from tongket.mailbox.forms import BY_HAND, MessageForm
from tongket.mailbox.models import Message
from tongket.mailbox.queries.message_page import MessagePage, message_page
from tongket.mailbox.settings_store import smtp_account
from tongket.mailbox.views.saying import say_number, say_queued


def message(request: HttpRequest, message_id: int) -> HttpResponse:
    """The page of one message; the name of the pressed button says what to do."""
    if request.method == "POST":
        return _carry_out(request, message_id)
    found, _rights = message_for(request, message_id)
    return _page(request, found)


def _page(
    request: HttpRequest,
    found: Message,
    *,
    form: MessageForm | None = None,
    copied: str = "",
    status: int = 200,
) -> HttpResponse:
    found, rights = message_for(request, found.pk)
    enter(request, found.conference, rights)
    shown = message_page(found)
    context = {
        "page": shown,
        "conference": found.conference,
        "may_run": rights.may_run,
        "form": form or _form_of(shown),
        "opened": form is not None or "edit" in request.GET,
        "copied": copied,
        "channels": BY_HAND,
        "has_server": smtp_account() is not None,
    }
    return render(request, "mailbox/message.html", context, status=status)


def _form_of(page: MessagePage) -> MessageForm:
    found = page.message
    typed = {"subject": found.subject, "body": found.body, "revision": found.revision}
    return MessageForm(initial=typed | {"addresses": ", ".join(page.row.addresses)})


def _carry_out(request: HttpRequest, message_id: int) -> HttpResponse:
    found, _rights = run_message_for(request, message_id)
    do = request.POST.get("do", "")
    remember_site(request.build_absolute_uri("/").rstrip("/"))
    if do == "save":
        return _save(request, found)
    if do == "copy":
        return _copy(request, found)
    if do not in DOINGS:
        raise Http404
    try:
        DOINGS[do](request, found)
    except act.MailNotSetUp:
        messages.error(request, _("Chưa có hộp thư để gửi. Đặt ở trang Hộp thư, hoặc gửi bằng cách khác rồi ghi lại."))
    except DeliveryMoved:
        messages.error(request, _("Thư này vừa có người khác quyết. Xem lại bên dưới."))
    return redirect("mailbox:message", found.pk)


def _save(request: HttpRequest, found: Message) -> HttpResponse:
    """Keeps what was typed; where somebody was faster, both are shown and nothing typed is lost."""
    form = MessageForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form=form, status=422)
    try:
        act.edit_message(message=found, **form.cleaned_data, by=signed_in(request), now=clock.now())
    except act.MessageMoved:
        found.refresh_from_db()
        form = MessageForm(request.POST.dict() | {"revision": found.revision})
        form.add_error(None, _("Có người vừa sửa hoặc gửi thư này. Bản đang có ở trên; lời bạn gõ còn nguyên ở đây."))
        return _page(request, found, form=form, status=409)
    messages.success(request, _("Đã lưu."))
    return redirect("mailbox:message", found.pk)


def _copy(request: HttpRequest, found: Message) -> HttpResponse:
    """The plain text with a fresh link, to copy into Zalo; shown once, for the link is kept nowhere."""
    try:
        text = with_link(found, found.body, by=signed_in(request), now=clock.now())
    except NoAddress:
        text = found.body
    return _page(request, found, copied=f"{found.subject}\n\n{text.strip()}\n")


def _send(request: HttpRequest, found: Message) -> None:
    say_queued(request, act.queue_messages(messages=[found], by=signed_in(request), now=clock.now()))


def _stop(request: HttpRequest, found: Message) -> None:
    stopped, event = act.stop_messages(messages=[found], by=signed_in(request), now=clock.now())
    say_number(request, _("Đã dừng %(n)d thư."), stopped, event)


def _discard(request: HttpRequest, found: Message) -> None:
    gone, event = act.discard_messages(messages=[found], by=signed_in(request), now=clock.now())
    say_number(request, _("Đã bỏ %(n)d thư."), gone, event)


def _restore(request: HttpRequest, found: Message) -> None:
    back, event = act.restore_messages(messages=[found], by=signed_in(request), now=clock.now())
    said = ngettext("Đã lấy lại %(n)d thư.", "Đã lấy lại %(n)d thư.", len(back))
    say_number(request, said, back, event)


def _hand(request: HttpRequest, found: Message) -> None:
    typed = request.POST.get("channel", "")
    channel = Channel(typed) if typed in dict(BY_HAND) else Channel.ZALO
    done, event = act.send_by_hand(messages=[found], channel=channel, by=signed_in(request), now=clock.now())
    said = ngettext("Đã ghi: %(n)d thư đã gửi.", "Đã ghi: %(n)d thư đã gửi.", len(done))
    say_number(request, said, done, event)


def _was_sent(request: HttpRequest, found: Message) -> None:
    decide_unsure(message=found, was_sent=True, by=signed_in(request), now=clock.now())
    messages.success(request, _("Đã ghi là đơn vị đã nhận được."))


def _was_not_sent(request: HttpRequest, found: Message) -> None:
    """Decides, and sends again at once: that is what the button says."""
    decide_unsure(message=found, was_sent=False, by=signed_in(request), now=clock.now())
    _send(request, found)


DOINGS: dict[str, Callable[[HttpRequest, Message], None]] = {
    "send": _send,
    "stop": _stop,
    "discard": _discard,
    "restore": _restore,
    "hand": _hand,
    "was_sent": _was_sent,
    "was_not_sent": _was_not_sent,
}
