"""What people type to get in, made clean."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from tongket.accounts.models import User


class PasswordForm(forms.Form):
    """E-mail and password."""

    email = forms.EmailField(
        label=_("Thư điện tử"), widget=forms.EmailInput({"class": "in", "autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        widget=forms.PasswordInput({"class": "in", "autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    """The code that somebody read over the phone."""

    code = forms.CharField(
        label=_("Mã 8 chữ số"),
        help_text=_("Văn phòng đọc mã qua điện thoại; mã dùng được một lần trong 30 phút."),
        widget=forms.TextInput(
            {"class": "in", "inputmode": "numeric", "autocomplete": "one-time-code", "placeholder": "1234 5678"}
        ),
    )


class NewPasswordForm(forms.Form):
    """A new password for oneself: the old one is asked where there is one, an e-mail where there is none."""

    email = forms.EmailField(
        label=_("Thư điện tử"),
        help_text=_("Để vào bằng mật khẩu; phần mềm không gửi thư đến đây."),
        widget=forms.EmailInput({"class": "in", "autocomplete": "username"}),
    )
    old = forms.CharField(
        label=_("Mật khẩu đang dùng"),
        strip=False,
        widget=forms.PasswordInput({"class": "in", "autocomplete": "current-password"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu mới"),
        strip=False,
        help_text=_("Ít nhất 8 ký tự, không chỉ gồm chữ số."),
        widget=forms.PasswordInput({"class": "in", "autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.user = user
        if user.email:
            del self.fields["email"]
        if not user.has_usable_password():
            del self.fields["old"]

    def clean_email(self) -> str:
        """An e-mail that no other account has."""
        email: str = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(
                _("Thư điện tử %(email)s đã có tài khoản khác. Dùng thư khác."), params={"email": email}
            )
        return email

    def clean_old(self) -> str:
        """The password that holds until now."""
        if not self.user.check_password(self.cleaned_data["old"]):
            raise forms.ValidationError(_("Mật khẩu đang dùng không đúng. Gõ lại, hoặc gọi Văn phòng để lấy mã vào."))
        return str(self.cleaned_data["old"])

    def clean_password(self) -> str:
        """The password, once the validators have nothing against it."""
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password
