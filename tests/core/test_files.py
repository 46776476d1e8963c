"""What people hand over: kept once under the name of its hash, shown only where that is harmless."""

import hashlib
import io

import pytest
from asgiref.sync import async_to_sync
from django.core.files.storage import default_storage
from django.db import transaction

from tests.factories.accounts import NOW
from tongket.core import files
from tongket.core.models import StoredFile

PDF = b"%PDF-1.7 ..."


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PDF, "anh.png", "application/pdf"),
        (b"\x89PNG\r\n", "anh.pdf", "image/png"),
        (b"\xff\xd8\xff\xe0", "anh", "image/jpeg"),
        (b"PK\x03\x04", "A.DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"PK\x03\x04", "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (b"PK\x03\x04", "a.txt", "application/octet-stream"),
        ("kế hoạch".encode(), "a.exe", "text/plain"),
        (b"MZ\0\0", "a.txt", "application/octet-stream"),
        (b"<script>alert(1)</script>", "a.html", "text/plain"),
    ],
)
def test_type_is_told_by_content(data: bytes, name: str, kind: str) -> None:
    assert files.content_type_of(data, name) == kind


@pytest.mark.django_db
def test_equal_bytes_are_written_once_and_kept_under_both_names() -> None:
    data = b"one and the same"

    first = files.store(data=data, name="a.txt", now=NOW)
    second = files.store(data=data, name="b.txt", now=NOW)

    digest = hashlib.sha256(data).hexdigest()
    assert first.place == second.place == f"{digest[:2]}/{digest[2:4]}/{digest}"
    assert default_storage.listdir(f"{digest[:2]}/{digest[2:4]}") == ([], [digest])
    assert (files.read(first), first.bytes_long, StoredFile.objects.count()) == (data, 16, 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", ".._.._etc_passwd"), ("a\\b.txt", "a_b.txt"), ("", "tep"), ("x" * 300, "x" * 255)],
)
def test_name_leads_nowhere(given: str, kept: str) -> None:
    assert files.store(data=b"x", name=given, now=NOW).name == kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "name", "disposition", "kind"),
    [
        (PDF, "kế hoạch.pdf", "inline; filename*=utf-8''k%E1%BA%BF%20ho%E1%BA%A1ch.pdf", "application/pdf"),
        (b"<script>", "a.html", 'inline; filename="a.html"', "text/plain; charset=utf-8"),
        (b"MZ\0", "a.exe", 'attachment; filename="a.exe"', "application/octet-stream"),
    ],
)
def test_answer_is_never_sniffed_or_run(data: bytes, name: str, disposition: str, kind: str) -> None:
    answer = files.answer(files.store(data=data, name=name, now=NOW))

    assert (answer.content, answer["Content-Type"], answer["Content-Disposition"]) == (data, kind, disposition)
    assert (answer["X-Content-Type-Options"], answer["Content-Security-Policy"]) == (
        "nosniff",
        "sandbox; default-src 'none'",
    )


@pytest.mark.django_db
def test_file_that_the_storage_lost_says_so() -> None:
    kept = files.store(data=b"soon gone", name="a", now=NOW)
    default_storage.delete(kept.place)

    with pytest.raises(OSError, match=kept.sha256):
        files.read(kept)


@pytest.mark.django_db
def test_long_file_is_stored_piece_by_piece_and_known_by_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PIECE", 3)

    kept = files.store_long(source=io.BytesIO(b"PK\x03\x04 long"), name="ban/in.zip", now=NOW)
    short = files.store(data=b"PK\x03\x04 long", name="x.zip", now=NOW)

    assert (kept.name, kept.bytes_long, kept.sha256) == ("ban_in.zip", 9, short.sha256)
    assert files.read(kept) == b"PK\x03\x04 long"


@pytest.mark.django_db
def test_long_answer_names_the_file_and_is_downloaded() -> None:
    kept = files.store(data=b"PK\x03\x04 zip", name="giấy mời.zip", now=NOW)

    sent = files.answer_long(kept)

    assert b"".join(sent.streaming_content) == b"PK\x03\x04 zip"  # type: ignore[arg-type]
    assert sent.headers["Content-Type"] == "application/zip"
    assert sent.headers["Content-Length"] == "8"
    assert sent.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''gi")


@pytest.mark.django_db
def test_long_answer_comes_in_pieces_to_an_async_server() -> None:
    kept = files.store(data=b"%PDF" + b"x" * 9000, name="in.pdf", now=NOW)

    async def pieces() -> list[bytes]:
        return [piece async for piece in files.answer_long(kept)]

    found = async_to_sync(pieces)()

    assert (len(found) > 1, b"".join(found)) == (True, b"%PDF" + b"x" * 9000)


@pytest.mark.django_db(transaction=True)
def test_bytes_stay_while_another_row_has_them() -> None:
    first, second = (files.store(data=b"same", name=name, now=NOW) for name in ("a.txt", "b.txt"))

    files.discard(first)
    kept = files.read(second)
    files.discard(second)

    assert kept == b"same"
    with pytest.raises(OSError, match="No such file"):
        files.read(second)


@pytest.mark.django_db(transaction=True)
def test_bytes_stay_where_letting_go_was_taken_back() -> None:
    kept = files.store(data=b"taken back", name="a.txt", now=NOW)

    with transaction.atomic():
        files.discard(kept)
        transaction.set_rollback(True)

    assert files.read(StoredFile.objects.get()) == b"taken back"
