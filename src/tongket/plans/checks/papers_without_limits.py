"""Whoever assigns papers says how long they may be, else no programme can be made. Plan, the part on papers; habit."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, says
from tongket.plans.plan import Plan

LIMIT = re.compile(r"(?:không quá|tối đa|trong vòng|trong)\s+(?:\w+\s+)?\d+\s*phút")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where papers are assigned and no minutes are set for each."""
    papers, limits = plan.facts.papers, plan.facts.paper_limits
    if not plan.is_plan or not papers or (limits and limits.minutes) or says(plan, LIMIT):
        return ()
    return (
        Finding(
            "papers-without-limits",
            Level.ADVICE,
            found=words("Giao {papers} tham luận, không nêu số phút cho mỗi bài."),
            wanted=words("Số trang và số phút tối đa của một bài."),
            todo=words("Ghi giới hạn ở trang này để nhắc tác giả và xếp chương trình."),
            clause=papers[0].clause,
            values={"papers": len(papers)},
        ),
    )
