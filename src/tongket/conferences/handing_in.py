"""What is typed where something is handed in or given back: a file, how and when it came; every room asks so."""

from datetime import datetime, time
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.dates import plain_day
from tongket.core.form_fields import DayField

CHANNELS = [
    (Channel.WEB, _("trên trang này")),
    (Channel.EMAIL, _("thư điện tử")),
    (Channel.ZALO, _("Zalo")),
    (Channel.PAPER, _("bản giấy")),
    (Channel.USB, _("USB")),
    (Channel.PHONE, _("điện thoại")),
]
PROGRAMS = (".exe", ".com", ".scr", ".msi", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".hta", ".lnk", ".jar", ".apk")
TEXT = forms.Textarea({"class": "in", "rows": 3})
DAY = {"class": "in", "placeholder": "25/10/2024", "inputmode": "numeric"}


def _is_program(file: UploadedFile[bytes]) -> bool:
    """Whether a double click on the file would run it."""
    start: bytes = file.read(2)
    file.seek(0)
    return start == b"MZ" or (file.name or "").lower().endswith(PROGRAMS)


class ComingDayField(DayField):
    """A day by which somebody can still do something: today or later."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """The day; a ValidationError where it is over."""
        day = super().clean(value)
        if day is not None and day < clock.today():
            raise forms.ValidationError(
                _("%(found)s đã qua. Ghi hôm nay hoặc một ngày sau đó."), params={"found": plain_day(day)}
            )
        return day


class FileForm(forms.Form):
    """A file of a bearable size that is no program; `not_programs` says what a room would rather have."""

    not_programs: ClassVar[Any] = _("“%(found)s” là chương trình, Văn phòng không mở. Gửi .docx, .pdf, .xlsx hoặc ảnh.")
    file = forms.FileField(label=_("Tệp"), required=False, widget=forms.ClearableFileInput({"class": "in"}))

    def clean_file(self) -> UploadedFile[bytes] | None:
        """Refuses what is too large, and programs."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        limit = settings.UPLOAD_MAX_BYTES
        if file is not None and (file.size or 0) > limit:
            raise forms.ValidationError(
                _("Tệp nặng %(found)s MB, cần không quá %(limit)s MB. Nén ảnh trong tệp rồi gửi lại."),
                params={"found": (file.size or 0) // 2**20 + 1, "limit": limit // 2**20},
            )
        if file is not None and _is_program(file):
            raise forms.ValidationError(self.not_programs, params={"found": file.name})
        return file


class CameFields(forms.Form):
    """By which way something came and on which day, for the office that enters it."""

    channel = forms.ChoiceField(label=_("Đến bằng"), choices=CHANNELS[1:], widget=forms.Select({"class": "in"}))
    received_on = DayField(
        label=_("Ngày nhận"), required=False, help_text=_("Để trống là hôm nay."), widget=forms.TextInput(DAY)
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self._now = now
        self.fields["received_on"].widget.attrs["placeholder"] = plain_day(timezone.localdate(now))

    def clean_received_on(self) -> datetime:
        """The moment: now for today, noon of an earlier day."""
        day, today = self.cleaned_data["received_on"], timezone.localdate(self._now)
        if day is None or day == today:
            return self._now
        if day > today:
            raise forms.ValidationError(_("Ngày nhận ở sau hôm nay. Ghi ngày đã nhận thật."))
        return timezone.make_aware(datetime.combine(day, time(12)))


class HandInForm(FileForm):
    """A note and a file; one of the two is enough."""

    note = forms.CharField(label=_("Ghi chú"), required=False, widget=TEXT)
    field_order: tuple[str, ...] = ("note", "file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(".docx, .pdf, ảnh … Không có tệp thì ghi chú cũng được.")

    def clean(self) -> dict[str, Any]:
        """Asks for a note or a file."""
        values: dict[str, Any] = self.cleaned_data
        if not values.get("note") and not values.get("file") and "file" not in self.errors:
            self.add_error("note", _("Chưa có gì để gửi. Ghi vài chữ ở đây hoặc chọn một tệp."))
        return values


class ReturnForm(forms.Form):
    """What must be mended, and by when."""

    remark = forms.CharField(label=_("Cần sửa gì"), widget=TEXT)
    due_on = ComingDayField(label=_("Nộp bản sửa trước hết ngày"), widget=forms.TextInput(DAY))
