"""Bytes of a message into characters: charsets that lie, encoded words cut in two, raw 8-bit headers."""

import base64
import binascii
import codecs
import contextlib
import quopri
import re

from tongket.core.text import clean, nfc
from tongket.reading.decoding import decode
from tongket.reading.refusals import Unreadable

# RFC 2047, 2: `=?charset*language?B or Q?text?=`; spaces within are not allowed but written.
_WORD = re.compile(r"=\?([^?\s=]{1,40})\?([bBqQ])\?([^?]{0,4000})\?=")
# Text that could not be text: controls, marks that turn the direction of writing, letters without width.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
_ASCII_ONLY = frozenset({"", "ascii", "us-ascii", "unknown-8bit", "x-unknown", "default", "binary", "8bit", "7bit"})
# In these a byte of ASCII may mean something else.
_OTHER_ASCII = ("utf-7", "utf-16", "utf-32", "iso-2022", "hz")
# Encodings that Python knows and no message needs: they unpack, or run for long.
_REFUSED = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "undefined"})
# A run of loose tones is composed in the square of its length; no letter has more than a few.
_TONES = re.compile("([\u0300-\u036f]{8})[\u0300-\u036f]+")


def decoded(data: bytes, charset: str = "") -> str:
    """The text of `data`; UTF-8 where it is that, else as `charset` says, else by what it looks like."""
    named = _codec(charset)
    is_odd = charset.lower().startswith(_OTHER_ASCII)
    if data.isascii() and not is_odd:
        return seen(data.decode("ascii"))
    for encoding in filter(None, (named, "utf-8") if is_odd else ("utf-8", named)):
        with contextlib.suppress(ValueError, LookupError):
            return seen(data.decode(encoding))
    return _guessed(data)


def _codec(charset: str) -> str:
    """The name of the codec for a charset as senders write it; empty where there is none to believe."""
    name = charset.strip().strip("\"'").lower().split("*")[0]
    if name in _ASCII_ONLY:
        return ""
    try:
        codec = codecs.lookup(name[:40]).name
    except (LookupError, ValueError):
        return ""
    return "" if codec.replace("-", "_") in _REFUSED else codec


def _guessed(data: bytes) -> str:
    try:
        return seen(decode(data).text)
    except Unreadable:
        return seen(data.decode("utf-8", errors="replace"))


def seen(text: str) -> str:
    """`text` in NFC without what cannot be seen; line ends are kept as one kind."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return nfc(_TONES.sub(r"\1", _UNSEEN.sub("", plain)))


def one_line(text: str) -> str:
    """`text` as one line: nothing that it holds can begin another header or leave its place on a page."""
    return clean(_UNSEEN.sub("", seen(text).replace("\t", " ").replace("\n", " ")))


def header_text(value: str, *, most: int) -> str:
    """A header's value as people read it, in one line; `value` holds 8-bit bytes as surrogates.

    Neighbouring encoded words of one charset are joined before they are decoded: programs cut between the bytes of
    one letter, although RFC 2047 forbids it.
    """
    shown, at = "", 0
    waiting, charset = b"", ""
    for word in _WORD.finditer(value[:most]):
        between = value[at : word.start()]
        if waiting and (between.strip() or word[1].lower() != charset):
            shown, waiting = shown + decoded(waiting, charset), b""
        if between.strip():
            shown += _raw(between)
        waiting, charset, at = waiting + _bytes_of(word[2], word[3]), word[1].lower(), word.end()
    return one_line(shown + (decoded(waiting, charset) if waiting else "") + _raw(value[at:most]))


def _raw(value: str) -> str:
    """The part of a header that is not encoded: ASCII, or bytes of nobody knows which charset."""
    if value.isascii():
        return value
    return decoded(value.encode("utf-8", errors="surrogateescape"))


def _bytes_of(kind: str, text: str) -> bytes:
    plain = text.encode("utf-8", errors="surrogateescape")
    if kind in "qQ":
        return quopri.decodestring(plain, header=True)
    bare = re.sub(rb"[^A-Za-z0-9+/]", b"", plain)
    try:
        return base64.b64decode(bare + b"=" * (-len(bare) % 4))
    except binascii.Error:
        return base64.b64decode(bare[: len(bare) // 4 * 4])
