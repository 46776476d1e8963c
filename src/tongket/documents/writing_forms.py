"""The text of a draft and what stands around it, as a person writes them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.form_fields import DayField
from tongket.core.text import clean
from tongket.documents.forms import DAY, INPUT, typed_day
from tongket.documents.models import Document
from tongket.documents.queries.assembled import text_now


class WriteForm(forms.Form):
    """The text of a document and what stands around it."""

    subject = forms.CharField(label=_("Trích yếu"), widget=forms.Textarea({"class": "in", "rows": 2}))
    body = forms.CharField(
        label=_("Nội dung"), strip=False, widget=forms.Textarea({"class": "in body", "rows": 22, "spellcheck": "true"})
    )
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=60, required=False, widget=forms.TextInput(INPUT))
    place = forms.CharField(label=_("Địa danh"), max_length=120, required=False, widget=forms.TextInput(INPUT))
    dated_on = DayField(
        label=_("Ngày văn bản"),
        required=False,
        help_text=_("Để trống thì ghi khi cấp số."),
        widget=forms.TextInput(DAY),
    )
    signer_authority = forms.CharField(
        label=_("Quyền hạn, chức vụ của người ký"),
        required=False,
        help_text=_("Mỗi dòng một dòng in, ví dụ TM. BAN THƯỜNG TRỰC rồi PHÓ CHỦ TỊCH."),
        widget=forms.Textarea({"class": "in", "rows": 2}),
    )
    signer_name = forms.CharField(
        label=_("Họ tên người ký"), max_length=120, required=False, widget=forms.TextInput(INPUT)
    )
    archive_line = forms.CharField(
        label=_("Dòng lưu"),
        max_length=120,
        required=False,
        help_text=_("Dòng cuối của Nơi nhận, ví dụ Lưu: VT, PT."),
        widget=forms.TextInput(INPUT),
    )

    def __init__(self, *args: Any, missing: tuple[str, ...] = (), **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """Adds a field for each missing value; its name on the page is the value's own."""
        super().__init__(*args, **kwargs)
        self.asked = {f"value_{place}": name for place, name in enumerate(missing)}
        for field, name in self.asked.items():
            self.fields[field] = forms.CharField(label=name, required=False, widget=forms.TextInput(INPUT))

    @property
    def asked_fields(self) -> list[forms.BoundField]:
        """The fields of missing values."""
        return [self[name] for name in self.asked]

    @property
    def around_fields(self) -> list[forms.BoundField]:
        """The fields of what stands around the text."""
        return [self[name] for name in AROUND]

    def clean_signer_authority(self) -> list[str]:
        lines = (clean(line) for line in self.cleaned_data["signer_authority"].splitlines())
        return [line for line in lines if line]

    @property
    def typed_values(self) -> dict[str, str]:
        """What was typed for missing values, by their names."""
        typed = ((name, clean(self.cleaned_data.get(field, ""))) for field, name in self.asked.items())
        return {name: value for name, value in typed if value}

    @property
    def around(self) -> dict[str, Any]:
        """What stands around the text, as fields of the document."""
        return {name: self.cleaned_data[name] for name in AROUND}


AROUND = ("symbol", "place", "dated_on", "signer_authority", "signer_name", "archive_line")


def written(document: Document) -> dict[str, Any]:
    """What stands in the form of a document."""
    subject, body = text_now(document)
    initial = {name: getattr(document, name) for name in AROUND}
    day = document.dated_on
    lines = "\n".join(document.signer_authority)
    return initial | {"subject": subject, "body": body} | {"signer_authority": lines, "dated_on": typed_day(day)}
