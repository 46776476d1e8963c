"""What people type about units and their people, made clean."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from tongket.accounts.models import User
from tongket.core.dates import DayFault, parse_day
from tongket.core.text import clean
from tongket.units.models import Membership, Role, Unit
from tongket.units.rules import BODY_WORDS, BodyType, PlaceKind

LINE = {"class": "in"}
ROLES = [(Role.MEMBER, _("Người của đơn vị")), (Role.CLERK, _("Văn phòng")), (Role.LEADER, _("Lãnh đạo"))]


def body_choices() -> list[tuple[str, Any]]:
    """Kinds of body with their words."""
    return [(body.value, _(BODY_WORDS[body])) for body in BodyType]


def place_choices() -> list[tuple[str, Any]]:
    """Levels of place; the word itself is how it is printed."""
    return [("", _("không gắn với địa danh"))] + [(kind.value, kind.value) for kind in PlaceKind if kind.value]


class DayField(forms.CharField):
    """A day as Vietnamese write it: `30/6/2025`; empty gives None."""

    widget = forms.TextInput({"class": "in", "placeholder": "30/6/2025", "inputmode": "numeric"})

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        typed = super().clean(value)
        if not typed:
            return None
        day = parse_day(typed)
        if isinstance(day, DayFault):
            raise forms.ValidationError(str(_(day.message)).format(found=typed))
        return day

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else value


class UnitForm(forms.Form):
    """A unit's own fields."""

    name = forms.CharField(label=_("Tên đầy đủ"), max_length=250, widget=forms.TextInput(LINE))
    short_name = forms.CharField(label=_("Tên gọn"), max_length=120, required=False, widget=forms.TextInput(LINE))
    body = forms.ChoiceField(label=_("Loại tổ chức"), choices=body_choices, widget=forms.Select(LINE))
    place_kind = forms.ChoiceField(label=_("Cấp"), choices=place_choices, required=False, widget=forms.Select(LINE))
    place = forms.CharField(
        label=_("Địa danh"),
        max_length=120,
        required=False,
        help_text=_("Chỉ tên riêng, ví dụ Tam Thăng."),
        widget=forms.TextInput(LINE),
    )
    parent = forms.ModelChoiceField(
        label=_("Trực thuộc"), queryset=Unit.objects.none(), required=False, widget=forms.Select(LINE)
    )
    aliases = forms.CharField(
        label=_("Tên khác"),
        required=False,
        help_text=_("Mỗi dòng một tên mà kế hoạch, công văn hay dùng."),
        widget=forms.Textarea({"class": "in", "rows": 3}),
    )
    email = forms.EmailField(label=_("Thư điện tử"), required=False, widget=forms.EmailInput(LINE))
    phone = forms.CharField(label=_("Điện thoại"), max_length=30, required=False, widget=forms.TextInput(LINE))
    valid_from_on = DayField(label=_("Có từ ngày"), required=False)
    valid_until_on = DayField(label=_("Đến hết ngày"), required=False)

    def __init__(self, *args: Any, unit: Unit | None = None, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        others = Unit.objects.exclude(pk=unit.pk) if unit else Unit.objects.all()
        self.fields["parent"].queryset = others.order_by("sort_key")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = self.cleaned_data
        first, last = values.get("valid_from_on"), values.get("valid_until_on")
        if first and last and last < first:
            self.add_error("valid_until_on", _("Ngày hết hiệu lực đứng trước ngày bắt đầu. Ghi ngày sau ngày bắt đầu."))
        return values

    def alias_names(self) -> list[str]:
        """The other names, one a line."""
        return [clean(line) for line in self.cleaned_data["aliases"].splitlines() if clean(line)]


def initial_of(unit: Unit) -> dict[str, Any]:
    """What stands in the form of a unit."""
    values = {name: getattr(unit, name) for name in UnitForm.base_fields if name != "aliases"}
    return values | {"aliases": "\n".join(alias.name for alias in unit.aliases.all())}


class EndForm(forms.Form):
    """The last day of a unit and who carries on."""

    last_day = DayField(label=_("Ngày cuối cùng"))
    successors = forms.ModelMultipleChoiceField(
        label=_("Đơn vị kế thừa"),
        queryset=Unit.objects.order_by("sort_key"),
        required=False,
        help_text=_("Giữ Ctrl để chọn nhiều đơn vị."),
        widget=forms.SelectMultiple({"class": "in", "size": 8}),
    )


class PersonForm(forms.Form):
    """Somebody of a unit."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120, widget=forms.TextInput(LINE))
    post = forms.CharField(label=_("Chức vụ"), max_length=120, required=False, widget=forms.TextInput(LINE))
    phone = forms.CharField(label=_("Điện thoại"), max_length=30, required=False, widget=forms.TextInput(LINE))
    email = forms.EmailField(label=_("Thư điện tử"), required=False, widget=forms.EmailInput(LINE))
    role = forms.ChoiceField(label=_("Vai trò"), choices=ROLES, initial=Role.MEMBER, widget=forms.Select(LINE))


def initial_of_person(membership: Membership) -> dict[str, str]:
    """What stands in the form of a person."""
    person = membership.person
    return {
        "name": person.name,
        "post": membership.post,
        "phone": person.phone,
        "email": person.email,
        "role": membership.role,
    }


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
    name = forms.CharField(label=_("Họ và tên của bạn"), max_length=120, widget=forms.TextInput(LINE))
    post = forms.CharField(label=_("Chức vụ"), max_length=120, required=False, widget=forms.TextInput(LINE))
    email = forms.EmailField(
        label=_("Thư điện tử"), widget=forms.EmailInput({"class": "in", "autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        help_text=_("Ít nhất 8 ký tự, không chỉ gồm chữ số."),
        widget=forms.PasswordInput({"class": "in", "autocomplete": "new-password"}, render_value=True),
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Thư điện tử này đã có tài khoản."))
        return email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password
