"""What serves the conference must arrive before it is held. Plan, its own dates must agree."""

import re

from tongket.core.dates import plain_day
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.facts import Deadline
from tongket.plans.plan import Plan

# What is due after a conference by its nature.
AFTERWARDS = re.compile(
    r"kiến nghị|kỷ yếu|quyết toán|thanh toán|biên bản|kết luận|kết quả (?:tổ chức )?hội|rút kinh nghiệm|"
    r"sau (?:khi |ngày )?(?:hội nghị|tọa đàm|toạ đàm|hội thảo|kết thúc|buổi)"
)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each deadline after the last possible day of the conference."""
    latest = plan.facts.time.latest if plan.facts.time else None
    return tuple(
        Finding(
            "deadline-after-conference",
            Level.APPROVAL,
            found=words("Hạn {what} ngày {day} đến sau hội nghị ({latest})."),
            wanted=words("Tài liệu phục vụ hội nghị phải có trước ngày họp."),
            todo=words("Xem lại ngày họp hoặc hạn gửi."),
            clause=deadline.clause,
            quote=deadline.what,
            values={"what": deadline.what, "day": plain_day(deadline.on), "latest": plain_day(latest)},
        )
        for deadline in plan.facts.deadlines
        if latest is not None
        and deadline.on is not None
        and deadline.on > latest
        and not _is_afterwards(plan, deadline)
    )


def _is_afterwards(plan: Plan, deadline: Deadline) -> bool:
    texts = [text for clause, text in clauses_with_text(plan) if deadline.clause and clause.clause == deadline.clause]
    return any(AFTERWARDS.search(text.lower()) for text in (deadline.what, *texts))
