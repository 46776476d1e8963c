"""What people type about mail: the words of a message, whom to write to, the words of letters, the mailbox."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.conferences.actions.cancelling import MOST_REASON
from tongket.conferences.rules import Channel
from tongket.core.text import clean
from tongket.mailbox.accounts import IMAP_PORTS, SMTP_PORTS, ImapAccount, Security, SmtpAccount
from tongket.mailbox.drafts import SPLIT, is_address
from tongket.mailbox.wording import MOST_SUBJECT
from tongket.units.models import Unit

BY_HAND = [
    (Channel.ZALO.value, _("Zalo")),
    (Channel.PHONE.value, _("điện thoại")),
    (Channel.PAPER.value, _("giấy")),
    (Channel.EMAIL.value, _("hộp thư khác")),
]
SECURITY = [
    (Security.STARTTLS.value, _("STARTTLS")),
    (Security.TLS.value, _("SSL/TLS")),
    (Security.NONE.value, _("không mã hóa, chỉ trong máy này hoặc mạng nội bộ")),
]
MOST_BODY = 20_000


def _in(widget: forms.Widget) -> forms.Widget:
    widget.attrs["class"] = "in"
    return widget


class MessageForm(forms.Form):
    """The words and addresses of a message that waits; `revision` is the one that was seen."""

    addresses = forms.CharField(
        label=_("Địa chỉ thư"),
        help_text=_("Nhiều địa chỉ thì cách nhau bằng dấu phẩy. Để trống nếu gửi bằng cách khác."),
        required=False,
        max_length=2000,
        widget=_in(forms.TextInput()),
    )
    subject = forms.CharField(label=_("Tiêu đề"), max_length=MOST_SUBJECT, widget=_in(forms.TextInput()))
    body = forms.CharField(label=_("Lời thư"), max_length=MOST_BODY, widget=_in(forms.Textarea({"rows": 14})))
    revision = forms.IntegerField(widget=forms.HiddenInput())

    def clean_addresses(self) -> str:
        typed = self.cleaned_data["addresses"]
        wrong = [part for part in SPLIT.split(typed) if part and not is_address(part)]
        if wrong:
            raise forms.ValidationError(
                _("“%(value)s” không phải địa chỉ thư. Ghi như ten@coquan.vn.") % {"value": wrong[0]}
            )
        return str(typed)


class FreeForm(forms.Form):
    """A letter to chosen units."""

    units = forms.ModelMultipleChoiceField(Unit.objects.none(), label=_("Gửi cho"))
    subject = forms.CharField(label=_("Tiêu đề"), max_length=MOST_SUBJECT, widget=_in(forms.TextInput()))
    body = forms.CharField(label=_("Lời thư"), max_length=MOST_BODY, widget=_in(forms.Textarea({"rows": 12})))

    def __init__(self, data: Any = None, *, units: Any, **rest: Any) -> None:  # noqa: ANN401 -- Django's own values
        super().__init__(data, **rest)
        self.fields["units"].queryset = units  # type: ignore[attr-defined]


class WordsForm(forms.Form):
    """The office's own words of one kind of letter; `seen` is the version that was looked at."""

    subject = forms.CharField(
        label=_("Tiêu đề"), max_length=MOST_SUBJECT, required=False, widget=_in(forms.TextInput())
    )
    body = forms.CharField(
        label=_("Lời thư"), max_length=MOST_BODY, required=False, widget=_in(forms.Textarea({"rows": 16}))
    )
    seen = forms.IntegerField(widget=forms.HiddenInput())


