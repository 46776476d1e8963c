"""A conference cannot be held before its plan is issued. Plan, its own dates must agree."""

from tongket.core.dates import plain_day
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clause_holding
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where the last possible day lies before the day of issue."""
    time, issued_on = plan.facts.time, plan.facts.issued_on
    if time is None or time.latest is None or issued_on is None or time.latest >= issued_on:
        return ()
    return (
        Finding(
            "conference-before-issue",
            Level.BLOCKER,
            found=words("Ngày họp {day} đứng trước ngày ban hành kế hoạch {issued}."),
            wanted=words("Ngày họp phải sau ngày ban hành."),
            todo=words("Sửa ngày họp hoặc ngày ban hành cho đúng văn bản."),
            clause=clause_holding(plan, time.text),
            quote=time.text,
            values={"day": plain_day(time.latest), "issued": plain_day(issued_on)},
        ),
    )
