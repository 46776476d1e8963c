"""What came as JSON, cleaned by the same forms as what people type."""

from typing import Any

from django import forms
from django.http import HttpRequest
from ninja.errors import HttpError

from tongket.conferences.access import Rights
from tongket.documents.access import document_for
from tongket.documents.models import Document


def cleaned(form: forms.Form) -> dict[str, Any]:
    """The form's clean values; HttpError 422 with every fault where there is one."""
    if not form.is_valid():
        faults = [f"{name}: {' '.join(map(str, said))}" for name, said in form.errors.items()]
        raise HttpError(422, " ".join(faults))
    return form.cleaned_data


def seen_document_for(request: HttpRequest, document_id: int, revision: int | None) -> tuple[Document, Rights]:
    """The document at the revision the caller saw, so that whoever comes later than another is told (409)."""
    document, rights = document_for(request, document_id)
    if revision is not None:
        document.revision = revision
    return document, rights
