"""The first line of a paragraph goes in by 1 or 1.27 cm. Decree 30/2020/NĐ-CP, Annex I, part I, II.6đ."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.prose import is_point, prose
from tongket.documents.checks.rule_values import Form, spoken
from tongket.documents.seen.components import Sight
from tongket.documents.seen.values import SeenParagraph

_SLACK_MM = 0.3


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding that counts paragraphs whose first line goes in by more or less; points of lists have their own."""
    allowed = form.range("body", "first_line_mm")
    asked = [paragraph for paragraph in prose(sight) if not is_point(paragraph) and not _is_set_by_hand(paragraph)]
    wrong = [paragraph for paragraph in asked if not allowed.holds(paragraph.first_line_mm, _SLACK_MM)]
    if not wrong:
        return ()
    return (
        form.finding(
            "first-line",
            found=words("Có {count} đoạn có dòng đầu lùi {size} mm."),
            wanted=words("Dòng đầu lùi {allowed} mm."),
            todo=words("Đặt lùi dòng đầu trong định dạng đoạn."),
            quote=" ".join(wrong[0].text.split()),
            source=allowed.source,
            count=len(wrong),
            size=spoken(wrong[0].first_line_mm),
            allowed=str(allowed),
        ),
    )


def _is_set_by_hand(paragraph: SeenParagraph) -> bool:
    """Whether a tab or blanks put the first line in: it looks right, whatever the file says."""
    return paragraph.text.startswith(("\t", "   "))
