"""The last recipient line reads "Lưu: VT, …" with its colon. Decree 30/2020/NĐ-CP, Annex I, II.9 (nơi nhận)."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, is_party_form
from tongket.plans.plan import Plan

KEPT = re.compile(r"^\s*lưu\b\s*(?!:)", re.IGNORECASE)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where "Lưu" stands without its colon; in the Party's form it has none."""
    recipients = () if is_party_form(plan) else plan.facts.recipients
    return tuple(
        Finding(
            "keep-without-colon",
            Level.ADVICE,
            found=words("Nơi nhận ghi “{line}”, thiếu dấu hai chấm."),
            wanted=words("“Lưu: VT, …”, theo Nghị định 30/2020/NĐ-CP, Phụ lục I."),
            todo=words("Sửa trong văn bản trước khi ký; phần mềm ghi đúng khi in."),
            quote=line,
            values={"line": line},
        )
        for line in recipients
        if KEPT.match(line) and ":" not in line
    )
