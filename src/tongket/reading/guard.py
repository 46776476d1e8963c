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
    return _examine_text(data, limits)


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
