"""What people type about templates and the heading of their office, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.form_fields import DayField
from tongket.core.text import clean
from tongket.documents.issuers import Office
from tongket.documents.render.values import Profile

INPUT = {"class": "in"}
LINES = {"class": "in", "rows": 2}


class TemplateForm(forms.Form):
    """The text of a kind of document; `seen` is the version its writer started from."""

    subject = forms.CharField(label=_("Trích yếu"), widget=forms.Textarea({"class": "in code", "rows": 2}))
    body = forms.CharField(
        label=_("Nội dung"), strip=False, widget=forms.Textarea({"class": "in code", "rows": 26, "spellcheck": "false"})
    )
    note = forms.CharField(
        label=_("Sửa gì"),
        required=False,
        max_length=200,
        help_text=_("Một dòng để người sau hiểu, không in ra."),
        widget=forms.TextInput(INPUT),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class OfficeForm(forms.Form):
    """How the office heads and signs; an empty field follows the unit's kind and place."""

    PROFILES = (
        ("", _("Theo loại cơ quan")),
        (Profile.DECREE, _("Nghị định 30/2020/NĐ-CP")),
        (Profile.FRONT, _("Mặt trận Tổ quốc")),
        (Profile.PARTY, _("Đảng")),
    )
    profile = forms.ChoiceField(label=_("Thể thức"), choices=PROFILES, required=False, widget=forms.Select(INPUT))
    above = forms.CharField(
        label=_("Cơ quan chủ quản, mỗi dòng một dòng in"), required=False, widget=forms.Textarea(LINES)
    )
    own = forms.CharField(
        label=_("Cơ quan ban hành, mỗi dòng một dòng in"), required=False, widget=forms.Textarea(LINES)
    )
    place = forms.CharField(label=_("Địa danh"), required=False, max_length=120, widget=forms.TextInput(INPUT))
    symbol_body = forms.CharField(
        label=_("Chữ viết tắt cơ quan trong ký hiệu"), required=False, max_length=30, widget=forms.TextInput(INPUT)
    )
    collective = forms.CharField(label=_("Ký thay mặt"), required=False, max_length=120, widget=forms.TextInput(INPUT))
    head = forms.CharField(
        label=_("Chức vụ người đứng đầu"), required=False, max_length=120, widget=forms.TextInput(INPUT)
    )
    archive = forms.CharField(label=_("Dòng lưu"), required=False, max_length=120, widget=forms.TextInput(INPUT))
    contact_line = forms.CharField(
        label=_("Dòng liên hệ ở chân trang 1"), required=False, max_length=200, widget=forms.TextInput(INPUT)
    )
    valid_from_on = DayField(
        label=_("Dùng từ ngày"), widget=forms.TextInput(INPUT | {"placeholder": "14/10/2024", "inputmode": "numeric"})
    )

    def clean_above(self) -> list[str]:
        return _lines(self.cleaned_data["above"])

    def clean_own(self) -> list[str]:
        return _lines(self.cleaned_data["own"])

    @property
    def differing(self) -> dict[str, Any]:
        """What was typed, without the day."""
        return {name: value for name, value in self.cleaned_data.items() if name != "valid_from_on" and value}


def _lines(text: str) -> list[str]:
    return [clean(line) for line in text.splitlines() if clean(line)]


def differing(office: Office, derived: Office) -> dict[str, Any]:
    """What stands in the form: only what the office set otherwise than its kind and place give."""
    names = [name for name in OfficeForm.base_fields if name != "valid_from_on"]
    own = {name: getattr(office, name) for name in names if getattr(office, name) != getattr(derived, name)}
    return {name: "\n".join(value) if isinstance(value, tuple) else value for name, value in own.items()}
