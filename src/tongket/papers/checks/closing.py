"""A paper ends as such: with thanks, a wish, or the sign "./." that closes official texts.

Habit; Decree 30, Annex I, II.6.
"""

import re

from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold
from tongket.papers.checks.anatomy import ENDING
from tongket.papers.checks.sight import ON_PAGE, Sight

_CLOSING = re.compile(
    r"cam on|xin chuc|kinh chuc|tran trong|xin het|ket thuc (?:bai|tham luan|phan)|chao (?:doan ket|quyet thang)"
)
_LAST = 6


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding where the text stops without an ending: a page may be missing."""
    said = [(place, text) for place, text in sight.texts[: sight.anatomy.foot] if text]
    if not said or any(ENDING.search(text) or _CLOSING.search(fold(text)) for _, text in said[-_LAST:]):
        return ()
    block, text = said[-1]
    return (
        Finding(
            "closing-missing",
            Level.ADVICE,
            found=words("Bài dừng ở “{last}”, không có lời kết hay dấu ./."),
            wanted=words("Lời cảm ơn, lời chúc hoặc dấu ./. ở cuối."),
            where=ON_PAGE if sight.place(block) else "",
            todo=words("Xem tệp có thiếu trang cuối không, rồi thêm lời kết."),
            quote=" ".join(text.split()[-8:]),
            values={**sight.values(block), "last": " ".join(text.split()[-8:])},
        ),
    )
