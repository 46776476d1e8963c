"""What somebody who owes something types to hand it in; other rooms' pages that take it ask for the same."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

PROGRAMS = (".exe", ".com", ".scr", ".msi", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".hta", ".lnk", ".jar", ".apk")
TEXT = forms.Textarea({"class": "in", "rows": 3})


def _is_program(file: UploadedFile[bytes]) -> bool:
    """Whether a double click on the file would run it."""
    start: bytes = file.read(2)
    file.seek(0)
    return start == b"MZ" or (file.name or "").lower().endswith(PROGRAMS)


class HandInForm(forms.Form):
    """A note and a file; one of the two is enough."""

    note = forms.CharField(label=_("Ghi chú"), required=False, widget=TEXT)
    file = forms.FileField(
        label=_("Tệp"),
        required=False,
        help_text=_(".docx, .pdf, ảnh … Không có tệp thì ghi chú cũng được."),
        widget=forms.ClearableFileInput({"class": "in"}),
    )

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
            raise forms.ValidationError(
                _("“%(found)s” là chương trình, Văn phòng không mở. Gửi .docx, .pdf, .xlsx hoặc ảnh."),
                params={"found": file.name},
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Asks for a note or a file."""
        values: dict[str, Any] = self.cleaned_data
        if not values.get("note") and not values.get("file") and "file" not in self.errors:
            self.add_error("note", _("Chưa có gì để gửi. Ghi vài chữ ở đây hoặc chọn một tệp."))
        return values
