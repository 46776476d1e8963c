"""A commune or district gives giấy khen, the province bằng khen. Law 06/2022/QH15, Articles 79 and 80."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.answers import Answer
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.dated import rule
from tongket.plans.plan import Plan

GIVER = r"(?:chủ tịch\s+)?(?:ubnd|[uủ][ỷỳyủ]\s?ban nhân dân|ủy ban nhân dân)\s+(?:huyện|quận|thị xã|xã|phường|thị trấn)"
ABOVE = re.compile(rf"bằng khen\s+(?:của\s+)?{GIVER}|{GIVER}[^,.;]{{0,30}}?\s(?:tặng|trao)\s+(?:thưởng\s+)?bằng khen")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each clause in which the chair of a commune or district gives a bằng khen."""
    issued_on = plan.facts.issued_on
    if issued_on is None or not rule("certificate-of-merit-by-province-and-above").holds_on(issued_on):
        return ()
    found = ((clause.clause, ABOVE.search(text.lower()), text) for clause, text in clauses_with_text(plan))
    return tuple(_finding(clause, text[match.start() : match.end()]) for clause, match, text in found if match)


def _finding(clause: str, quote: str) -> Finding:
    return Finding(
        "award-above-level",
        Level.APPROVAL,
        found=words("Kế hoạch ghi “{quote}”."),
        wanted=words("Chủ tịch Ủy ban nhân dân cấp huyện, cấp xã tặng Giấy khen; Bằng khen từ cấp tỉnh trở lên."),
        todo=words("Hỏi người phụ trách thi đua trước khi dự thảo quyết định."),
        clause=clause,
        quote=quote,
        values={
            "quote": quote,
            "answers": (
                Answer("certificate", words("Giấy khen")),
                Answer("propose-above", words("Đề nghị cấp trên tặng Bằng khen")),
            ),
        },
    )
