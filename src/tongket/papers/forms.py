"""What people type about papers, made clean."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.dates import plain_day
from tongket.core.form_fields import DayField
from tongket.core.number_field import NumberField
from tongket.core.text import clean

CAME_BY = [
    (Channel.PAPER, _("bản giấy")),
    (Channel.ZALO, _("Zalo")),
    (Channel.USB, _("USB")),
    (Channel.EMAIL, _("thư điện tử")),
    (Channel.PHONE, _("điện thoại")),
]
PROGRAMS = (".exe", ".com", ".scr", ".msi", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".hta", ".lnk", ".jar", ".apk")
LINE = {"class": "in"}
DAY = {"class": "in", "placeholder": "25/10/2024", "inputmode": "numeric"}
FILE_HELP = _(".docx, .pdf; .doc, .odt, .rtf cũng được.")
LONGEST_TEXT = 400_000


def lines(rows: int) -> forms.Textarea:
    """A box for several lines."""
    return forms.Textarea({"class": "in", "rows": rows})


def line() -> forms.TextInput:
    """A box for one line."""
    return forms.TextInput(LINE)


class FileForm(forms.Form):
    """A file of a bearable size that is no program."""

    file = forms.FileField(
        label=_("Tệp"), required=False, help_text=FILE_HELP, widget=forms.ClearableFileInput({"class": "in"})
    )

    def clean_file(self) -> UploadedFile[bytes] | None:
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        limit = settings.UPLOAD_MAX_BYTES
        if file is not None and (file.size or 0) > limit:
            raise forms.ValidationError(
                _("Tệp nặng %(found)s MB, cần không quá %(limit)s MB. Nén ảnh trong tệp rồi gửi lại."),
                params={"found": (file.size or 0) // 2**20 + 1, "limit": limit // 2**20},
            )
        if file is not None and _is_program(file):
            raise forms.ValidationError(
                _("“%(found)s” là chương trình, Văn phòng không mở. Gửi .docx hoặc .pdf."), params={"found": file.name}
            )
        return file


def _is_program(file: UploadedFile[bytes]) -> bool:
    """Whether a double click on the file would run it."""
    start: bytes = file.read(2)
    file.seek(0)
    return start == b"MZ" or (file.name or "").lower().endswith(PROGRAMS)


class PaperForm(FileForm):
    """A paper as its unit hands it in: a file or its text, who speaks, what stands over it."""

    text = forms.CharField(
        label=_("Hoặc nội dung bài"), required=False, max_length=LONGEST_TEXT, strip=False, widget=lines(8)
    )
    title = forms.CharField(label=_("Tên tham luận"), required=False, max_length=500, widget=line())
    speaker_name = forms.CharField(label=_("Người trình bày"), required=False, max_length=120, widget=line())
    speaker_post = forms.CharField(label=_("Chức vụ"), required=False, max_length=200, widget=line())
    co_authors = forms.CharField(
        label=_("Cùng viết"), required=False, help_text=_("Mỗi người một dòng."), max_length=2000, widget=lines(2)
    )

    def clean_co_authors(self) -> tuple[str, ...]:
        names = (clean(name) for name in self.cleaned_data["co_authors"].splitlines())
        return tuple(name for name in names if name)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = self.cleaned_data
        if not values.get("file") and not (values.get("text") or "").strip() and "file" not in self.errors:
            self.add_error("file", _("Chưa có gì để nộp. Chọn một tệp, hoặc dán nội dung bài vào ô."))
        return values


class SubmitForm(PaperForm):
    """A paper as its page hands it in: a new file, one that was looked at before and is kept, or the text beside it."""

    note = forms.CharField(label=_("Nhắn Văn phòng"), required=False, max_length=2000, widget=lines(2))

    def __init__(self, *args: Any, has_kept: bool = False, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self._has_kept = has_kept

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = self.cleaned_data
        return values if self._has_kept else super().clean()


class CameFields(forms.Form):
    """By which way something came and on which day, for the office that enters it."""

    channel = forms.ChoiceField(label=_("Đến bằng"), choices=CAME_BY, widget=forms.Select(LINE))
    received_on = DayField(
        label=_("Ngày nhận"), required=False, help_text=_("Để trống là hôm nay."), widget=forms.TextInput(DAY)
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self._now = now
        self.fields["received_on"].widget.attrs["placeholder"] = plain_day(timezone.localdate(now))

    def clean_received_on(self) -> datetime:
        day, today = self.cleaned_data["received_on"], timezone.localdate(self._now)
        if day is None or day == today:
            return self._now
        if day > today:
            raise forms.ValidationError(_("Ngày nhận ở sau hôm nay. Ghi ngày đã nhận thật."))
        return timezone.make_aware(datetime.combine(day, time(12)))


class EnterForm(CameFields, PaperForm):
    """A paper that the office enters for a unit; where only paper came, a note of it is enough."""

    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=2000, widget=lines(2))
    field_order = ("channel", "received_on", "file", "text", "title", "speaker_name", "speaker_post", "co_authors")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = self.cleaned_data
        if not (values.get("note") or "").strip():
            return super().clean()
        return values


class ReturnForm(forms.Form):
    """What must be mended beside the comments, and by when."""

    remark = forms.CharField(label=_("Cần sửa gì"), required=False, max_length=4000, widget=lines(3))
    due_on = DayField(label=_("Nộp bản sửa trước hết ngày"), widget=forms.TextInput(DAY))

    def clean_due_on(self) -> Any:  # noqa: ANN401 -- a day
        day = self.cleaned_data["due_on"]
        if day is not None and day < clock.today():
            raise forms.ValidationError(
                _("%(found)s đã qua. Ghi hôm nay hoặc một ngày sau đó."), params={"found": plain_day(day)}
            )
        return day


class BecauseForm(forms.Form):
    """Why a paper is taken although something stands against it."""

    because = forms.CharField(label=_("Lý do nhận"), required=False, max_length=2000, widget=lines(2))


class CommentForm(forms.Form):
    """A comment, with the words of the paper it concerns."""

    text = forms.CharField(label=_("Thêm nhận xét"), max_length=4000, widget=lines(2))
    quote = forms.CharField(
        label=_("Về chỗ nào trong bài"),
        required=False,
        max_length=500,
        help_text=_("Chép vài chữ của bài vào đây, hoặc bôi đen chữ ở “Đọc chữ”. Để trống là cả bài."),
        widget=line(),
    )


class TopicForm(forms.Form):
    """Another topic that a unit proposes."""

    topic = forms.CharField(label=_("Chủ đề xin đổi"), max_length=1000, widget=lines(2))
    reason = forms.CharField(label=_("Vì sao"), required=False, max_length=2000, widget=lines(2))


class AnswerForm(forms.Form):
    """The office's word on a wish."""

    answer = forms.CharField(label=_("Trả lời"), required=False, max_length=2000, widget=lines(2))


