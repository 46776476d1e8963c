"""The plan of a conference as its page shows it."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Max

from tongket.conferences.marked import Mark, MarkedLine, mark_lines
from tongket.conferences.models import Conference, Duty, PlanVersion
from tongket.core.audit import reference
from tongket.core.models import Event
from tongket.plans.plan import Clause, Span


def latest_version(conference: Conference) -> PlanVersion:
    """The plan as it holds now."""
    return conference.plan_versions.select_related("file", "conference__host").latest("ordinal")


def version_of(conference: Conference, ordinal: int | None) -> PlanVersion | None:
    """The version of this ordinal, the one in force for None; None where there is none."""
    if ordinal is None:
        return latest_version(conference)
    return conference.plan_versions.select_related("file", "conference__host").filter(ordinal=ordinal).first()


def latest_ordinal(conference: Conference) -> int:
    """The ordinal of the plan in force."""
    return conference.plan_versions.aggregate(last=Max("ordinal"))["last"] or 1


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the list; `event_id` is the line of the trail that takes the latest one back, 0 for the others."""

    version: PlanVersion
    is_latest: bool
    event_id: int

    @property
    def before(self) -> int:
        """The ordinal of the version before, 0 for the first."""
        return self.version.ordinal - 1


def versions_of(conference: Conference) -> list[VersionLine]:
    """Every version, the one in force first; two queries."""
    found = conference.plan_versions.order_by("-ordinal").defer("facts", "lines", "marks", "changes")
    versions = list(found)
    last = Event.objects.filter(verb="correct_plan", subject=reference(versions[0])).order_by("-pk").first()
    return [
        VersionLine(version, is_latest=not place, event_id=last.pk if last and not place else 0)
        for place, version in enumerate(versions)
    ]


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
