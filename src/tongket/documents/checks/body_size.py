"""The text is 13 or 14 points. Decree 30/2020/NĐ-CP, Annex I, part I, II.6 and V."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.dressing import SIZE_SLACK
from tongket.documents.checks.rule_values import Form, spoken
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding that names every other size of the text outside tables."""
    allowed = form.range("body", "size")
    wrong: dict[float, str] = {}
    for paragraph in sight.body:
        runs = [run for run in paragraph.runs if any(letter.isalnum() for letter in run.text)]
        for run in runs if paragraph.cell is None else ():
            if not allowed.holds(run.size_pt, SIZE_SLACK):
                wrong.setdefault(run.size_pt, " ".join(paragraph.text.split()))
    if not wrong:
        return ()
    return (
        form.finding(
            "body-size",
            found=words("Nội dung có chữ cỡ {size}."),
            wanted=words("Cỡ chữ {sizes}."),
            todo=words("Sửa cỡ chữ của phần nội dung."),
            quote=next(iter(wrong.values())),
            source=allowed.source,
            size=", ".join(map(spoken, sorted(wrong))),
            sizes=str(allowed),
        ),
    )
