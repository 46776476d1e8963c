"""The document that somebody saw."""

from django.http import HttpRequest

from tongket.conferences.access import Rights
from tongket.documents.access import document_for
from tongket.documents.models import Document


def seen_document_for(request: HttpRequest, document_id: int, revision: int | None) -> tuple[Document, Rights]:
    """The document at the revision the caller saw, so that whoever comes later than another is told (409)."""
    document, rights = document_for(request, document_id)
    if revision is not None:
        document.revision = revision
    return document, rights
