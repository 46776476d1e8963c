"""Repairs of single characters that every kind of file needs, each with the code under which it is noted."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from tongket.core.text import nfc
from tongket.reading.document import Line, Mending

# Symbol and Wingdings keep their glyphs in the private use area; 2D and 2B are their minus and plus.
_PRIVATE_USE = r"\uE000-\uF8FF"
_BULLET = re.compile(rf"^(\s*)([{_PRIVATE_USE}])[ \t]*")
_PRIVATE = re.compile(f"[{_PRIVATE_USE}]")
_SYMBOLS = {"\uf02d": "-", "\uf02b": "+", "\uf0b0": "°", "\uf0b1": "±", "\uf0b3": "≥", "\uf0a3": "≤", "\uf0e0": "→"}
_BLANKS = r"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"[{_BLANKS}]")
_WIDTHLESS = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
_ZERO_WIDTH = re.compile(f"[{_WIDTHLESS}]")
# Halves of surrogate pairs are no characters, and no file or database takes them.
_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_MARK_RUN = re.compile(r"[^\w\s\x00-\x7f]{5,}")
_HORN = str.maketrans({"ƣ": "ư", "Ƣ": "Ư"})
# A text in NFC without any of these, and without a run of marks, needs no repair, as most do.
_SUSPECT = re.compile(f"[{_CONTROLS}{_WIDTHLESS}{_BLANKS}{_PRIVATE_USE}ƣƢ]")


def _spell_private(text: str) -> str:
    """A private-use character at the start is a list bullet and becomes "- " or "+ "; elsewhere it has no reading."""
    text = _BULLET.sub(lambda mark: f"{mark[1]}{'+' if mark[2] == chr(0xF02B) else '-'} ", text)
    return _PRIVATE.sub(lambda mark: _SYMBOLS.get(mark[0], ""), text)


def _thin_marks(text: str) -> str:
    """At most four combining marks in a run: no letter has more, and composing takes the square of their number."""
    return _MARK_RUN.sub(_four_marks, text)


def _four_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for letter in run[0]:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= 4:
            kept.append(letter)
    return "".join(kept)


_REPAIRS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("control", lambda text: _CONTROL.sub("", text)),
    ("zero-width", lambda text: _ZERO_WIDTH.sub("", text)),
    ("space", lambda text: _SPACES.sub(" ", text)),
    ("bullet", _spell_private),
    ("horn", lambda text: text.translate(_HORN)),
    ("marks", _thin_marks),
    ("nfc", nfc),
)


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with every repair done, and the codes of the repairs that changed it, in their order."""
    if not _SUSPECT.search(text) and not _MARK_RUN.search(text) and unicodedata.is_normalized("NFC", text):
        return text, ()
    codes = []
    for code, repair in _REPAIRS:
        mended = repair(text)
        if mended != text:
            codes.append(code)
        text = mended
    return text, tuple(codes)


class Collector:
    """Gathers the lines of one file and notes what was mended on the way; lines without words are left out."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.mendings: list[Mending] = []

    def note(self, code: str, before: str = "") -> None:
        """Notes a repair that belongs to the line that comes next."""
        self.mendings.append(Mending(code, len(self.lines), before))

    def add(self, line: Line) -> bool:
        """Mends the text of `line` and adds it; False when no words are left of it."""
        text, codes = mend(line.text)
        text = text.strip()
        if not text:
            return False
        for code in codes:
            self.note(code, line.text)
        self.lines.append(line if text == line.text else replace(line, text=text))
        return True
