"""Looks at a file before any library opens it: its kind, its size, and what it hides."""

from tongket.reading.archive import examine_archive
from tongket.reading.compound import MAGIC, examine_compound
from tongket.reading.kinds import Kind
from tongket.reading.limits import MEGABYTE, Limits
from tongket.reading.refusals import Unreadable, refuse

# The header of a PDF may stand anywhere in its first kilobyte (ISO 32000-1, annex H.3.4.1).
_PDF_HEADER_WITHIN = 1024
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_RTF = b"{\\rtf"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
# What phones and browsers keep pictures in says so from the fifth byte on (ISO 14496-12, 4.3) or from the ninth.
_HEIF = {b"heic": "HEIC", b"heix": "HEIC", b"hevc": "HEIC", b"mif1": "HEIC", b"msf1": "HEIC", b"avif": "AVIF"}
_PACKED = {b"Rar!\x1a\x07": "tệp nén (.rar)", b"7z\xbc\xaf\x27\x1c": "tệp nén (.7z)"}
_MARKUP = (b"<html", b"<!doctype html", b"<?xml", b"mime-version:")
_BLANK = b"\xef\xbb\xbf \t\r\n\f\v"


def examine(data: bytes, limits: Limits) -> Kind:
    """The kind of the file, judged by content; opens nothing but the directory and the parts of an archive.

    Raises Unreadable for what is empty, too large, hostile, locked, or of a kind that has no reader.
    """
    if not data.strip(_BLANK + b"\0"):
        raise refuse("empty")
    if len(data) > limits.file_bytes:
        raise _too_large(data, limits.file_bytes)
    if data.startswith(_ZIP):
        return examine_archive(data, limits)
    if data.startswith(MAGIC):
        return examine_compound(data)
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return Kind.PDF
    _refuse_named(data)
    return _examine_text(data, limits)


def _refuse_named(data: bytes) -> None:
    """Refuses the pictures and archives that have no reader by their own names."""
    picture = _HEIF.get(data[8:12]) if data[4:8] == b"ftyp" else None
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        picture = "WebP"
    if picture:
        raise refuse("other-picture", found=picture)
    packed = _PACKED.get(data[:6])
    if packed:
        raise refuse("other-format", found=packed)


def _examine_text(data: bytes, limits: Limits) -> Kind:
    head = data[:256].lstrip(_BLANK).lower()
    if head.startswith(_RTF):
        return Kind.RTF
    if head.startswith(_MARKUP):
        raise refuse("other-format", found="trang web hoặc XML")
    if data.startswith(_PICTURES):
        return Kind.PICTURE
    if len(data) > limits.text_bytes:
        raise _too_large(data, limits.text_bytes)
    return Kind.TEXT


def _too_large(data: bytes, wanted: int) -> Unreadable:
    return refuse("too-large", found=round(len(data) / MEGABYTE, 1), wanted=wanted // MEGABYTE)
