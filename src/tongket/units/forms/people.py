"""What people type about themselves and others of a unit, made clean."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from tongket.units.forms.fields import LINE, body_choices, place_choices
from tongket.units.models import Role

ROLES = [
    (Role.MEMBER, _("Người của đơn vị: nộp, gửi, sửa danh sách người")),
    (Role.CLERK, _("Văn phòng: chạy hội nghị, sửa đơn vị và cấp dưới")),
    (Role.LEADER, _("Lãnh đạo: quyết định như Văn phòng")),
]


class PersonForm(forms.Form):
    """Somebody of a unit; only who edits the unit gives a role."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120, widget=forms.TextInput(LINE))
    post = forms.CharField(
        label=_("Chức vụ"),
        max_length=120,
        required=False,
        help_text=_("Ghi như in trên giấy mời, chương trình."),
        widget=forms.TextInput(LINE),
    )
    phone = forms.CharField(
        label=_("Điện thoại"), max_length=30, required=False, widget=forms.TextInput(LINE | {"inputmode": "tel"})
    )
    email = forms.EmailField(label=_("Thư điện tử"), required=False, widget=forms.EmailInput(LINE))
    role = forms.ChoiceField(label=_("Vai trò"), choices=ROLES, initial=Role.MEMBER, widget=forms.Select(LINE))

    def __init__(self, *args: Any, may_rank: bool, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        if not may_rank:
            del self.fields["role"]


class FirstRunForm(forms.Form):
    """The host unit and the first account of an installation."""

    unit_name = forms.CharField(
        label=_("Tên cơ quan"),
        max_length=250,
        help_text=_("Ghi như trên kế hoạch, ví dụ: Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Minh."),
        widget=forms.TextInput(LINE),
    )
    body = forms.ChoiceField(label=_("Loại tổ chức"), choices=body_choices, widget=forms.Select(LINE))
    place_kind = forms.ChoiceField(label=_("Cấp"), choices=place_choices, required=False, widget=forms.Select(LINE))
    place = forms.CharField(
        label=_("Địa danh"),
        max_length=120,
        required=False,
        help_text=_("Chỉ tên riêng, ví dụ Bình Minh."),
        widget=forms.TextInput(LINE),
    )
    name = forms.CharField(
        label=_("Họ và tên của bạn"), max_length=120, widget=forms.TextInput(LINE | {"autocomplete": "name"})
    )
    post = forms.CharField(label=_("Chức vụ"), max_length=120, required=False, widget=forms.TextInput(LINE))
    email = forms.EmailField(
        label=_("Thư điện tử"),
        help_text=_("Để vào lần sau; phần mềm không gửi thư đến đây."),
        widget=forms.EmailInput(LINE | {"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        help_text=_("Ít nhất 8 ký tự, không chỉ gồm chữ số."),
        widget=forms.PasswordInput({"class": "in", "autocomplete": "new-password"}, render_value=True),
    )

    def clean_password(self) -> str:
        """The password, once the validators have nothing against it."""
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password
