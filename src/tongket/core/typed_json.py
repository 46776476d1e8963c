"""What came as JSON, cleaned by the same forms as what people type."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from ninja.errors import HttpError

from tongket.core.dates import plain_day


def cleaned(form: forms.Form) -> dict[str, Any]:
    """The form's clean values; HttpError 422 with every fault where there is one."""
    if not form.is_valid():
        faults = [f"{name}: {' '.join(map(str, said))}" for name, said in form.errors.items()]
        raise HttpError(422, " ".join(faults))
    return form.cleaned_data


def typed_day(day: date | None) -> str:
    """A day as a person would type it."""
    return plain_day(day) if day else ""


def files_of(file: UploadedFile[bytes] | None) -> MultiValueDict[str, UploadedFile[Any]]:
    """An uploaded file as forms take it."""
    return MultiValueDict({"file": [file]} if file is not None else {})
