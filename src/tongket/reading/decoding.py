"""Bytes of a text file into characters, whatever an office of the last thirty years wrote them with."""

import codecs
import unicodedata
from dataclasses import dataclass

from tongket.core.text import fold, nfc
from tongket.reading.engines import guess_encoding
from tongket.reading.legacy import guess_legacy
from tongket.reading.refusals import refuse

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65536
# Composing a run of loose tones takes the square of its length: sample less where nothing has bounded it yet.
_LETTERS = 4096
_LAYOUT = "\t\n\r\v\f\x85"
_SIGNS = "–—‘’“”„…•·«»°±×÷½¼¾§©®™₫€\u00a0\u00ad"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters and, where it was not plain UTF-8, the codes of what had to be undone."""

    text: str
    codes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of `data`: by its mark, as UTF-8, UTF-16, signs of TCVN3 or VNI, windows-1258, at last by statistics.

    Raises Unreadable ("not-text") where the bytes are no text in any of them.
    """
    for way in (_by_mark, _as_utf8, _as_utf16, _as_legacy, _as_windows1258, _by_statistics):
        decoded = way(data)
        if decoded is not None and _is_text(decoded.text):
            return decoded
    raise refuse("not-text")


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, "bom")
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    """UTF-8, also with a few spoiled bytes: one in two hundred characters at most, else it is something else."""
    decoded = _decoded(data, "utf-8")
    if decoded is not None:
        return decoded
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(data) - len(text)
    return Decoded(text, ("bad-bytes",)) if bad * 200 <= len(text) and bad * 4 < good else None


def _as_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without its mark shows by the high bytes of Latin letters, which are zero."""
    sample = data[: min(len(data), _SAMPLE) & ~1]
    high_first, high_last = sample[::2].count(0), sample[1::2].count(0)
    if max(high_first, high_last) * 10 < len(sample) or min(high_first, high_last) * 50 > len(sample):
        return None
    return _decoded(data, "utf-16-le" if high_last > high_first else "utf-16-be", "encoding")


def _as_legacy(data: bytes) -> Decoded | None:
    """The Latin-1 signs of TCVN3 or VNI as they stand; which letters they show is for `legacy` to say."""
    text = data.decode("latin-1")
    return Decoded(text) if guess_legacy(text) else None


def _as_windows1258(data: bytes) -> Decoded | None:
    """Code page 1258 writes tones behind the vowel; it is right when every tone finds one and all is Vietnamese."""
    decoded = _decoded(data, "cp1258", "encoding")
    if decoded is None:
        return None
    sample = nfc(decoded.text[:_LETTERS])
    foreign = sum(1 for letter in sample if not _is_vietnamese(letter))
    return decoded if foreign * 100 <= len(sample) else None


def _by_statistics(data: bytes) -> Decoded | None:
    encoding = guess_encoding()(data)
    decoded = _decoded(data, encoding, "encoding") if encoding else None
    far = sum(1 for letter in decoded.text[:_SAMPLE] if letter > "\u2fff") if decoded else 0
    return None if far * 20 > min(len(data), _SAMPLE) else decoded


def _decoded(data: bytes, encoding: str, *codes: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), codes)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_vietnamese(letter: str) -> bool:
    """Whether a Vietnamese text may hold `letter`: our letters, any ASCII, and the signs of print."""
    if letter.isascii():
        return True
    return fold(letter).isascii() if letter.isalpha() else letter in _SIGNS


def _is_text(text: str) -> bool:
    """Whether at most one character in a hundred is a control code."""
    sample = text[:_SAMPLE]
    odd = sum(1 for letter in sample if letter not in _LAYOUT and unicodedata.category(letter) == "Cc")
    return odd * 100 <= len(sample) and "\0" not in sample
