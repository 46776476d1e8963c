"""What mails, printers and old systems do to a text without changing a word of it."""

import textwrap
import unicodedata
from collections.abc import Callable

TONES = "\u0300\u0301\u0303\u0309\u0323"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258")
LINE_ENDS = ("\n", "\r\n", "\r")
FORMS = ("NFC", "NFD")


def wrapped(text: str, width: int) -> str:
    """Every long line broken by a printer; tables and lines of two columns stay as they are."""
    return "\n".join(_folded(line, width) for line in text.split("\n"))


def _folded(line: str, width: int) -> str:
    if "|" in line or "   " in line.strip():
        return line
    return "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))


def paged(text: str, every: int, number: str) -> str:
    """A new page after so many lines, with its number at the head; letterhead, tables and ending stay whole."""
    lines, made, page = text.split("\n"), [], 1
    for place, line in enumerate(lines):
        if place >= every * page and "|" not in line and not _is_ending(lines[:place]):
            page += 1
            made.append("\f" + number.format(page))
        made.append(line)
    return "\n".join(made)


def _is_ending(before: list[str]) -> bool:
    return any(line.startswith("Nơi nhận") for line in before)


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of `text`; windows-1258 has its tones behind the vowels."""
    if encoding != "cp1258":
        return text.encode(encoding)
    return "".join(map(_tone_behind, unicodedata.normalize("NFC", text))).encode(encoding)


def _tone_behind(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    tones = "".join(sign for sign in apart if sign in TONES)
    rest = "".join(sign for sign in apart if sign not in TONES)
    return unicodedata.normalize("NFC", rest) + tones


Change = Callable[[str], str]
CHANGES: dict[str, Change] = {
    "as it is": lambda text: text,
    "wrapped at 72": lambda text: wrapped(text, 72),
    "wrapped at 90": lambda text: wrapped(text, 90),
    "in pages": lambda text: paged(text, 40, "{}\n"),
    "wrapped and in pages": lambda text: paged(wrapped(text, 84), 46, "- {} -\n"),
    "with no-break spaces": lambda text: text.replace(" năm ", " năm\u00a0"),
}
