"""Looks into a zip file without trusting it: its directory first, then each XML part, never a library."""

import io
import struct
import zipfile
import zlib

from tongket.reading.kinds import Kind
from tongket.reading.limits import MEGABYTE, Limits
from tongket.reading.refusals import refuse

# The end of central directory record: 22 bytes, the directory's size from the 12th on (APPNOTE 4.3.16).
_END = b"PK\x05\x06"
_END_SIZE = 22
_COMMENT_MOST = 65535
_TYPES = "[Content_Types].xml"
_MAIN_TYPE = b"wordprocessingml.document.main+xml"
_OFFICE_KINDS = (
    (b"spreadsheetml", "bảng tính Excel (.xlsx)"),
    (b"presentationml", "trình chiếu (.pptx)"),
    (b"wordprocessingml.template", "mẫu Word (.dotx)"),
)
_OPEN = b"application/vnd.oasis.opendocument."
_MANIFEST = "META-INF/manifest.xml"
_OPEN_KINDS = (
    (b"spreadsheet", "bảng tính (.ods)"),
    (b"presentation", "trình chiếu (.odp)"),
)
# What reading a spoiled archive may raise; zipfile documents only the first two.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    struct.error,
)


def examine_archive(data: bytes, limits: Limits) -> Kind:
    """Kind.DOCX or Kind.ODT for a document that is safe to open; raises Unreadable for every other archive."""
    _examine_end(data, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _examine_directory(archive, len(data), limits)
            return _examine_parts(archive, limits)
    except BROKEN:
        raise refuse("broken") from None


def examine_workbook(data: bytes, limits: Limits) -> None:
    """Passes an Excel workbook (.xlsx) that is safe to open; raises Unreadable for every other archive."""
    _examine_end(data, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _examine_directory(archive, len(data), limits)
            _examine_sheets(archive, limits)
    except BROKEN:
        raise refuse("broken") from None


def examine_parts_of(data: bytes, limits: Limits) -> None:
    """Passes any archive whose parts are safe to unpack one by one with `read_part`; raises Unreadable for others."""
    _examine_end(data, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _examine_directory(archive, len(data), limits)
    except BROKEN:
        raise refuse("broken") from None


def examine_open_sheet(data: bytes, limits: Limits) -> None:
    """Passes an OpenDocument spreadsheet (.ods) that is safe to open; raises Unreadable for every other archive."""
    _examine_end(data, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _examine_directory(archive, len(data), limits)
            _examine_open(archive, archive.namelist(), limits, b"spreadsheet")
    except BROKEN:
        raise refuse("broken") from None


def _examine_sheets(archive: zipfile.ZipFile, limits: Limits) -> None:
    names = archive.namelist()
    types = read_part(archive, _TYPES, limits)
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refuse("macro")
    _refuse_entities(archive, names, limits)


def read_part(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """The bytes of the part `name`; raises KeyError where there is none, Unreadable where it is too large."""
    with archive.open(name) as part:
        data = part.read(limits.part_bytes + 1)
    if len(data) > limits.part_bytes:
        raise refuse("archive-bomb", found=_megabytes(len(data)), wanted=_megabytes(limits.part_bytes))
    return data


def _examine_end(data: bytes, limits: Limits) -> None:
    """The directory must be small before anything walks through it: a file can hold half a million empty entries."""
    end = data.rfind(_END, max(0, len(data) - _END_SIZE - _COMMENT_MOST))
    if end < 0 or len(data) - end < _END_SIZE:
        raise refuse("broken")
    size = struct.unpack_from("<I", data, end + 12)[0]
    if size > limits.directory_bytes:
        raise refuse("archive-bomb", found=f"mục lục {_megabytes(size)}", wanted=_megabytes(limits.directory_bytes))


def _examine_directory(archive: zipfile.ZipFile, packed: int, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise refuse("archive-bomb", found=f"{len(entries)} tệp con", wanted=f"{limits.entries} tệp con")
    total = sum(entry.file_size for entry in entries)
    ratio = total // max(packed, 1)
    if total > limits.unpacked_bytes or (total > limits.ratio_from and ratio > limits.ratio):
        raise refuse(
            "archive-bomb", found=f"{_megabytes(total)}, gấp {ratio} lần", wanted=_megabytes(limits.unpacked_bytes)
        )
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise refuse("encrypted")
        if _is_unsafe(entry.filename):
            raise refuse("unsafe-name", found=entry.filename[:80])
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise refuse("unsafe-name", found="hai tệp con cùng tên")


def _is_unsafe(name: str) -> bool:
    """Whether a name leads out of the archive, or hides something behind a control character."""
    path = name.replace("\\", "/")
    return path.startswith("/") or ":" in path or ".." in path.split("/") or not name.isprintable()


def _examine_parts(archive: zipfile.ZipFile, limits: Limits) -> Kind:
    names = archive.namelist()
    if _TYPES not in names:
        return _open_document(archive, names, limits)
    types = read_part(archive, _TYPES, limits)
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refuse("macro")
    if _MAIN_TYPE not in types:
        kind = next((kind for mark, kind in _OFFICE_KINDS if mark in types), "tệp nén (.zip)")
        raise refuse("other-format", found=kind)
    _refuse_entities(archive, names, limits)
    return Kind.DOCX


def _declares_entities(part: bytes) -> bool:
    """Whether an XML part declares a document type; zeros are taken out so that UTF-16 hides nothing."""
    bare = part.replace(b"\0", b"").upper()
    return b"<!DOCTYPE" in bare or b"<!ENTITY" in bare


def _open_document(archive: zipfile.ZipFile, names: list[str], limits: Limits) -> Kind:
    """Kind.ODT for an OpenDocument text that is safe to open; an archive without content types may be one."""
    _examine_open(archive, names, limits, b"text")
    return Kind.ODT


def _examine_open(archive: zipfile.ZipFile, names: list[str], limits: Limits, wanted: bytes) -> None:
    """Passes an OpenDocument of the wanted sort without macros, entities and lock."""
    mime = read_part(archive, "mimetype", limits) if "mimetype" in names else b""
    if not mime.startswith(_OPEN + wanted):
        kind = next((kind for mark, kind in _OPEN_KINDS if mime.startswith(_OPEN + mark)), "tệp nén (.zip)")
        raise refuse("other-format", found=kind)
    if any(name.startswith("Basic/") for name in names):
        raise refuse("macro")
    _refuse_entities(archive, names, limits)
    if _MANIFEST in names and b"encryption-data" in read_part(archive, _MANIFEST, limits):
        raise refuse("encrypted")


def _refuse_entities(archive: zipfile.ZipFile, names: list[str], limits: Limits) -> None:
    for name in names:
        if name.lower().endswith((".xml", ".rels")) and _declares_entities(read_part(archive, name, limits)):
            raise refuse("entity")


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.0f} MB"
