"""The sheet is A4. Decree 30/2020/NĐ-CP, Annex I, part I, I.1."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

_SLACK_MM = 1.0


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding where the pages of a section have another size; lying ones are A4 turned round."""
    wanted = sorted(form.layout["page"][side] for side in ("width_mm", "height_mm"))
    for section in sight.document.sections:
        size = sorted((section.width_mm, section.height_mm))
        if any(abs(one - other) > _SLACK_MM for one, other in zip(size, wanted, strict=True)):
            return (
                form.finding(
                    "paper-size",
                    found=words("Khổ giấy {width} × {height} mm."),
                    wanted=words("Khổ A4, {short} × {long} mm."),
                    todo=words("Chọn khổ giấy A4 trong phần thiết lập trang."),
                    width=round(section.width_mm),
                    height=round(section.height_mm),
                    short=wanted[0],
                    long=wanted[1],
                ),
            )
    return ()
