"""Paragraphs stand at least 6 points apart. Decree 30/2020/NĐ-CP, Annex I, part I, II.6đ."""

from itertools import pairwise

from tongket.core.findings import Finding, words
from tongket.documents.checks.prose import prose
from tongket.documents.checks.rule_values import Form, spoken
from tongket.documents.seen.components import Sight

_SLACK_PT = 0.1


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding that counts places where two paragraphs of running text follow closer; a blank line is space."""
    allowed = form.range("body", "after_pt")
    running = {id(paragraph) for paragraph in prose(sight)}
    pairs = [(one, other) for one, other in pairwise(sight.body) if id(one) in running and id(other) in running]
    gaps = [(max(one.after_pt, other.before_pt), other) for one, other in pairs]
    wrong = [(gap, other) for gap, other in gaps if not allowed.holds(gap, _SLACK_PT)]
    if not wrong:
        return ()
    gap, first = wrong[0]
    return (
        form.finding(
            "paragraph-spacing",
            found=words("Có {count} chỗ hai đoạn cách nhau {gap} pt."),
            wanted=words("Các đoạn cách nhau ít nhất {least} pt."),
            todo=words("Đặt khoảng cách sau đoạn trong định dạng đoạn."),
            quote=" ".join(first.text.split()),
            source=allowed.source,
            count=len(wrong),
            gap=spoken(gap),
            least=spoken(allowed.low),
        ),
    )
