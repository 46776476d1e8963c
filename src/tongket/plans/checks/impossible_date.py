"""A printed date must exist in the calendar."""

import re
from calendar import monthrange

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.plan import Plan

PRINTED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?![\d/])")
SPELLED = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each date such as 31/9/2024."""
    return tuple(
        Finding(
            "impossible-date",
            Level.BLOCKER,
            found=words("{date} không có trong lịch."),
            wanted=words("Ngày có thật."),
            todo=words("Hỏi người soạn, rồi sửa điều đọc được ở mục này."),
            clause=clause.clause,
            quote=match.group(0),
            values={"date": match.group(0)},
        )
        for clause, text in clauses_with_text(plan)
        for pattern in (PRINTED, SPELLED)
        for match in pattern.finditer(text)
        if not _exists(*map(int, match.group(1, 2, 3)))
    )


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
