"""A plan says who pays. Circular 40/2017/TT-BTC (amended by 12/2025/TT-BTC) on the cost of conferences."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, says
from tongket.plans.plan import Plan

MONEY = re.compile(r"kinh phí|ngân sách|tài chính|xã hội hóa|\bquỹ\b|\bđồng\b(?! chí)|dự toán")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where nothing at all is said of money."""
    if not plan.is_plan or plan.facts.budget or says(plan, MONEY):
        return ()
    return (
        Finding(
            "no-budget",
            Level.ADVICE,
            found=words("Kế hoạch không nêu kinh phí."),
            wanted=words("Nguồn kinh phí, để lập dự toán và quyết toán."),
            todo=words("Hỏi kế toán nguồn chi, rồi thêm kinh phí ở trang này."),
        ),
    )
