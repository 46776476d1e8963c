"""Lines stand single to one and a half apart. Decree 30/2020/NĐ-CP, Annex I, part I, II.6đ."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.prose import prose
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

# A fixed height in points is compared with a line of Times, which is not the same to the hundredth everywhere.
_SLACK = 0.03


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding that counts the paragraphs of running text set closer or wider."""
    allowed = form.range("body", "line_spacing")
    wrong = [paragraph for paragraph in prose(sight) if not allowed.holds(paragraph.lines, _SLACK)]
    if not wrong:
        return ()
    return (
        form.finding(
            "line-spacing",
            found=words("Có {count} đoạn giãn dòng {lines}."),
            wanted=words("Giãn dòng {allowed}."),
            todo=words("Đặt giãn dòng trong định dạng đoạn."),
            quote=" ".join(wrong[0].text.split()),
            source=allowed.source,
            count=len(wrong),
            lines=f"{wrong[0].lines:.2f}".replace(".", ","),
            allowed=str(allowed),
        ),
    )
