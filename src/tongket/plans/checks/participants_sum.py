"""A total of those who attend is the sum of its groups. Plan, the part on participants: its own figures must agree."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.plan import Plan

TOTAL = re.compile(
    r"tổng (?:số|cộng)[^\d.;]{0,40}(\d{1,4})\s*(?:đại biểu|người|đồng chí)|(\d{1,4}) đại biểu, (?:gồm|trong đó)"
)
EACH = re.compile(r"\b(?:mỗi|các|từng|tổng (?:số|cộng))\b")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where every group has its count and their sum is not the total printed among them."""
    groups = [each for each in plan.facts.participants if not TOTAL.search(each.text.lower())]
    stated = _total(plan)
    if stated is None or not groups or any(each.count is None or EACH.search(each.text.lower()) for each in groups):
        return ()
    clause, quote, total = stated
    counted = sum(each.count or 0 for each in groups)
    if counted == total:
        return ()
    return (
        Finding(
            "participants-sum",
            Level.APPROVAL,
            found=words("Tổng số ghi {total}, cộng các nhóm được {counted}."),
            wanted=words("Tổng số bằng số người của các nhóm."),
            todo=words("Hỏi người soạn, rồi sửa số người ở trang này."),
            clause=clause,
            quote=quote,
            values={"total": total, "counted": counted},
        ),
    )


def _total(plan: Plan) -> tuple[str, str, int] | None:
    """The first total printed in the part on participants: its clause, its words, the number."""
    parts = {(each.clause or "").split("/")[0] for each in plan.facts.participants}
    for clause, text in clauses_with_text(plan):
        found = TOTAL.search(text.lower()) if clause.clause.split("/")[0] in parts else None
        if found:
            return clause.clause, text[found.start() : found.end()], int(found[1] or found[2])
    return None
