"""A weekday printed beside a date must be that date's own. Plan, its own words must agree."""

import re
from datetime import date

from tongket.core.dates import weekday
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.plan import Plan

NUMBERS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5}
DAY = r"(\d{1,2})\s*(?:/|-|\.|\s+tháng\s+)\s*(\d{1,2})\s*(?:/|-|\.|\s+năm\s+)\s*(\d{4})"
NAME = r"(?:thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ\s+nhật))"
BEFORE = re.compile(rf"{NAME}[,\s(]*(?:ngày\s+)?{DAY}", re.IGNORECASE)
AFTER = re.compile(rf"{DAY}\s*[,(]?\s*(?:tức\s+)?{NAME}", re.IGNORECASE)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each weekday that does not belong to the date beside it."""
    printed = [(clause.clause, *each) for clause, text in clauses_with_text(plan) for each in _printed(text)]
    return tuple(_finding(clause, quote, day) for clause, day, name, quote in printed if day.weekday() != name)


def _printed(text: str) -> list[tuple[date, int, str]]:
    """Each date that stands beside a weekday: the date, the number of the printed weekday, the words."""
    pairs = [(m.group(3, 4, 5), m.group(1), m.group(0)) for m in BEFORE.finditer(text)]
    pairs += [(m.group(1, 2, 3), m.group(4), m.group(0)) for m in AFTER.finditer(text)]
    days = [(_day(*map(int, parts)), NUMBERS[name.lower()] if name else 6, quote) for parts, name, quote in pairs]
    return [(day, name, quote) for day, name, quote in days if day is not None]


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _finding(clause: str, quote: str, day: date) -> Finding:
    return Finding(
        "weekday-mismatch",
        Level.APPROVAL,
        found=words("“{quote}”: ngày ấy là {weekday}."),
        wanted=words("Thứ và ngày phải khớp nhau."),
        todo=words("Hỏi người soạn xem thứ đúng hay ngày đúng."),
        clause=clause,
        quote=quote,
        values={"quote": quote, "weekday": weekday(day)},
    )
