"""Files that are drawn as they are asked for, as answers to a browser."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

PDF = "application/pdf"


def drawn(data: bytes, name: str, kind: str = PDF) -> HttpResponse:
    """The file under the name that it is kept by; a PDF is shown, anything else is downloaded."""
    disposition = content_disposition_header(kind != PDF, name)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Disposition": disposition or ""}
    return HttpResponse(data, content_type=kind, headers=headers)
