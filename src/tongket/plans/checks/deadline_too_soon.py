"""A deadline must leave units time after the plan can have reached them. Habit; a letter takes two working days."""

from datetime import timedelta

from tongket.core.dates import plain_day
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.facts import Deadline
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:
    """One finding for each deadline that comes before the issue, or with too few working days after it."""
    issued_on = plan.facts.issued_on
    if issued_on is None:
        return ()
    found = []
    for deadline in plan.facts.deadlines:
        if deadline.on is None:
            continue
        left = context.calendar.working_days(issued_on + timedelta(days=1), deadline.on - timedelta(days=1))
        if deadline.on <= issued_on or left - context.mail_days < context.fewest_working_days:
            found.append(_finding(deadline, max(0, left - context.mail_days), is_past=deadline.on <= issued_on))
    return tuple(found)


def _finding(deadline: Deadline, left: int, *, is_past: bool) -> Finding:
    assert deadline.on is not None
    return Finding(
        "deadline-too-soon",
        Level.BLOCKER if is_past else Level.ADVICE,
        found=words("Hạn {what} ngày {day} không sau ngày ban hành.")
        if is_past
        else words("Hạn {what} ngày {day} chỉ để lại {left} ngày làm việc sau khi kế hoạch đến nơi."),
        wanted=words("Hạn phải đến sau khi đơn vị nhận được kế hoạch, đủ ngày để làm."),
        todo=words("Lùi hạn, hoặc gọi báo đơn vị ngay hôm ban hành."),
        clause=deadline.clause,
        quote=deadline.what,
        values={"what": deadline.what, "day": plain_day(deadline.on), "left": left},
    )
