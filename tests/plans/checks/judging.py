"""Plans as values, with the facts and clauses one check looks at, and what a check says of them in few words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tongket.core.findings import Finding, compose
from tongket.plans.checks import Context
from tongket.plans.facts import Award, Deadline, Facts, Nominator, Paper, Time
from tongket.plans.plan import Clause, Plan

Check = Callable[[Plan, Context], tuple[Finding, ...]]
ISSUED_ON = date(2024, 10, 11)


def plan(clauses: Mapping[str, str] | None = None, **facts: Any) -> Plan:
    """A plan issued on 11 October 2024 unless said otherwise, with `facts` and the words of `clauses` by place."""
    stated: dict[str, Any] = {"kind": "KẾ HOẠCH", "issued_on": ISSUED_ON} | facts
    return Plan(Facts(**stated), clauses=tuple(map(clause, (clauses or {}).items())))


def clause(place: tuple[str, str]) -> Clause:
    """A clause with its words; its label is the last part of its name."""
    name, text = place
    label = name.split("/")[0].split(".")[-1]
    parent = name.rpartition("/")[0] or name.rpartition(".")[0] or None
    return Clause(name, "-" if "/" in name else label, None, text, name.count(".") + 1, parent, (0, 0))


def codes(check: Check, of: Plan, context: Context | None = None) -> list[str]:
    """The codes of what `check` finds."""
    return [finding.code for finding in check(of, context or Context())]


def said(check: Check, of: Plan, context: Context | None = None) -> list[str]:
    """What `check` says was found, each in one sentence."""
    return [compose(finding).found for finding in check(of, context or Context())]


def on(day: date, text: str = "ngày họp", *, start: str | None = "07:30", end: str | None = None) -> Time:
    """A conference on one fixed day."""
    return Time(text, day, day, start, end, tentative=False)


def paper(unit: str = "Hội Nông dân xã A", topic: str | None = "Một chủ đề") -> Paper:
    """A paper assigned to `unit` at III.2/1."""
    return Paper("III.2/1", unit, topic)


def due(day: date | None, what: str = "báo cáo", *, to: str | None = None, clause: str = "IV.1") -> Deadline:
    """A deadline on `day`."""
    return Deadline(clause, day, None, what, to, ())


def award(text: str = "4 tập thể", quota: int = 4, clause: str | None = "III.3") -> Award:
    """A quota of collectives."""
    return Award(clause, quota, "collective", None, text)


def nominator(unit: str, count: int | None = 1, clause: str = "III.3/1") -> Nominator:
    """A unit asked for `count` nominations."""
    return Nominator(clause, unit, count, "giới thiệu mô hình tiêu biểu")
