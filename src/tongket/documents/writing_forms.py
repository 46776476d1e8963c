"""The text of a draft and what stands around it, as a person writes them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongket.core.form_fields import DayField
from tongket.core.text import clean
from tongket.documents.forms import DAY, INPUT, typed_day
from tongket.documents.kinds import KINDS
from tongket.documents.kinds.names import Name
from tongket.documents.models import Document
from tongket.documents.queries.assembled import text_now

LONG_LETTERS = 60


class AskedField(forms.CharField):
    """A missing value; a wide one takes the whole row."""

    is_wide = False


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

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own signature
        document: Document | None = None,
        missing: Sequence[str] = (),
        **kwargs: Any,  # noqa: ANN401 -- as above
    ) -> None:
        """Adds a field for each missing value of `document`, by what people call it, with what was typed before."""
        super().__init__(*args, **kwargs)
        self.asked = {f"value_{place}": name for place, name in enumerate(missing)}
        for field, name in self.asked.items():
            assert document is not None, "only a document lacks values"
            self.fields[field] = _asked_field(name, known_as(document.kind).get(name))
            self.initial[field] = document.values.get(name, "")

    @property
    def asked_fields(self) -> list[forms.BoundField]:
        """The fields of missing values."""
        return [self[name] for name in self.asked]

    @property
    def wrong(self) -> list[forms.BoundField]:
        """The fields that were not understood."""
        return [field for field in self if field.errors]

    @property
    def around_fields(self) -> list[forms.BoundField]:
        """The fields of what stands around the text."""
        return [self[name] for name in AROUND]

    def clean_signer_authority(self) -> list[str]:
        lines = (clean(line) for line in self.cleaned_data["signer_authority"].splitlines())
        return [line for line in lines if line]

    @property
    def typed_values(self) -> dict[str, str]:
        """What was typed for missing values, by their names; empty where a value was taken out again."""
        return {name: _cleaned_lines(self.cleaned_data.get(field, "")) for field, name in self.asked.items()}

    @property
    def around(self) -> dict[str, Any]:
        """What stands around the text, as fields of the document."""
        return {name: self.cleaned_data[name] for name in AROUND}


def known_as(kind: str) -> dict[str, Name]:
    """The values of a kind by name and by what people call them."""
    return {key: name for name in KINDS[kind].names for key in (name.label, name.name)}


def _asked_field(called: str, name: Name | None) -> forms.CharField:
    """A field for one missing value: lists take a row a line, long texts more than one line."""
    label = name.label if name is not None else called
    is_list, is_long = name is not None and name.is_list, name is not None and len(str(name.sample)) > LONG_LETTERS
    widget = forms.Textarea(INPUT | {"rows": 4 if is_list else 2}) if is_list or is_long else forms.TextInput(INPUT)
    help_text = _how_rows_are_typed(name) if name is not None and is_list else ""
    field = AskedField(label=label[:1].upper() + label[1:], required=False, help_text=help_text, widget=widget)
    field.is_wide = is_list or is_long
    return field


def _how_rows_are_typed(name: Name) -> str:
    columns = " | ".join(label for _key, label in name.columns)
    return gettext("Mỗi dòng một mục: %(columns)s.") % {"columns": columns} if columns else gettext("Mỗi dòng một mục.")


def _cleaned_lines(text: str) -> str:
    return "\n".join(line for line in map(clean, text.splitlines()) if line)


AROUND = ("symbol", "place", "dated_on", "signer_authority", "signer_name", "archive_line")


def written(document: Document) -> dict[str, Any]:
    """What stands in the form of a document."""
    subject, body = text_now(document)
    initial = {name: getattr(document, name) for name in AROUND}
    day = document.dated_on
    lines = "\n".join(document.signer_authority)
    return initial | {"subject": subject, "body": body} | {"signer_authority": lines, "dated_on": typed_day(day)}
