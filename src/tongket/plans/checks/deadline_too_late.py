"""Papers must arrive early enough to be read and printed. Habit; two working days, which an office may change."""

import re
from datetime import date, timedelta

from tongket.core.dates import plain_day
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.facts import Deadline
from tongket.plans.plan import Plan

TO_PRINT = re.compile(r"tham luận|báo cáo|\bbài\b|tài liệu|chuyên đề|toàn văn|hồ sơ|thành tích")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:
    """One finding for each paper or report that is due with too few working days before the conference."""
    earliest = plan.facts.time.earliest if plan.facts.time and not plan.facts.time.tentative else None
    if earliest is None:
        return ()
    found = []
    for deadline in plan.facts.deadlines:
        if deadline.on is None or deadline.on > earliest or not TO_PRINT.search(deadline.what.lower()):
            continue
        left = context.calendar.working_days(deadline.on + timedelta(days=1), earliest - timedelta(days=1))
        if left < context.printing_days:
            found.append(_finding(deadline, deadline.on, left, context.printing_days))
    return tuple(found)


def _finding(deadline: Deadline, on: date, left: int, printing: int) -> Finding:
    return Finding(
        "deadline-too-late",
        Level.ADVICE,
        found=words("Hạn {what} ngày {day} chỉ còn {left} ngày làm việc trước hội nghị."),
        wanted=words("Ít nhất {printing} ngày làm việc để đọc và in."),
        todo=words("Báo đơn vị gửi sớm, hoặc bố trí người in ngay trong ngày."),
        clause=deadline.clause,
        quote=deadline.what,
        values={"what": deadline.what, "day": plain_day(on), "left": left, "printing": printing},
    )
