"""What people type about papers, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.conferences.handing_in import DAY, CameFields, ComingDayField, FileForm
from tongket.core.number_field import NumberField
from tongket.core.text import clean

LINE = {"class": "in"}
FILE_HELP = _(".docx, .pdf; .doc, .odt, .rtf cũng được.")
LONGEST_TEXT = 400_000


def lines(rows: int) -> forms.Textarea:
    """A box for several lines."""
    return forms.Textarea({"class": "in", "rows": rows})


def line() -> forms.TextInput:
    """A box for one line."""
    return forms.TextInput(LINE)


class PaperFileForm(FileForm):
    """A file that can be read as a paper."""

    not_programs = _("“%(found)s” là chương trình, Văn phòng không mở. Gửi .docx hoặc .pdf.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = FILE_HELP


class PaperForm(PaperFileForm):
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
    due_on = ComingDayField(label=_("Nộp bản sửa trước hết ngày"), widget=forms.TextInput(DAY))


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


class EditCommentForm(forms.Form):
    """A comment said otherwise; `seen` are its words as the page showed them."""

    text = forms.CharField(label=_("Nhận xét"), max_length=4000, widget=lines(3))
    seen = forms.CharField(required=False, strip=False, max_length=8000, widget=forms.HiddenInput)


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


class RemarkForm(PaperFileForm):
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