class ServerForm(forms.Form):
    """What both ends of the mailbox ask: where the server is and who signs in; an empty password keeps the old one."""

    host = forms.CharField(
        label=_("Máy chủ"),
        help_text=_("Nơi cấp hộp thư cho biết tên này, ví dụ mail.coquan.vn."),
        max_length=200,
        required=False,
        widget=_in(forms.TextInput()),
    )
    port = forms.IntegerField(
        label=_("Cổng"),
        help_text=_("Để trống là cổng thường dùng."),
        min_value=1,
        max_value=65535,
        required=False,
        widget=_in(forms.NumberInput()),
    )
    security = forms.ChoiceField(label=_("Bảo vệ đường truyền"), choices=SECURITY, widget=_in(forms.Select()))
    user = forms.CharField(label=_("Tên đăng nhập"), max_length=200, required=False, widget=_in(forms.TextInput()))
    password = forms.CharField(
        label=_("Mật khẩu"),
        help_text=_("Để trống là giữ mật khẩu đang dùng. Mật khẩu nằm trong một tệp chỉ máy chủ này đọc được."),
        required=False,
        max_length=400,
        strip=False,
        widget=_in(forms.PasswordInput({"autocomplete": "new-password"})),
    )

    def clean_host(self) -> str:
        host = clean(self.cleaned_data["host"])
        if any(sign in host for sign in "/@: "):
            raise forms.ValidationError(_("Ghi tên máy chủ thôi, ví dụ mail.coquan.vn."))
        return host


class SmtpForm(ServerForm):
    """The server that takes our mail; an empty host forgets it."""

    sender = forms.EmailField(label=_("Địa chỉ gửi đi"), required=False, widget=_in(forms.EmailInput()))
    reply_to = forms.EmailField(label=_("Nhận trả lời ở địa chỉ khác"), required=False, widget=_in(forms.EmailInput()))

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if values.get("host") and not values.get("sender") and "sender" not in self.errors:
            self.add_error("sender", _("Cần địa chỉ mà thư của cơ quan gửi đi từ đó."))
        return values

    def account(self, old: SmtpAccount | None) -> SmtpAccount | None:
        """The account as typed, with the old password where none was typed; None forgets it."""
        values = self.cleaned_data
        if not values["host"]:
            return None
        security = Security(values["security"])
        port = values["port"] or SMTP_PORTS[security]
        password = values["password"] or _old_password(old, values)
        sender, reply_to = values["sender"], values["reply_to"]
        return SmtpAccount(values["host"], port, security, sender, values["user"], password, reply_to)


class ImapForm(ServerForm):
    """The mailbox that is read; an empty host forgets it."""

    folder = forms.CharField(
        label=_("Thư mục"), initial="INBOX", max_length=200, required=False, widget=_in(forms.TextInput())
    )

    def account(self, old: ImapAccount | None) -> ImapAccount | None:
        """The mailbox as typed, with the old password where none was typed; None forgets it."""
        values = self.cleaned_data
        if not values["host"]:
            return None
        security = Security(values["security"])
        port = values["port"] or IMAP_PORTS[security]
        password = values["password"] or _old_password(old, values)
        return ImapAccount(values["host"], port, security, values["user"], password, values["folder"] or "INBOX")


def _old_password(old: SmtpAccount | ImapAccount | None, values: dict[str, Any]) -> str:
    """The password that is kept, only for the same server and user: it is never shown to another one."""
    return old.password if old and (old.host, old.user) == (values["host"], values["user"]) else ""


def initial_of(account: SmtpAccount | ImapAccount | None) -> dict[str, Any]:
    """The fields of a form that shows the account; its password is never shown."""
    if account is None:
        return {}
    names = ("host", "port", "security", "user", "sender", "reply_to", "folder")
    return {name: getattr(account, name) for name in names if hasattr(account, name)}


class CallOffForm(forms.Form):
    """Why a conference does not take place; the notice to those invited says it."""

    reason = forms.CharField(
        label=_("Lý do hủy"),
        max_length=MOST_REASON,
        help_text=_("Ghi vào nhật ký và vào thông báo hủy, ví dụ: bão số 6, tập trung khắc phục hậu quả."),
        widget=forms.Textarea({"class": "in", "rows": 2}),
    )
