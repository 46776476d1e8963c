"""Margins lie within what is allowed, each side by itself. Decree 30/2020/NĐ-CP, Annex I, part I, I.3."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form, spoken
from tongket.documents.seen.components import Sight

# Word keeps margins in twentieths of a point; people type them in centimetres or inches.
_SLACK_MM = 0.25
_SIDES = {
    "top": words("Lề trên."),
    "bottom": words("Lề dưới."),
    "left": words("Lề trái."),
    "right": words("Lề phải."),
}


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for each side of upright pages; which side binds a lying page is left to the office."""
    upright = [section for section in sight.document.sections if not section.is_landscape]
    findings = []
    for side, where in _SIDES.items():
        allowed = form.range("page", f"{side}_mm")
        sizes = [getattr(section, f"{side}_mm") for section in upright]
        wrong = [size for size in sizes if not allowed.holds(size, _SLACK_MM)]
        if wrong:
            findings.append(
                form.finding(
                    f"margin-{side}",
                    found=words("Lề {size} mm."),
                    wanted=words("Lề {allowed} mm."),
                    where=where,
                    todo=words("Sửa lề trong phần thiết lập trang."),
                    source=allowed.source,
                    size=spoken(wrong[0]),
                    allowed=str(allowed),
                )
            )
    return tuple(findings)
