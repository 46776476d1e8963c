"""Whoever asks for nominations says by when they are due. Plan, the parts on awards and on who does what; habit."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.checks.sentences import by_when
from tongket.plans.plan import Plan

NOMINATION = re.compile(r"khen|giới thiệu|điển hình|mô hình|gương|thành tích|hồ sơ|đề cử|lựa chọn|danh sách")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where units must nominate and nothing says when."""
    nominators = plan.facts.nominators
    if not plan.is_plan or not nominators or by_when(plan, NOMINATION):
        return ()
    return (
        Finding(
            "nominations-without-deadline",
            Level.APPROVAL,
            found=words("Các đơn vị phải giới thiệu, kế hoạch không nêu hạn gửi hồ sơ giới thiệu."),
            wanted=words("Ngày nhận hồ sơ, đủ sớm để xét chọn trước hội nghị."),
            todo=words("Thêm thời hạn ở trang này, rồi báo đơn vị giới thiệu."),
            clause=nominators[0].clause,
            quote=nominators[0].text,
        ),
    )
