"""The most that one paper may take: pages and minutes."""

import re
from dataclasses import dataclass

from tongket.plans.facts import PaperLimits
from tongket.plans.lexicon import Subject
from tongket.plans.numbers import FIGURE, number_of
from tongket.plans.outline import Node
from tongket.plans.sheet import Found, Sheet, found, own_words, sentences_at
from tongket.plans.wording import Piece, rule

_MOST = (
    r"(?:(?:không|ko) (?:quá|vượt quá|dài quá)|tối đa(?: là)?|nhiều nhất|dưới|trong (?:vòng|khoảng)?|"
    r"khoảng|dài|từ|thời gian|thời lượng|trình bày|"
    r"phát biểu|\bnói|:|\()"
)
_RANGE = rf"\s*(?:là\s*)?(?:không quá\s*)?(?:{FIGURE}\s*(?:-|đến|tới)\s*)?(?P<most>{FIGURE})\s*(?:\([a-z ]+\)\s*)?"
_PAGES = rule(rf"{_MOST}{_RANGE}trang\b")
_MINUTES = rule(rf"{_MOST}{_RANGE}phút\b")
# "Trình bày" of minutes speaks of the rostrum, of pages it may speak of print.
_SPOKEN = rule(r"tham luận|phát biểu|trình bày|báo cáo điển hình|\bmỗi (?:bài|chuyên đề)\b")
_PAPER = rule(r"tham luận|phát biểu|báo cáo điển hình|\bmỗi (?:bài|chuyên đề)\b")


def read_paper_limits(sheet: Sheet) -> Found[PaperLimits | None]:
    """The first limits that stand beside words on papers, or in the part on papers."""
    pages, minutes = _first(sheet, _PAGES, _PAPER), _first(sheet, _MINUTES, _SPOKEN)
    if pages is None and minutes is None:
        return found(None)
    limits = PaperLimits(pages.most if pages else None, minutes.most if minutes else None)
    return found(limits, pages.words if pages else None, minutes.words if minutes else None)


@dataclass(frozen=True, slots=True)
class _Limit:
    """The most that is allowed, and the words that say so."""

    most: int
    words: Piece


def _first(sheet: Sheet, pattern: re.Pattern[str], about: re.Pattern[str]) -> _Limit | None:
    for _node, sentence in sentences_at(node for node in sheet.outline if _is_on_papers(node, about)):
        match = pattern.search(sentence.flat)
        if match:
            return _Limit(number_of(match["most"]), sentence.cut(match.start(), match.end()))
    return None


def _is_on_papers(node: Node, about: re.Pattern[str]) -> bool:
    words = own_words(node)
    return Subject.PAPERS in node.subjects or (words is not None and bool(about.search(words.flat)))
