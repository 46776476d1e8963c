"""Words with their place: every rule of the readers looks at a piece of a line and can say where it stood."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tongket.core.text import DSTROKE
from tongket.plans.plan import Span

_ODD = {"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "’": "'", "‘": "'", "\u00a0": " ", "\t": " "}


def _table(*, lower: bool) -> dict[int, str]:
    """One letter for one letter, so that a place in the flat text is the same place in the printed one."""
    table: dict[int, str] = {}
    for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        bare = unicodedata.normalize("NFD", chr(point))[0].translate(DSTROKE)
        table[point] = bare.lower() if lower and len(bare.lower()) == 1 else bare
    if lower:
        table.update({point: chr(point).lower() for point in range(ord("A"), ord("Z") + 1)})
        table.update({ord(odd): plain for odd, plain in _ODD.items()})
    return table


_FLAT = _table(lower=True)
_BARE = _table(lower=False)


@lru_cache(maxsize=512)
def flat(text: str) -> str:
    """`text` in small letters without accents, as long as `text` itself: Uỷ and Ủy, hoà and hòa become one."""
    return text.translate(_FLAT)


def rule(pattern: str) -> re.Pattern[str]:
    """A compiled pattern over flat text; it is written with accents, in small letters, to be read by people."""
    return re.compile(pattern.translate(_BARE))


# Uỷ and Ủy, hoà and hòa: one sound, two customs; "quý" and "hoàn" have one form only.
_OLD_TONE = re.compile(r"(?<!q)u[ỳýỷỹỵ](?!\w)|o[àáảãạèéẻẽẹ](?!\w)")
_NEW_TONE = {
    f"{first}{old}": f"{new}{second}"
    for first, second, olds, news in (
        ("u", "y", "ỳýỷỹỵ", "ùúủũụ"),
        ("o", "a", "àáảãạ", "òóỏõọ"),
        ("o", "e", "èéẻẽẹ", "òóỏõọ"),
    )
    for old, new in zip(olds, news, strict=True)
}


@lru_cache(maxsize=512)
def spoken(text: str) -> str:
    """`text` in small letters with its accents, as long as `text` itself: "cử" is not "cư" here, Uỷ and Ủy are one."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return _OLD_TONE.sub(lambda old: _NEW_TONE[old[0]], small)


def said(pattern: str) -> re.Pattern[str]:
    """A compiled pattern over spoken text, for words that another word would be without its accents."""
    return re.compile(_OLD_TONE.sub(lambda old: _NEW_TONE[old[0]], pattern))


_EDGE = re.compile(r"[\s*_]*")
# One sign at the end: a pattern for all of them would walk along a line of commas from each of its commas.
_FINAL = re.compile(r"(?:\s*(?:\./\.?|;|,|:|(?<!\.)\.(?!\.)|(?<=\.\.\.)\.)|\s+)$")
_NEAR_END = 40
_SENTENCE = re.compile(r"(?:[.!?…]|\.\.\.)[”\"’)]*\s+(?=[(“\"]?[A-ZĐÀ-ỸƠƯ])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|tp|TX|Tx|TM|KT|TL|TUQ|P|Q|H|X|T|ThS|TS|PGS|GS|đ/c|đ\.c|v\.v|STT|No|TT)\.\s+$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line of the plan; `start` counts from the beginning of that line."""

    text: str
    line: int
    start: int = 0

    @property
    def flat(self) -> str:
        """The words as `flat` gives them."""
        return flat(self.text)

    @property
    def spoken(self) -> str:
        """The words as `spoken` gives them."""
        return spoken(self.text)

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.line, self.start, self.start + len(self.text))

    def cut(self, start: int, end: int | None = None) -> "Piece":
        """The part from `start` to `end`, without the white space and emphasis marks around it."""
        part = self.text[start:end]
        left = _EDGE.match(part).end()  # type: ignore[union-attr]
        return Piece(part[left:].rstrip(" \t*_"), self.line, self.start + start + left)

    def trimmed(self) -> "Piece":
        """Without the `;`, `.`, `,` or `:` that ends an item; three dots stay."""
        bare = self.cut(0)
        end = len(bare.text)
        while found := _FINAL.search(bare.text, max(0, end - _NEAR_END), end):
            end = found.start()
        return bare.cut(0, end)

    def sentences(self) -> Iterator["Piece"]:
        """The sentences; a full stop after an abbreviation ends none."""
        start = 0
        for end in _SENTENCE.finditer(self.text):
            if _ABBREVIATED.search(self.text[start : end.end()]):
                continue
            yield self.cut(start, end.end())
            start = end.end()
        if self.text[start:].strip():
            yield self.cut(start)

    def split(self, pattern: re.Pattern[str]) -> Iterator["Piece"]:
        """The parts between the matches of `pattern` over the flat text, empty ones left out."""
        start = 0
        for between in pattern.finditer(self.flat):
            if self.text[start : between.start()].strip():
                yield self.cut(start, between.start())
            start = between.end()
        if self.text[start:].strip():
            yield self.cut(start)


def spans(*pieces: Piece | None) -> tuple[Span, ...]:
    """The places of the pieces that are there."""
    return tuple(piece.span for piece in pieces if piece is not None and piece.text)


_SIGNS = re.compile(r"\*{1,3}|(?<![\w@.])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\w@.])")
_BLANKS = re.compile(r"\s+")


def unmarked(text: str) -> str:
    """`text` without the emphasis marks of Markdown, white space made one space; a rule of stars is kept."""
    if not text.strip(" *_-—–="):
        return text.strip()
    if "*" in text or "_" in text:
        bullet = text.lstrip()[:2] == "* "
        body = text.lstrip()[2:] if bullet else text
        text = ("* " if bullet else "") + _SIGNS.sub("", body)
    return _BLANKS.sub(" ", text).strip()


def is_capitals(text: str) -> bool:
    """Whether nearly all letters are capitals: headings and letterheads, also with one small word left in."""
    letters = sum(map(str.isalpha, text))
    return letters >= 2 and sum(map(str.isupper, text)) >= 0.85 * letters


def opens_small(text: str) -> bool:
    """Whether the first letter is a small one, so that a sentence runs on here."""
    return text.lstrip("(“\"'")[:1].islower()
