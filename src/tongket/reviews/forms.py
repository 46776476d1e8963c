"""What people type about reviews, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.conferences.handing_in import DAY, CameFields, ComingDayField, FileForm
from tongket.core.form_fields import DayField
from tongket.reviews.actions.attaching import SORTS
from tongket.reviews.rules import Manner

LINE = {"class": "in"}
MANNERS = [("", _("Chưa chọn")), (Manner.MEETING, _("Tổ chức hội nghị")), (Manner.WRITING, _("Tổng kết bằng văn bản"))]
SORT_WORDS = {"minutes": _("Biên bản"), "photo": _("Ảnh"), "other": _("Tệp khác")}


def lines(rows: int) -> forms.Textarea:
    """A box for several lines."""
    return forms.Textarea({"class": "in", "rows": rows})


class FiledForm(FileForm):
    """A filled form or the unit's usual report."""

    not_programs = _("“%(found)s” là chương trình, Văn phòng không mở. Gửi .xlsx, .docx hoặc .pdf.")
    note = forms.CharField(label=_("Nhắn Văn phòng"), required=False, max_length=2000, widget=lines(2))
    field_order: tuple[str, ...] = ("file", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "Biểu đã điền (.xlsx, .docx), báo cáo của đơn vị (.docx, .pdf), hoặc gói Tổng Kết đã ký (.tongket)."
        )

    def clean(self) -> dict[str, Any]:
        """Asks for a file."""
        values: dict[str, Any] = self.cleaned_data
        if not values.get("file") and "file" not in self.errors:
            self.add_error("file", _("Chưa chọn tệp. Chọn biểu đã điền hoặc báo cáo của đơn vị."))
        return values


class EnterForm(CameFields, FiledForm):
    """As `FiledForm`, for the office that enters it for a unit; where only paper came, a note is enough."""

    is_signed = forms.BooleanField(
        label=_("Đã thấy bản có chữ ký của lãnh đạo đơn vị"), required=False, widget=forms.CheckboxInput()
    )
    field_order = ("channel", "received_on", "file", "note", "is_signed")

    def clean(self) -> dict[str, Any]:
        """A file or a note."""
        values: dict[str, Any] = self.cleaned_data
        return values if (values.get("note") or "").strip() else super().clean()


class AttachForm(FileForm):
    """Minutes of the meeting, a photo, another file beside the review."""

    sort = forms.ChoiceField(
        label=_("Là"), choices=[(sort, SORT_WORDS[sort]) for sort in SORTS], widget=forms.Select(LINE)
    )
    caption = forms.CharField(label=_("Ghi chú"), required=False, max_length=300, widget=forms.TextInput(LINE))
    field_order = ("sort", "file", "caption")

    def clean(self) -> dict[str, Any]:
        """Asks for a file."""
        values: dict[str, Any] = self.cleaned_data
        if not values.get("file") and "file" not in self.errors:
            self.add_error("file", _("Chưa chọn tệp."))
        return values


class ReturnForm(forms.Form):
    """What must be mended, and by when."""

    remark = forms.CharField(label=_("Cần sửa gì"), max_length=4000, widget=lines(3))
    due_on = ComingDayField(label=_("Nộp bản sửa trước hết ngày"), widget=forms.TextInput(DAY))


class DayForm(forms.Form):
    """The day on which the list is looked at."""

    on = DayField(required=False)


class AskForm(forms.Form):
    """Which units below report, and by when."""

    unit = forms.MultipleChoiceField(label=_("Đơn vị cấp dưới"), required=False, widget=forms.CheckboxSelectMultiple())
    due_on = ComingDayField(label=_("Gửi trước hết ngày"), required=False, widget=forms.TextInput(DAY))

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = units

    def clean(self) -> dict[str, Any]:
        """Asks for at least one unit."""
        values: dict[str, Any] = self.cleaned_data
        if not values.get("unit") and "unit" not in self.errors:
            self.add_error("unit", _("Chưa chọn đơn vị nào."))
        return values
