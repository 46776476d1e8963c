"""A deadline should fall on a working day. Habit of offices; the calendar is the national one."""

import re
from datetime import date, timedelta

from tongket.core.calendar import observance
from tongket.core.dates import plain_day, short_day, weekday
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.answers import Answer
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.facts import Deadline
from tongket.plans.plan import Plan

BEFORE = re.compile(r"trước(?:\s+ngày)?\s*$")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:
    """One finding for each date printed as a deadline that is no working day."""
    return tuple(
        _finding(plan, context, deadline)
        for deadline in plan.facts.deadlines
        if deadline.on is not None and not context.calendar.is_working_day(deadline.on)
    )


def says_before(plan: Plan, deadline: Deadline) -> bool:
    """Whether the plan says "trước ngày", so that the printed day itself is too late."""
    assert deadline.on is not None
    printed = re.compile(rf"(?<!\d)0?{deadline.on.day}\s*(?:[/.\-]|\s+tháng\s+)\s*0?{deadline.on.month}(?!\d)")
    texts = [
        text.lower() for clause, text in clauses_with_text(plan) if clause.clause.startswith(deadline.clause or "")
    ]
    return any(BEFORE.search(text[: found.start()]) for text in texts for found in printed.finditer(text))


def _finding(plan: Plan, context: Context, deadline: Deadline) -> Finding:
    day = deadline.on
    assert day is not None
    why = context.calendar.holiday(day) or observance(day)
    found = words("Hạn {what} ngày {day} là {weekday}, {why}.") if why else words("Hạn {what} ngày {day} là {weekday}.")
    last = day - timedelta(days=1) if says_before(plan, deadline) and deadline.at is None else day
    return Finding(
        "deadline-day",
        Level.ADVICE,
        found=found,
        wanted=words("Hạn nên rơi vào ngày làm việc."),
        todo=words("Chọn ngày cuối cùng còn nhận, rồi báo đơn vị."),
        clause=deadline.clause,
        quote=deadline.what,
        values={
            "what": deadline.what,
            "day": plain_day(day),
            "weekday": weekday(day),
            "why": why or "",
            "answers": _answers(context, day, last),
        },
    )


def _answers(context: Context, printed: date, last: date) -> tuple[Answer, ...]:
    """Three readings of the day; one whose day another names already is left out."""
    working = context.calendar.last_working_day_until(last)
    rows = (
        ("as-printed", words("Hết {weekday}, {day}: đúng chữ của kế hoạch"), last),
        ("working-day", words("Hết {weekday}, {day}: ngày làm việc cuối cùng"), working),
        ("whole-day", words("Hết {weekday}, {day}: nhận cả ngày ấy"), printed),
    )
    answers: dict[date, Answer] = {}
    for code, label, day in rows:
        answers.setdefault(day, Answer(code, label, {"weekday": weekday(day), "day": short_day(day)}, day))
    return tuple(answers.values())
