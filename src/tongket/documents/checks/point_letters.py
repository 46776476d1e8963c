"""Points are lettered by the Vietnamese alphabet: a, b, c, d, đ, e, g. Decree 30/2020/NĐ-CP, Annex I, II.6d."""

import re
from itertools import pairwise

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

_POINT = re.compile(r"\s*([a-zđ])[)]\s")
# What an English list would go on with, and what a Vietnamese one does (letters after the key).
_WRONG_PAIRS = {("d", "e"): "đ", ("e", "f"): "g", ("i", "j"): "k"}


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding for the first letter that follows as in English; a list that only skips is no fault of this rule."""
    letters = [(match[1], paragraph) for paragraph in sight.body if (match := _POINT.match(paragraph.text))]
    for (one, _), (other, paragraph) in pairwise(letters):
        right = _WRONG_PAIRS.get((one, other))
        if right:
            return (
                form.finding(
                    "point-letters",
                    found=words("Sau điểm {one}) là điểm {other})."),
                    wanted=words("Theo bảng chữ cái tiếng Việt, sau {one}) là {right})."),
                    todo=words("Đánh lại thứ tự các điểm và sửa chỗ viện dẫn."),
                    quote=" ".join(paragraph.text.split()),
                    one=one,
                    other=other,
                    right=right,
                ),
            )
    return ()
