"""What a careful chief clerk knows beside the plan: working days, today, and how long parts of a meeting take."""

import re
from dataclasses import dataclass, field
from datetime import date

from tongket.core.calendar import WorkCalendar
from tongket.plans.facts import Facts
from tongket.plans.plan import Clause, Plan

PARTY_NUMBER = re.compile(r"\d+[a-z]?\s*[-–]\s*[A-ZĐ]")


@dataclass(frozen=True, slots=True)
class HalfDay:
    """Minutes of a half-day conference, by part; an office may set its own."""

    whole: int = 210
    opening: int = 15
    report: int = 20
    discussion: int = 25
    awards: int = 10
    closing: int = 20

    def for_papers(self) -> int:
        """What is left for papers."""
        return self.whole - self.opening - self.report - self.discussion - self.awards - self.closing


@dataclass(frozen=True, slots=True)
class Context:
    """What the checks may ask beside the plan itself; `mail_days` are working days a letter takes to arrive.

    `printing_days` are the working days that printing and reading need between the last paper and the conference.
    """

    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    half_day: HalfDay = field(default_factory=HalfDay)
    mail_days: int = 2
    fewest_working_days: int = 5
    printing_days: int = 2
    today: date | None = None


def is_party_form(plan: Plan) -> bool:
    """Whether the plan is numbered as Party bodies and the youth union do ("45-KH/TĐTN"), to whom other rules apply."""
    return bool(PARTY_NUMBER.match(plan.facts.number or ""))


def says(plan: Plan, pattern: re.Pattern[str]) -> bool:
    """Whether any clause says something of `pattern`, which is written in lower case."""
    return any(pattern.search(text.lower()) for _, text in clauses_with_text(plan))


def clauses_with_text(plan: Plan) -> list[tuple[Clause, str]]:
    """Each clause with all its own words, heading included, in lower case."""
    return [(clause, f"{clause.heading or ''} {clause.text}".strip()) for clause in plan.clauses]


def clause_holding(plan: Plan, words: str) -> str | None:
    """The last clause whose own words hold `words`, whatever their case."""
    wanted = words.lower()
    found = [clause.clause for clause, text in clauses_with_text(plan) if wanted in text.lower()]
    return found[-1] if found else None


def owing_names(facts: Facts) -> list[tuple[str, str | None]]:
    """Every name that owes something, with its clause, in the order of the contract."""
    rows = [(paper.unit, paper.clause) for paper in facts.papers]
    rows += [(nominator.unit, nominator.clause) for nominator in facts.nominators]
    rows += [(task.unit, task.clause) for task in facts.tasks]
    return list(dict(reversed(rows)).items())[::-1]
