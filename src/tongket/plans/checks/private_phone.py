"""A mobile number is a person's own; who prints it asks first. Law 91/2025/QH15, before it Decree 13/2023/NĐ-CP."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.plan import Plan

MOBILE = re.compile(r"(?<![\d.])0[35789]\d(?:[ .\-]?\d){7}(?!\d)")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each mobile number in the plan."""
    printed = {
        number.group(0): clause.clause for clause, text in clauses_with_text(plan) for number in MOBILE.finditer(text)
    }
    return tuple(
        Finding(
            "private-phone",
            Level.ADVICE,
            found=words("Kế hoạch in số di động {number}."),
            wanted=words("Số máy của cơ quan, hoặc người có số ấy đã đồng ý."),
            todo=words("Hỏi người có số trước khi đưa kế hoạch lên trang mạng."),
            clause=clause,
            quote=number,
            values={"number": number},
        )
        for number, clause in printed.items()
    )
