"""A conference on a day off says so, since offices do not work then. Habit; the calendar is the national one."""

import re

from tongket.core.dates import plain_day, weekday
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clause_holding
from tongket.plans.facts import Time
from tongket.plans.plan import Plan

SAYS_SO = re.compile(r"thứ\s*(?:bảy|7)|chủ nhật|ngày nghỉ|nghỉ lễ|cuối tuần|\btết\b", re.IGNORECASE)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:
    """One finding where the one day named is a weekend or a holiday and the plan does not name the weekday."""
    time = plan.facts.time
    if time is None or time.earliest is None or time.earliest != time.latest or SAYS_SO.search(time.text):
        return ()
    return () if context.calendar.is_working_day(time.earliest) else (_finding(plan, context, time),)


def _finding(plan: Plan, context: Context, time: Time) -> Finding:
    assert time.earliest is not None
    why = context.calendar.holiday(time.earliest)
    return Finding(
        "conference-day-off",
        Level.ADVICE,
        found=words("Ngày họp {day} là {weekday}, {why}.") if why else words("Ngày họp {day} là {weekday}."),
        wanted=words("Ngày làm việc, hoặc ghi rõ họp vào ngày nghỉ để đơn vị bố trí người."),
        todo=words("Hỏi lại ngày họp, rồi chốt ở ô “Ngày họp”."),
        clause=clause_holding(plan, time.text),
        quote=time.text,
        values={"day": plain_day(time.earliest), "weekday": weekday(time.earliest), "why": why or ""},
    )
