"""What the reading page shows: the plan with its marks, what must be asked first, and what is clear."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.conferences.derive import Derivation, derive_duties
from tongket.conferences.fact_fields import MANY
from tongket.conferences.models import FactState, Reading, ReadingFact, ReadingState
from tongket.core import clock
from tongket.core.findings import Finding
from tongket.plans.checks import Context, run_checks
from tongket.plans.checks.answers import Answer
from tongket.plans.facts import Facts, from_json
from tongket.plans.plan import SURE_FROM, Clause, Evidence, Plan, Span
from tongket.reading.document import Line
from tongket.units.access import memberships_on
from tongket.units.directory import Directory
from tongket.units.models import Role
from tongket.units.queries import directory_on
from tongket.units.rules import UnitRecord


def is_unsure(fact: ReadingFact) -> bool:
    """Whether a person should look at this fact before the others."""
    return fact.state == FactState.READ and fact.sure < SURE_FROM


def facts_of(rows: Iterable[ReadingFact]) -> Facts:
    """The facts as they stand now: what was removed is gone, what was edited or added is in."""
    value: dict[str, Any] = {}
    for row in sorted(rows, key=lambda row: (row.key, row.ordinal)):
        if row.state == FactState.REMOVED or row.value is None:
            continue
        if row.key in MANY:
            value.setdefault(row.key, []).append(row.value)
        else:
            value[row.key] = row.value
    return from_json(value)


def clauses_of(reading: Reading) -> tuple[Clause, ...]:
    """The clauses of the plan as the reader found them."""
    return tuple(Clause(**{**clause, "lines": tuple(clause["lines"])}) for clause in reading.clauses)


def spans_of(fact: ReadingFact) -> tuple[Span, ...]:
    """The words that a fact stands on."""
    return tuple(Span(*span) for span in fact.spans)


def plan_of(reading: Reading, rows: Sequence[ReadingFact]) -> Plan:
    """The plan with its facts as they stand now, for the checks."""
    return Plan(
        facts=facts_of(rows),
        evidence={row.path if row.key in MANY else row.key: Evidence(spans_of(row), row.sure) for row in rows},
        clauses=clauses_of(reading),
        lines=tuple(Line(text) for text in reading.lines),
        is_plan=reading.is_plan,
        nature=reading.nature,
    )


def chosen_units(reading: Reading) -> dict[str, tuple[str, ...]]:
    """What a person said of names in the plan: the keys of the units each stands for."""
    names = reading.names.prefetch_related("units")
    return {name.name: tuple(str(unit.pk) for unit in name.units.all()) for name in names}


@dataclass(frozen=True, slots=True)
class Understanding:
    """What follows from a reading as it stands: facts, findings, duties, and the directory they were made with."""

    plan: Plan
    findings: tuple[Finding, ...]
    derivation: Derivation
    directory: Directory
    host: UnitRecord | None


def day_of(facts: Facts, *, today: date) -> date:
    """The day whose directory holds for a plan: its issue, else today."""
    return facts.issued_on or today


def understand(reading: Reading, rows: Sequence[ReadingFact], *, today: date) -> Understanding:
    """Findings and duties of the reading as it stands now; a constant number of queries."""
    plan = plan_of(reading, rows)
    on = day_of(plan.facts, today=today)
    directory = directory_on(on)
    host = directory.get(str(reading.host_id)) if reading.host_id else None
    derivation = derive_duties(plan.facts, plan.clauses, directory, host=host, on=on, chosen=chosen_units(reading))
    findings = tuple(finding for result in run_checks(plan, Context()) for finding in result.findings)
    return Understanding(plan, findings, derivation, directory, derivation.host)


def finding_key(finding: Finding) -> str:
    """How an answer names its finding: code and clause, stable while the facts move."""
    return f"{finding.code}@{finding.clause or ''}"


class HostUnknown(ValueError):
    """Neither the plan nor a person says which unit holds the conference, or the `chosen` one was not there then."""

    def __init__(self, issuer: str | None, chosen: str = "") -> None:
        if chosen:
            said = _("“%(unit)s” không có trong danh bạ của ngày ban hành kế hoạch.") % {"unit": chosen}
        elif issuer:
            said = _("“%(issuer)s” không khớp đơn vị nào trong danh bạ.") % {"issuer": issuer}
        else:
            said = _("Kế hoạch không nêu cơ quan ban hành.")
        super().__init__(f"{said} {_('Chọn đơn vị chủ trì, hoặc thêm đơn vị vào danh bạ.')}")


def answers_of(finding: Finding) -> tuple[Answer, ...]:
    """What a click can answer to a finding, none for most."""
    offered = finding.values.get("answers", ())
    return tuple(answer for answer in offered if isinstance(answer, Answer)) if isinstance(offered, tuple) else ()


def due_days_chosen(reading: Reading, understood: Understanding) -> dict[date, date]:
    """The last days that a person chose in place of the plan's own: by the plan's last day, the chosen one."""
    days = {}
    for finding in understood.findings:
        answers = {answer.code: answer for answer in answers_of(finding)}
        chosen, printed = answers.get(reading.answers.get(finding_key(finding), "")), answers.get("as-printed")
        if chosen and printed and chosen.due_on and printed.due_on:
            days[printed.due_on] = chosen.due_on
    return days


def open_readings_of(user: User) -> list[Reading]:
    """The readings this person has not finished, latest first."""
    return list(
        Reading.objects.filter(made_by=user, state=ReadingState.OPEN).order_by("-made_at").defer("lines", "clauses")
    )


def reading_for(user: User, reading_id: UUID) -> Reading:
    """The reading, for whoever began it or decides for its host; others get 404."""
    reading = Reading.objects.select_related("host", "made_by").filter(pk=reading_id).first()
    if reading is None:
        raise Http404
    if reading.made_by_id != user.pk and not _decides_beside(user, reading):
        raise Http404
    return reading


def _decides_beside(user: User, reading: Reading) -> bool:
    """Whether `user` decides in a unit for which the one who began the reading works too."""
    today = clock.today()
    theirs = memberships_on(reading.made_by, today).values("unit_id")
    return memberships_on(user, today).filter(unit_id__in=theirs, role__in=[Role.CLERK, Role.LEADER]).exists()
