"""All text is black. Decree 30/2020/NĐ-CP, Annex I, part I, I.4."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding that quotes the first coloured text; a link keeps the colour that Word gives it."""
    coloured = [
        (run.text.strip(), run.colour)
        for paragraph in sight.document.paragraphs
        for run in paragraph.runs
        if run.colour and not run.underlined and any(letter.isalnum() for letter in run.text)
    ]
    if not coloured:
        return ()
    return (
        form.finding(
            "text-colour",
            found=words("Có {count} chỗ chữ không phải màu đen."),
            wanted=words("Chữ màu đen."),
            todo=words("Chọn toàn bộ văn bản và đổi màu chữ thành tự động."),
            quote=coloured[0][0],
            count=len(coloured),
        ),
    )
