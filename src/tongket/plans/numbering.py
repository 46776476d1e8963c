"""The numbering grammar: what may stand in front of a line to say where it belongs."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tongket.plans.wording import flat, is_capitals, rule


class Rank(StrEnum):
    """The families of marks; which family holds which is told by their order in the plan, not by this list."""

    PART = "part"
    ARTICLE = "article"
    ROMAN = "roman"
    CAPITAL = "capital"
    ARABIC = "arabic"
    DOTTED = "dotted"
    LETTER = "letter"
    BRACKET = "bracket"
    DASH = "dash"
    PLUS = "plus"
    DOT = "dot"
    STAR = "star"


NUMBERED = frozenset({Rank.PART, Rank.ARTICLE, Rank.ROMAN, Rank.CAPITAL, Rank.ARABIC, Rank.DOTTED})
BULLETS = frozenset({Rank.DASH, Rank.PLUS, Rank.DOT, Rank.STAR})


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its family, its label without signs (`III`, `1.1`, `a`), and where the words after it begin."""

    rank: Rank
    label: str
    start: int


_ORDINALS = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9"}
ORDINAL = {flat(word): number for word, number in _ORDINALS.items()} | {"bay": "7", "muoi": "10"}
_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
# `/KH-UBND` behind a figure: the number of a document, broken off at the end of a line.
DOCUMENT_SYMBOL = r"/[A-ZĐ]{2,}\d{0,2}-[A-ZĐ]"
_CAPITAL_LETTER = r"[A-ZĐÀ-ỸƠƯĂÂÊÔ]"

PATTERNS: dict[str, re.Pattern[str]] = {
    "part": rule(r"(?:phần|chương|mục)\s+(?:thứ\s+)?([a-z]+|\d{1,2})(?![a-z\d])\s*(?P<sign>[.:\-/)]*)\s*"),
    "article": rule(r"điều\s+(\d{1,3})\s*[.:\-/)]+\s*"),
    "roman": re.compile(rf"({_ROMAN})(?:\s*[./,)\-–:]+\s*(?!v\b)|\s+(?={_CAPITAL_LETTER}{{2}}))(?=[“\"(]?\w)"),
    "capital": re.compile(rf"([A-HK-UĐ])\s*(?:[.)/]|\s[-–])+\s*(?={_CAPITAL_LETTER}\w)"),
    "dotted": re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.):/]+\s*|\s+)(?=[“\"(]?[^\W\d])"),
    "arabic": re.compile(
        rf"(\d{{1,2}})(?!{DOCUMENT_SYMBOL})(?:\s*(?:\./|/\.|[.)/:])\s*(?=[“\"(*]?[^\W\d])|[.)]\s+(?=\d)|\s*[-–]\s+(?={_CAPITAL_LETTER}))"
    ),
    "letter": re.compile(r"([a-hi-zđ])(?:\s*[.)/]+\s*|,\s+)(?=[“\"(]?\w\w|[“\"(])"),
    "bracket": re.compile(r"\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*"),
    "dash": re.compile(r"[-–—−]+(?!\d{1,2}\s*-$)\s*(?=[^\s\-–—=])"),
    "plus": re.compile(r"\+\s*(?=\S)"),
    "dot": re.compile(r"[•·●○▪■□◦‣►➢✓✔◆❖⁃]\s*(?=\S)|o\s+(?=[A-ZĐ])"),
    "star": re.compile(r"\*\s+(?=\S)|\*(?=\w[^*]*$)"),
}


def part(text: str) -> Mark | None:
    """`Phần thứ nhất`, `Phần I`, `Chương 2`, `Mục 1.`: the label is the number, ordinals as figures."""
    found = PATTERNS["part"].match(flat(text)) if text[:1] in "PCM" else None
    if found is None:
        return None
    word, rest = found[1], text[found.end() :]
    if rest and not found["sign"] and not is_capitals(rest):
        return None
    if word in ORDINAL:
        return Mark(Rank.PART, ORDINAL[word], found.end())
    label = text[found.start(1) : found.end(1)]
    if label.isdigit() or re.fullmatch(_ROMAN, label):
        return Mark(Rank.PART, label, found.end())
    return None


def article(text: str) -> Mark | None:
    """`Điều 3.`: the label is the figure."""
    found = PATTERNS["article"].match(flat(text)) if text[:1] == "Đ" else None
    return Mark(Rank.ARTICLE, found[1], found.end()) if found else None


def roman(text: str) -> Mark | None:
    """`III.`, `III/`, `III-`, `III)`, or the numeral and a space before capitals; `V/v` is a subject line."""
    found = PATTERNS["roman"].match(text) if text[:1] in "IVX" else None
    return Mark(Rank.ROMAN, found[1], found.end()) if found else None


def capital(text: str) -> Mark | None:
    """`A.`, `B -`, `C)`: one capital that is no numeral I, V, X."""
    found = PATTERNS["capital"].match(text)
    return Mark(Rank.CAPITAL, found[1], found.end()) if found else None


def dotted(text: str) -> Mark | None:
    """`1.1.`, `1.1.1`, `2.3)`: figures joined by full stops, then words."""
    found = PATTERNS["dotted"].match(text)
    return Mark(Rank.DOTTED, found[1], found.end()) if found else None


def arabic(text: str) -> Mark | None:
    """`1.`, `1/`, `1)`, `1 - Thời gian`; a date, a fraction or a plain count is none."""
    found = PATTERNS["arabic"].match(text)
    return Mark(Rank.ARABIC, str(int(found[1])), found.end()) if found else None


def letter(text: str) -> Mark | None:
    """`a)`, `a.`, `đ/`: one small letter."""
    found = PATTERNS["letter"].match(text)
    return Mark(Rank.LETTER, found[1], found.end()) if found else None


def bracket(text: str) -> Mark | None:
    """`(1)`, `(a)`."""
    found = PATTERNS["bracket"].match(text)
    return Mark(Rank.BRACKET, found[1], found.end()) if found else None


def bullet(text: str) -> Mark | None:
    """`-`, `–`, `+`, `•`, `*`: a sign with words after it."""
    for rank in (Rank.DASH, Rank.PLUS, Rank.DOT, Rank.STAR):
        found = PATTERNS[rank.value].match(text)
        if found:
            return Mark(rank, found[0].strip(), found.end())
    return None


RULES: tuple[Callable[[str], Mark | None], ...] = (
    part,
    article,
    roman,
    capital,
    dotted,
    arabic,
    letter,
    bracket,
    bullet,
)


def read_mark(text: str) -> Mark | None:
    """The mark in front of `text`, by the first rule that holds, or None."""
    for grammar_rule in RULES:
        found = grammar_rule(text)
        if found:
            return found
    return None
