"""Running text is justified. Decree 30/2020/NĐ-CP, Annex I, part I, II.6đ."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.prose import prose
from tongket.documents.checks.rule_values import Form
from tongket.documents.render.values import Align
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding that counts the paragraphs set otherwise and quotes the first."""
    wrong = [paragraph for paragraph in prose(sight) if paragraph.align is not Align.JUSTIFY]
    if not wrong:
        return ()
    return (
        form.finding(
            "body-alignment",
            found=words("Có {count} đoạn không căn đều hai bên."),
            wanted=words("Nội dung căn đều cả hai lề."),
            todo=words("Căn đều các đoạn nội dung."),
            quote=" ".join(wrong[0].text.split()),
            count=len(wrong),
        ),
    )
