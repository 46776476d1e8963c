"""A conference or a deadline more than a year after the issue is likely a wrong year. Habit: a slip every January."""

from datetime import date, timedelta

from tongket.core.dates import plain_day
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clause_holding
from tongket.plans.plan import Plan

YEAR = timedelta(days=366)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each such day; the words of the plan keep their value."""
    issued_on, time = plan.facts.issued_on, plan.facts.time
    days = [(each.on, each.clause, each.what) for each in plan.facts.deadlines]
    if time is not None:
        days.append((time.earliest, clause_holding(plan, time.text), time.text))
    return tuple(
        _finding(day, issued_on, clause, quote)
        for day, clause, quote in days
        if issued_on is not None and day is not None and day - issued_on > YEAR
    )


def _finding(day: date, issued_on: date, clause: str | None, quote: str) -> Finding:
    return Finding(
        "far-date",
        Level.APPROVAL,
        found=words("Ngày {day} cách ngày ban hành {issued} hơn một năm."),
        wanted=words("Ngày trong vòng một năm sau khi ban hành."),
        todo=words("Hỏi người soạn xem có nhầm năm không, rồi sửa điều đọc được ở mục này."),
        clause=clause,
        quote=quote,
        values={"day": plain_day(day), "issued": plain_day(issued_on)},
    )
