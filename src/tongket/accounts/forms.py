"""What people type to get in, made clean."""

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


class AccountForm(forms.Form):
    """A new account: name, e-mail, password typed once and shown on demand."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120, widget=forms.TextInput({"class": "in"}))
    email = forms.EmailField(
        label=_("Thư điện tử"), widget=forms.EmailInput({"class": "in", "autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        help_text=_("Ít nhất 8 ký tự, không chỉ gồm chữ số."),
        widget=forms.PasswordInput({"class": "in", "autocomplete": "new-password"}),
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(
                _("Thư điện tử %(email)s đã có tài khoản. Dùng thư khác, hoặc vào bằng tài khoản ấy."),
                params={"email": email},
            )
        return email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password


class NewPasswordForm(forms.Form):
    """A new password for oneself."""

    password = forms.CharField(
        label=_("Mật khẩu mới"),
        strip=False,
        help_text=_("Ít nhất 8 ký tự, không chỉ gồm chữ số."),
        widget=forms.PasswordInput({"class": "in", "autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password
