"""Figures in running text with what they count; several checks share it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.core.text import fold_tones
from tongket.papers.checks.sight import Sight

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
    for place, part in sight.body:
        text = " ".join(part.text.split())
        for match in _FIGURE.finditer(text):
            if "," in match[0]:
                continue
            said = _phrase(text[match.end() :])
            if said:
                begin = max((end.end() for end in _CLAUSE.finditer(text, 0, match.start())), default=0)
                after = _CLAUSE.search(text, match.end())
                end = after.start() if after else len(text)
                written = text[match.start() : match.start() + len(match[0]) + len(said)]
                clause = f"{text[begin : match.start()]} {text[match.start() + len(written) : end]}".lower()
                yield Counted(place, int(match[1].replace(".", "")), fold_tones(said), written, clause)


def _phrase(text: str) -> str:
    said: list[str] = []
    for word in _WORD.findall(text[:80]):
        if not word.isalpha() or _STOP.fullmatch(word) or len(said) == _LONGEST_PHRASE:
            break
        said.append(word)
    return " ".join(said)
