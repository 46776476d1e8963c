"""Keeps what people hand over: bytes under the name of their hash, written once."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from tongket.core.models import StoredFile

# Only these are ever shown in the browser; everything else is downloaded, whatever its name says.
SHOWN = ("application/pdf", "image/png", "image/jpeg", "text/plain")
MAGIC = ((b"%PDF", "application/pdf"), (b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
ZIPPED = "application/vnd.openxmlformats-officedocument."


def content_type_of(data: bytes, name: str) -> str:
    """The type by content; a name decides only between the kinds of office file that share one container."""
    for magic, kind in MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK") and name.lower().endswith(".docx"):
        return ZIPPED + "wordprocessingml.document"
    if data.startswith(b"PK") and name.lower().endswith(".xlsx"):
        return ZIPPED + "spreadsheetml.sheet"
    return "text/plain" if b"\0" not in data[:4096] and not data.startswith(b"PK") else "application/octet-stream"


def store(*, data: bytes, name: str, now: datetime) -> StoredFile:
    """Keeps `data` and returns its row; equal bytes are written only once."""
    digest = hashlib.sha256(data).hexdigest()
    kept = StoredFile(
        name=name.replace("/", "_").replace("\\", "_")[-255:] or "tep",
        sha256=digest,
        bytes_long=len(data),
        content_type=content_type_of(data, name),
        stored_at=now,
    )
    if not default_storage.exists(kept.place):
        default_storage.save(kept.place, ContentFile(data))
    kept.save(force_insert=True)
    return kept


def read(file: StoredFile) -> bytes:
    """The bytes of `file`; an OSError says that the storage lost them."""
    with default_storage.open(file.place) as source:
        return bytes(source.read())


def answer(file: StoredFile) -> HttpResponse:
    """The file as an answer to a browser; never sniffed, never run, shown only where that is harmless."""
    shown = file.content_type in SHOWN
    kind = file.content_type + ("; charset=utf-8" if file.content_type == "text/plain" else "")
    disposition = content_disposition_header(not shown, file.name)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
    return HttpResponse(read(file), content_type=kind, headers=headers | {"Content-Disposition": disposition or ""})
