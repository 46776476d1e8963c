"""The text is 13 or 14 points. Decree 30/2020/NĐ-CP, Annex I, part I, II.6 and V."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.dressing import SIZE_SLACK
from tongket.documents.checks.rule_values import Form, spoken
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding that names every other size of the text outside tables."""
    allowed = form.range("body", "size")
    wrong = [
        (run.size_pt, paragraph)
        for paragraph in sight.body
        for run in paragraph.runs
        if paragraph.cell is None and any(letter.isalnum() for letter in run.text)
        if not allowed.holds(run.size_pt, SIZE_SLACK)
    ]
    if not wrong:
        return ()
    return (
        form.finding(
            "body-size",
            found=words("Nội dung có chữ cỡ {size}."),
            wanted=words("Cỡ chữ {sizes}."),
            todo=words("Sửa cỡ chữ của phần nội dung."),
            quote=" ".join(wrong[0][1].text.split()),
            source=allowed.source,
            size=", ".join(map(spoken, sorted({size for size, _ in wrong}))),
            sizes=str(allowed),
        ),
    )
