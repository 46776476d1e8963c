"""The number of years under review agrees with the period beside it. Plan, its title: its figures must agree."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan

COUNT = re.compile(
    r"(?<!kỷ niệm )(?<!\d)(\d{1,2})\s+năm\s+(?:thực hiện|triển khai|xây dựng|thi hành|phát động|tổ chức)"
)
PERIOD = re.compile(r"(?:giai đoạn|\()\s*((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where "05 năm" stands beside a period of neither five nor, both ends counted, five years."""
    title = (plan.facts.title or "").lower()
    count, period = COUNT.search(title), PERIOD.search(title)
    if count is None or period is None:
        return ()
    years = int(period[2]) - int(period[1])
    if int(count[1]) in {years, years + 1}:
        return ()
    return (
        Finding(
            "years-and-period",
            Level.APPROVAL,
            found=words("Trích yếu ghi {count} năm, giai đoạn {first} - {last} là {years} năm."),
            wanted=words("Số năm khớp với giai đoạn tổng kết."),
            todo=words("Hỏi người soạn giai đoạn nào đúng trước khi gửi đề cương báo cáo."),
            quote=plan.facts.title or "",
            values={"count": int(count[1]), "first": period[1], "last": period[2], "years": years},
        ),
    )
