"""What people bring to the tray, made clean."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongket.mailbox.intake.boxes import NoLetters, letters_in


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class LettersField(forms.FileField):
    """One file or several, each a message or an archive of messages; its value is the messages' bytes."""

    def clean(self, data: Any, initial: Any = None) -> Any:  # noqa: ANN401 -- Django's own signature
        given = data if isinstance(data, list | tuple) else [data]
        files: list[UploadedFile[bytes]] = [super(LettersField, self).clean(each, initial) for each in given or [None]]
        return [letter for file in files for letter in self._letters(file)]

    def _letters(self, file: UploadedFile[bytes]) -> tuple[bytes, ...]:
        if (file.size or 0) > settings.UPLOAD_MAX_BYTES:
            most = settings.UPLOAD_MAX_BYTES // 1024 // 1024
            raise forms.ValidationError(_("%(name)s lớn hơn %(most)d MB.") % {"name": file.name, "most": most})
        try:
            return letters_in(file.read())
        except NoLetters as none:
            raise forms.ValidationError(f"{file.name}: {_(str(none))}") from None


class BringForm(forms.Form):
    """Messages as files."""

    letters = LettersField(
        label=gettext_lazy("Tệp thư"),
        help_text=gettext_lazy("Một hay nhiều tệp .eml, hoặc một tệp .zip gồm các tệp .eml."),
        widget=ManyFiles({"class": "in", "accept": ".eml,.zip"}),
    )
