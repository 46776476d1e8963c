"""Grounds are in italics. Decree 30/2020/NĐ-CP, Annex I, part I, II.6 and V."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding where a ground on a line of its own is upright; an opening sentence is of the text."""
    upright = [line for line in sight.bases if not line.is_italic and not line.text.endswith(":")]
    if not upright or not form.layout["body"]["basis"]["italic"]:
        return ()
    return (
        form.finding(
            "bases-italic",
            found=words("Có {count} căn cứ không in nghiêng."),
            wanted=words("Căn cứ in nghiêng."),
            where=words("Căn cứ ban hành."),
            todo=words("In nghiêng các dòng căn cứ."),
            quote=upright[0].text,
            count=len(upright),
        ),
    )
