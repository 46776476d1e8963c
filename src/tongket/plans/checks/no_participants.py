"""A plan says who attends, else nobody can be invited. Decree 30/2020/NĐ-CP, Annex III, form 1.7 (invitation)."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, says
from tongket.plans.plan import Plan

ATTENDING = re.compile(
    r"thành phần|đại biểu (?:tham )?dự|đại biểu (?:gồm|mời)|khách mời|đối tượng tham|mời dự|triệu tập"
)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where nothing is said of who attends."""
    if not plan.is_plan or plan.facts.participants or says(plan, ATTENDING):
        return ()
    return (
        Finding(
            "no-participants",
            Level.APPROVAL,
            found=words("Kế hoạch không nêu thành phần dự họp."),
            wanted=words("Ai dự, bao nhiêu người, để gửi giấy mời và chuẩn bị chỗ."),
            todo=words("Hỏi người soạn, rồi thêm thành phần ở trang này."),
        ),
    )
