"""What people type on the page of a paper, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.conferences.duty_forms import DAY, TEXT, ComingDayField, EnterForm, HandInForm
from tongket.conferences.rules import Channel

LINE = {"class": "in"}


class CommentForm(forms.Form):
    """A comment, and the words of the paper it is about."""

    text = forms.CharField(label=_("Thêm nhận xét"), widget=forms.Textarea({"class": "in", "rows": 2}))
    quote = forms.CharField(
        label=_("Về chỗ nào trong bài"),
        required=False,
        max_length=500,
        help_text=_("Chép vài chữ của bài vào đây, hoặc bôi đen chữ ở “Đọc chữ”. Để trống là cả bài."),
        widget=forms.TextInput(LINE),
    )


class ReturnForm(forms.Form):
    """What must be mended, beside the comments, and by when."""

    remark = forms.CharField(
        label=_("Cần sửa gì"), required=False, help_text=_("Đã có nhận xét thì ô này để trống được."), widget=TEXT
    )
    due_on = ComingDayField(label=_("Nộp bản sửa trước hết ngày"), widget=forms.TextInput(DAY))


class AcceptForm(forms.Form):
    """Why a paper is taken although something stands against it."""

    because = forms.CharField(label=_("Lý do nhận"), widget=TEXT)


class BylineForm(forms.Form):
    """Who speaks, under which title."""

    title = forms.CharField(label=_("Tên tham luận"), max_length=500, required=False, widget=forms.TextInput(LINE))
    speaker_name = forms.CharField(label=_("Người trình bày"), max_length=120, widget=forms.TextInput(LINE))
    speaker_post = forms.CharField(label=_("Chức vụ"), max_length=200, required=False, widget=forms.TextInput(LINE))
    co_authors = forms.CharField(
        label=_("Người cùng viết"),
        required=False,
        help_text=_("Mỗi người cách nhau dấu phẩy; để trống nếu không có."),
        widget=forms.TextInput(LINE),
    )

    def clean_co_authors(self) -> tuple[str, ...]:
        names = (" ".join(name.split()) for name in self.cleaned_data["co_authors"].split(","))
        return tuple(name for name in names if name)


class SubmitForm(BylineForm, HandInForm):
    """A byline and what is handed in: a file, one that was looked at before and is kept, or the draft of the page."""

    field_order = ("title", "speaker_name", "speaker_post", "co_authors", "file", "note")

    def __init__(self, *args: Any, has_other: bool = False, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self._has_other = has_other
        self.fields["file"].label = _("Tệp tham luận")
        self.fields["file"].help_text = _(".docx tốt nhất; .pdf, .odt, .doc, .rtf cũng được.")
        self.fields["note"].label = _("Nhắn Văn phòng")

    def clean(self) -> dict[str, Any]:
        """A note alone is no paper, unless the office notes one that came on paper."""
        values: dict[str, Any] = self.cleaned_data
        if not self._has_other and not values.get("file") and "file" not in self.errors:
            self.add_error("file", _("Chưa có bài để nộp. Chọn một tệp, hoặc viết bài ở khung dưới."))
        return values


class EnterPaperForm(EnterForm, SubmitForm):
    """As `SubmitForm`, for the office that enters what came another way; of a paper sheet there is no file."""

    field_order = (*SubmitForm.field_order, "channel", "received_on")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = self.cleaned_data
        if self._has_other or values.get("file") or values.get("channel") == Channel.PAPER:
            return values
        return SubmitForm.clean(self)
