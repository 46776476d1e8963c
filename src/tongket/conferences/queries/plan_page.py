"""The plan of a conference as its page shows it."""

from collections import Counter

from django.db.models import Max

from tongket.conferences.marked import Mark, MarkedLine, mark_lines
from tongket.conferences.models import Conference, Duty, PlanVersion
from tongket.plans.plan import Clause, Span


def latest_version(conference: Conference) -> PlanVersion:
    """The plan as it holds now."""
    return conference.plan_versions.select_related("file").latest("ordinal")


def version_of(conference: Conference, ordinal: int | None) -> PlanVersion | None:
    """The version of this ordinal, the one in force for None; None where there is none."""
    if ordinal is None:
        return latest_version(conference)
    return conference.plan_versions.select_related("file").filter(ordinal=ordinal).first()


def latest_ordinal(conference: Conference) -> int:
    """The ordinal of the plan in force."""
    return conference.plan_versions.aggregate(last=Max("ordinal"))["last"] or 1


def clauses_of(version: PlanVersion) -> tuple[Clause, ...]:
    """The clauses of the plan, in order."""
    return tuple(
        Clause(row.name, row.label, row.heading or None, row.text, row.level, None, (row.first_line, row.last_line))
        for row in version.clauses.order_by("ordinal")
    )


def plan_lines(version: PlanVersion) -> tuple[MarkedLine, ...]:
    """The text of the plan with the words that facts stand on."""
    marks = [Mark(mark["path"], tuple(Span(*span) for span in mark["spans"]), is_sure=True) for mark in version.marks]
    looks = {int(line): look for line, look in version.looks.items()}
    return mark_lines(version.lines, clauses_of(version), marks, looks)


def owed_by_clause(version: PlanVersion) -> Counter[str]:
    """How many duties stand at each clause of this version."""
    owed = Duty.objects.counted().filter(conference=version.conference_id, plan_ordinal=version.ordinal)
    return Counter(owed.values_list("clause", flat=True))
