"""The most that one paper may take: pages and minutes."""

import re

from tongket.plans.facts import PaperLimits
from tongket.plans.lexicon import Subject
from tongket.plans.sheet import Found, Sheet, found, own_words
from tongket.plans.wording import Piece, rule

_MOST = (
    r"(?:(?:không|ko) (?:quá|vượt quá|dài quá)|tối đa(?: là)?|nhiều nhất|dưới|trong (?:vòng|khoảng)?|"
    r"khoảng|dài|từ|thời gian|thời lượng|trình bày|"
    r"phát biểu|:|\()"
)
_UNIT = r"\s*(?:là\s*)?(?:không quá\s*)?(?:\d{{1,2}}\s*(?:-|đến|tới)\s*)?(\d{{1,2}})\s*(?:\([a-z ]+\)\s*)?{}\b"
_PAGES = rule(_MOST + _UNIT.format("trang"))
_MINUTES = rule(_MOST + _UNIT.format("phút"))
_PAPER = rule(r"tham luận|phát biểu|trình bày|báo cáo điển hình")


def read_paper_limits(sheet: Sheet) -> Found[PaperLimits | None]:
    """The first limits that stand beside words on papers, or in the part on papers."""
    pages, minutes = _first(sheet, _PAGES), _first(sheet, _MINUTES)
    if pages is None and minutes is None:
        return found(None)
    return found(PaperLimits(_number(pages), _number(minutes)), pages, minutes)


def _first(sheet: Sheet, pattern: re.Pattern[str]) -> Piece | None:
    for node in sheet.outline:
        words = own_words(node)
        if words is None or not (Subject.PAPERS in node.subjects or _PAPER.search(words.flat)):
            continue
        for sentence in words.sentences():
            match = pattern.search(sentence.flat)
            if match:
                return sentence.cut(match.start(), match.end())
    return None


def _number(piece: Piece | None) -> int | None:
    return int(re.findall(r"\d+", piece.text)[-1]) if piece else None