class LimitsForm(forms.Form):
    """What holds for one paper alone; empty for what holds for all."""

    pages = NumberField(label=_("Không quá (trang)"), least=0.5, most=100)
    minutes = NumberField(label=_("Không quá (phút)"), least=1, most=120)
    rate = NumberField(label=_("Tốc độ đọc (chữ mỗi phút)"), least=100, most=400, whole=True)


class PlaceForm(forms.Form):
    """A turn among the speakers."""

    place = forms.IntegerField(min_value=1, max_value=1000)


class RemarkForm(FileForm):
    """What a unit will say without a paper."""

    speaker_name = forms.CharField(label=_("Người phát biểu"), max_length=120, widget=line())
    speaker_post = forms.CharField(label=_("Chức vụ"), required=False, max_length=200, widget=line())
    subject = forms.CharField(label=_("Nội dung phát biểu"), max_length=500, widget=lines(2))
    minutes = NumberField(label=_("Cần mấy phút"), least=1, most=60)
    text = forms.CharField(label=_("Lời phát biểu, nếu có"), required=False, max_length=LONGEST_TEXT, widget=lines(6))
    revision = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    field_order: tuple[str, ...] = ("speaker_name", "speaker_post", "subject", "minutes", "text", "file", "revision")


class EnterRemarkForm(CameFields, RemarkForm):
    """As `RemarkForm`, for the office that enters it for a unit."""

    field_order = ("channel", "received_on", *RemarkForm.field_order)
