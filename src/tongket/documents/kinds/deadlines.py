"""Last days as letters print them: in the plan's own words where the plan set the day. Pure but for rows."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, time

from tongket.conferences.models import Duty
from tongket.conferences.rules import DueSource
from tongket.core.dates import official_day
from tongket.documents.spoken import hour_in_words
from tongket.plans.facts import Deadline, Facts

Due = tuple[date, str]


def due_words(due_on: date, source: str, facts: Facts) -> str:
    """`trước ngày 20 tháng 10 năm 2024` where the plan says so of the day after, else `chậm nhất ngày …`."""
    printed = facts.deadlines if source == DueSource.PLAN else ()
    same = next((deadline for deadline in printed if deadline.on == due_on), None)
    if same is not None:
        return _at(same, due_on)
    if any(deadline.on and (deadline.on - due_on).days == 1 for deadline in printed):
        return f"trước {official_day(date.fromordinal(due_on.toordinal() + 1))}"
    return f"chậm nhất {official_day(due_on)}"


def _at(deadline: Deadline, due_on: date) -> str:
    if deadline.at:
        return f"trước {hour_in_words(time.fromisoformat(deadline.at))} {official_day(due_on)}"
    return f"chậm nhất {official_day(due_on)}"


def due_of(duty: Duty, facts: Facts) -> str:
    """The last day of one duty in words, empty where none is set."""
    return due_words(duty.due_on, duty.due_source, facts) if duty.due_on else ""


def due_of_all(duties: Sequence[Duty], facts: Facts) -> str:
    """The last day that most of these duties have, in words; empty where a duty has none."""
    days: Counter[Due] = Counter((duty.due_on, duty.due_source) for duty in duties if duty.due_on)
    if not days or sum(days.values()) < len(duties):
        return ""
    (due_on, source), _times = days.most_common(1)[0]
    return due_words(due_on, source, facts)


def other_days(duties: Sequence[Duty], facts: Facts) -> list[str]:
    """The units whose last day is another than most have: `Hội Nông dân thành phố: chậm nhất ngày …`."""
    usual = due_of_all(duties, facts)
    told = [(duty.unit_name, due_of(duty, facts)) for duty in duties]
    return [f"{name}: {day}" for name, day in dict(told).items() if usual and day != usual]
