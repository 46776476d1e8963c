"""The page “Hộp thư”: the server that takes our mail with a letter to try it, and the mailbox that is read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.core.shell import Where, stand_at
from tongket.mailbox.access import mail_settings_for
from tongket.mailbox.actions.settings import send_test, set_imap, set_smtp
from tongket.mailbox.drafts import is_address
from tongket.mailbox.forms import ImapForm, SmtpForm, initial_of
from tongket.mailbox.imap import forget_fault, why_closed
from tongket.mailbox.queries.tray import place_read
from tongket.mailbox.settings_store import imap_account, is_set_elsewhere, smtp_account


def settings(request: HttpRequest) -> HttpResponse:
    """Small forms: sending and reading, and one to try each."""
    mail_settings_for(request)
    if request.method != "POST":
        return _page(request)
    do = request.POST.get("do", "")
    if do == "try":
        return _try(request)
    if do == "look":
        return _look(request)
    if do == "smtp" and not is_set_elsewhere("smtp"):
        return _keep_smtp(request)
    if do == "imap" and not is_set_elsewhere("imap"):
        return _keep_imap(request)
    return redirect("mailbox:settings")


def _page(
    request: HttpRequest, *, smtp: SmtpForm | None = None, imap: ImapForm | None = None, status: int = 200
) -> HttpResponse:
    stand_at(request, Where(_("Hộp thư")))
    sending, reading = smtp_account(), imap_account()
    place = place_read(reading) if reading else None
    context = {
        "sending": sending,
        "reading": reading,
        "place": place,
        "fault": _(place.fault) if place and place.fault else "",
        "smtp": smtp or SmtpForm(initial=initial_of(sending), prefix="s"),
        "imap": imap or ImapForm(initial=initial_of(reading), prefix="i"),
        "smtp_elsewhere": is_set_elsewhere("smtp"),
        "imap_elsewhere": is_set_elsewhere("imap"),
        "try_to": signed_in(request).email or "",
    }
    return render(request, "mailbox/settings.html", context, status=status)


def _keep_smtp(request: HttpRequest) -> HttpResponse:
    form = SmtpForm(request.POST, prefix="s")
    if not form.is_valid():
        return _page(request, smtp=form, status=422)
    account = form.account(smtp_account())
    set_smtp(account=account, by=signed_in(request), now=clock.now())
    messages.success(request, _("Đã lưu. Gửi thư thử để chắc.") if account else _("Đã bỏ máy chủ gửi thư."))
    return redirect("mailbox:settings")


def _keep_imap(request: HttpRequest) -> HttpResponse:
    form = ImapForm(request.POST, prefix="i")
    if not form.is_valid():
        return _page(request, imap=form, status=422)
    account = form.account(imap_account())
    set_imap(account=account, by=signed_in(request), now=clock.now())
    messages.success(request, _("Đã lưu hộp thư nhận. Mở thử để chắc.") if account else _("Đã bỏ hộp thư nhận."))
    return redirect("mailbox:settings")


def _look(request: HttpRequest) -> HttpResponse:
    """Opens the mailbox once, so that a wrong password is known here and not by letters that never come."""
    account = imap_account()
    if account is None:
        messages.error(request, _("Chưa có hộp thư nhận. Điền và lưu trước đã."))
        return redirect("mailbox:settings")
    fault = why_closed(account)
    if fault:
        messages.error(request, _("Chưa mở được hộp thư. {words}").format(words=_(fault)))
    else:
        forget_fault(account)
        messages.success(request, _("Mở được hộp thư. Thư mới tự vào Thư đến."))
    return redirect("mailbox:settings")


def _try(request: HttpRequest) -> HttpResponse:
    account, to = smtp_account(), request.POST.get("to", "").strip()
    if account is None:
        messages.error(request, _("Chưa có máy chủ gửi thư. Điền và lưu trước đã."))
    elif not is_address(to):
        messages.error(request, _("“%(value)s” không phải địa chỉ thư. Ghi như ten@coquan.vn.") % {"value": to})
    else:
        fault = send_test(account=account, to=to, name=signed_in(request).name)
        said = (
            _("Chưa gửi được thư thử. {words}").format(words=_(fault.words))
            if fault
            else _("Đã gửi thư thử đến {to}.").format(to=to)
        )
        (messages.error if fault else messages.success)(request, said)
    return redirect("mailbox:settings")
