"""Figures in running text with what they count; several checks share it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from tongket.core.text import fold_tones
from tongket.papers.checks.sight import Sight, between

_FIGURE = re.compile(r"(?<![\w./,–-])(\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\w/]|[.,]\d|\s*[%/–-]\s*\d)\s+(?=[^\W\d_])")
# A noun phrase ends where the sentence goes on: at signs and at these words.
_STOP = re.compile(
    r"của|và|đã|được|với|có|trong|ở|tại|là|còn|để|cho|từ|đến|do|thì|mà|nên|rồi|bị|bằng|"
    r"về|theo|vào|ra|lên|cùng|tham|sẽ|đang|như|khi|nếu|hoặc|hay|đều|cũng|mới|cần|phải|tự|"
    r"nhận|ký|trên|dưới|sau|trước|ấy|này|đó|kia|nữa|vẫn|không|chưa|thuộc|gồm|phần|đi",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")
_CLAUSE = re.compile(r"[,;:.!?()“”\"](?=\s|$)|\s[–-]\s")
_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure and the words behind it: `phrase` has its tones at the end of words, `written` is as the paper has it.

    `clause` is what stands around these words up to the next sign, in lower case.
    """

    block: int
    value: int
    phrase: str
    written: str
    clause: str


def figures_of(sight: Sight) -> Iterator[Counted]:
    """Whole numbers in paragraphs of the text that have a noun phrase of at least one word behind them."""
    texts = ((place, " ".join(part.text.split())) for place, part in sight.body)
    for place, text in texts:
        found = ((match, _phrase(text[match.end() :])) for match in _FIGURE.finditer(text) if "," not in match[0])
        yield from (_counted(place, text, match, phrase) for match, phrase in found if phrase)


def _counted(block: int, text: str, match: re.Match[str], phrase: str) -> Counted:
    end = match.end() + len(phrase)
    before, after = between(text, match.start(), end, _CLAUSE)
    value = int(match[1].replace(".", ""))
    return Counted(block, value, fold_tones(phrase), text[match.start() : end], f"{before} {after}".lower())


def _phrase(text: str) -> str:
    words = takewhile(lambda word: word.isalpha() and not _STOP.fullmatch(word), _WORD.findall(text[:80]))
    return " ".join(islice(words, _LONGEST_PHRASE))
