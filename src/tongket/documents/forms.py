"""What people type at the steps of a document's life, made clean."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from tongket.core import clock
from tongket.core.dates import plain_day
from tongket.core.form_fields import DayField
from tongket.core.text import clean
from tongket.documents.rules import signed_as

TEXT = {"class": "in", "rows": 3}
INPUT = {"class": "in"}
DAY = {"class": "in", "placeholder": "14/10/2024", "inputmode": "numeric"}
MOST_NUMBER = 999_999


def typed_day(day: date | None) -> str:
    """A day as it stands in a field."""
    return plain_day(day) if day else ""


class RemarkForm(forms.Form):
    """What must be mended in a document that is given back."""

    remark = forms.CharField(label=_("Cần sửa gì"), widget=forms.Textarea(TEXT))


class ReasonForm(forms.Form):
    """Why a document is called back."""

    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea(TEXT))


class CorrectForm(forms.Form):
    """What is wrong in an issued document, and so how it is mended."""

    WAYS = (
        (False, _("Sai nội dung: thay bằng văn bản cùng loại")),
        (True, _("Sai thể thức: đính chính bằng công văn")),
    )

    by_letter = forms.TypedChoiceField(
        label=_("Sai ở đâu"),
        choices=WAYS,
        coerce=lambda typed: typed == "True",
        initial=False,
        widget=forms.RadioSelect,
        help_text=_("Nghị định 30/2020/NĐ-CP, Điều 18."),
    )
    reason = forms.CharField(label=_("Sai gì, sửa thành gì"), widget=forms.Textarea(TEXT))


class GiveNumberForm(forms.Form):
    """Number, symbol and day of a document."""

    number = forms.IntegerField(
        label=_("Số"), min_value=1, max_value=MOST_NUMBER, widget=forms.NumberInput({"class": "in"})
    )
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=60, widget=forms.TextInput(INPUT))
    dated_on = DayField(label=_("Ngày văn bản"), widget=forms.TextInput(DAY))

    def clean_symbol(self) -> str:
        return clean(self.cleaned_data["symbol"]).strip("/ ")

    def clean_dated_on(self) -> date:
        day: date = self.cleaned_data["dated_on"]
        if day > clock.today():
            raise forms.ValidationError(
                _("%(found)s chưa đến. Văn bản ghi ngày ký, hôm nay hoặc trước đó."), params={"found": plain_day(day)}
            )
        return day


class FirstNumberForm(GiveNumberForm):
    """The first number of an empty series, and which number went before it on paper; 0 for none."""

    before = forms.IntegerField(
        label=_("Số đi trước đây"), min_value=0, max_value=MOST_NUMBER, widget=forms.NumberInput(INPUT)
    )
    before_on = DayField(label=_("Ngày của số ấy"), required=False, widget=forms.TextInput(DAY))
    before_note = forms.CharField(
        label=_("Biết từ đâu"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: sổ giấy năm 2024, trang 41."),
        widget=forms.TextInput(INPUT),
    )

    def __init__(self, *args: Any, known: int, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """`known` is the highest number of the year that the plans of the office carry, 0 where none does."""
        super().__init__(*args, **kwargs)
        self.known = known
        told = _("Sổ năm nay trong phần mềm chưa có số nào; kế hoạch mang số %(n)d.") if known else NO_NUMBER
        self.fields["before"].help_text = told % {"n": known} if known else told
        self.initial = {"before": known, **self.initial}

    def clean(self) -> dict[str, Any]:
        """Another number than the known one needs a reason."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("before") not in {None, self.known} and not typed.get("before_note"):
            self.add_error("before_note", _("Ghi số khác thì cần nói biết từ đâu, để người sau tra được."))
        return typed


NO_NUMBER = _("Sổ năm nay chưa có số nào. Ghi 0 nếu đây là văn bản đầu tiên của năm.")


class SignedForm(forms.Form):
    """The signed file: a scan or a digitally signed PDF."""

    signed = forms.FileField(
        label=_("Tệp đã ký"),
        help_text=_("PDF ký số, hoặc bản quét .pdf, .png, .jpg."),
        widget=forms.ClearableFileInput(INPUT),
    )

    def clean_signed(self) -> UploadedFile[bytes] | None:
        file: UploadedFile[bytes] | None = self.cleaned_data["signed"]
        return checked_file(file) if file else None


def checked_file(file: UploadedFile[bytes]) -> UploadedFile[bytes]:
    """The file where it can be a signed document and is not too large; a ValidationError else."""
    limit = settings.UPLOAD_MAX_BYTES
    if (file.size or 0) > limit:
        raise forms.ValidationError(
            _("Tệp nặng %(found)s MB, cần không quá %(limit)s MB. Quét lại nhẹ hơn rồi gửi."),
            params={"found": (file.size or 0) // 2**20 + 1, "limit": limit // 2**20},
        )
    start = file.read(8)
    file.seek(0)
    if signed_as(start) is None:
        raise forms.ValidationError(
            _("“%(found)s” không phải PDF hay ảnh. Quét bản đã ký thành .pdf, hoặc chọn PDF ký số."),
            params={"found": file.name},
        )
    return file


class PlanForm(GiveNumberForm):
    """As the paper plan says: number, day, who signed, and the signed file where there is one."""

    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False, widget=forms.TextInput(INPUT))
    signed = forms.FileField(
        label=_("Tệp đã ký"),
        required=False,
        widget=forms.ClearableFileInput(INPUT),
    )

    def clean_signed(self) -> UploadedFile[bytes] | None:
        file: UploadedFile[bytes] | None = self.cleaned_data["signed"]
        return checked_file(file) if file else None
