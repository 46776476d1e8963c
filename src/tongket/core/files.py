"""Keeps what people hand over: bytes under the name of their hash, written once."""

import hashlib
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import BinaryIO

from asgiref.sync import sync_to_async
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from tongket.core.models import StoredFile

# Only these are ever shown in the browser; everything else is downloaded, whatever its name says.
SHOWN = ("application/pdf", "image/png", "image/jpeg", "text/plain")
MAGIC = ((b"%PDF", "application/pdf"), (b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
ZIPPED = "application/vnd.openxmlformats-officedocument."
PIECE = 1024 * 1024
FIRST_BYTES = 4096


def content_type_of(data: bytes, name: str) -> str:
    """The type by content; a name decides only between the kinds of office file that share one container."""
    for magic, kind in MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK") and name.lower().endswith(".docx"):
        return ZIPPED + "wordprocessingml.document"
    if data.startswith(b"PK") and name.lower().endswith(".xlsx"):
        return ZIPPED + "spreadsheetml.sheet"
    if data.startswith(b"PK") and name.lower().endswith(".zip"):
        return "application/zip"
    is_text = b"\0" not in data[:FIRST_BYTES] and not data.startswith(b"PK")
    return "text/plain" if is_text else "application/octet-stream"


def store(*, data: bytes, name: str, now: datetime) -> StoredFile:
    """Keeps `data` and returns its row; equal bytes are written only once."""
    digest = hashlib.sha256(data).hexdigest()
    kept = StoredFile(
        name=_safe(name),
        sha256=digest,
        bytes_long=len(data),
        content_type=content_type_of(data, name),
        stored_at=now,
    )
    if not _is_there(kept.place):
        default_storage.save(kept.place, ContentFile(data))
    kept.save(force_insert=True)
    return kept


def store_long(*, source: BinaryIO, name: str, now: datetime) -> StoredFile:
    """As `store` for what is too long to hold in memory: an open file, read piece by piece from its beginning."""
    source.seek(0)
    digest, length, first = hashlib.sha256(), 0, b""
    while piece := source.read(PIECE):
        digest.update(piece)
        length, first = length + len(piece), first or piece[:FIRST_BYTES]
    kept = StoredFile(
        name=_safe(name),
        sha256=digest.hexdigest(),
        bytes_long=length,
        content_type=content_type_of(first, name),
        stored_at=now,
    )
    if not _is_there(kept.place):
        source.seek(0)
        default_storage.save(kept.place, File(source))
    kept.save(force_insert=True)
    return kept


def _is_there(place: str) -> bool:
    """Whether the storage has these bytes; they count as new from now on, so that nothing tidies them away."""
    if not default_storage.exists(place):
        return False
    # Not every storage has a place on the disk.
    with suppress(NotImplementedError, FileNotFoundError):
        os.utime(default_storage.path(place))
    return True


def discard_unnamed(*, before: datetime) -> None:
    """Deletes the bytes that no row names and nobody handed over since `before`.

    A worker that is killed within a transaction leaves such: its row is gone, its bytes were written.
    """
    for first in _listed("")[0]:
        folders = [f"{first}/{second}" for second in _listed(first)[0]]
        places = {name: f"{folder}/{name}" for folder in folders for name in _listed(folder)[1]}
        found = {name: place for name, place in places.items() if place == StoredFile(sha256=name).place}
        named = StoredFile.objects.filter(sha256__in=found).values_list("sha256", flat=True)
        for name in found.keys() - set(named):
            _delete_old(found[name], before)


def _delete_old(place: str, before: datetime) -> None:
    """Deletes bytes that were written, or handed over again, before that; another may have deleted them."""
    with suppress(FileNotFoundError):
        if default_storage.get_modified_time(place) < before:
            default_storage.delete(place)


def _listed(folder: str) -> tuple[list[str], list[str]]:
    """The folders and the files in a folder of the storage; none where it is not there."""
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []


def discard(file: StoredFile) -> None:
    """Lets go of a file that nothing refers to any more; its bytes stay while another row has the same ones.

    The bytes go when the transaction around is kept, for one that is taken back takes back the row alone.
    """
    file.delete()
    transaction.on_commit(partial(_forget, file))


def _forget(file: StoredFile) -> None:
    if not StoredFile.objects.filter(sha256=file.sha256).exists():
        default_storage.delete(file.place)


def _safe(name: str) -> str:
    return name.replace("/", "_").replace("\\", "_")[-255:] or "tep"


def read(file: StoredFile) -> bytes:
    """The bytes of `file`; an OSError says that the storage lost them."""
    with default_storage.open(file.place) as source:
        return bytes(source.read())


def answer(file: StoredFile) -> HttpResponse:
    """The file as an answer to a browser; never sniffed, never run, shown only where that is harmless."""
    kind, headers = _headers(file)
    return HttpResponse(read(file), content_type=kind, headers=headers)


class _LongAnswer(FileResponse):
    """A file sent piece by piece by either kind of server; Django's own is read whole where the server is async."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = iter(self)
        while piece := await sync_to_async(_next)(pieces):
            yield piece


def _next(pieces: Iterator[bytes]) -> bytes:
    """The next piece, nothing at the end."""
    return next(pieces, b"")


def answer_long(file: StoredFile) -> FileResponse:
    """As `answer`, sent piece by piece: for what is too long to hold in memory."""
    kind, headers = _headers(file)
    sent = _LongAnswer(default_storage.open(file.place), content_type=kind)
    # Django names the file by its place in the storage; ours says what it is.
    for name, value in {**headers, "Content-Length": str(file.bytes_long)}.items():
        sent.headers[name] = value
    return sent


def _headers(file: StoredFile) -> tuple[str, dict[str, str]]:
    """The type to answer with, and the headers that keep a browser from running what is in the file."""
    shown = file.content_type in SHOWN
    kind = file.content_type + ("; charset=utf-8" if file.content_type == "text/plain" else "")
    disposition = content_disposition_header(not shown, file.name)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
    return kind, headers | {"Content-Disposition": disposition or ""}
