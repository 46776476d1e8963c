"""The list of conferences, and duties as plain lines and JSON."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyState, days_late


@dataclass(frozen=True, slots=True)
class ConferenceRow:
    """One conference in a list: how many duties bind, how many are accepted, how many are late."""

    conference: Conference
    total: int
    done: int
    late: int

    def as_json(self) -> dict[str, Any]:
        """The row as the command line and the API give it."""
        conference = self.conference
        return {
            "id": conference.pk,
            "title": conference.title,
            "short_title": conference.short_title,
            "host": conference.host.name,
            "held_on": conference.held_on.isoformat() if conference.held_on else None,
            "state": conference.state,
            "duties": self.total,
            "accepted": self.done,
            "late": self.late,
        }


def conference_rows(conferences: QuerySet[Conference], *, today: date) -> list[ConferenceRow]:
    """The conferences, latest first, with their counts; two queries whatever their number."""
    binding = ~Q(duties__state__in=[DutyState.EXCUSED, DutyState.WITHDRAWN])
    counted = conferences.select_related("host", "parent").annotate(
        total=Count("duties", filter=binding), done=Count("duties", filter=Q(duties__state=DutyState.ACCEPTED))
    )
    late = dict(
        Duty.objects.late_on(today)
        .filter(conference__in=conferences.values("pk"))
        .values_list("conference_id")
        .annotate(number=Count("pk"))
    )
    return [
        ConferenceRow(conference, conference.total, conference.done, late.get(conference.pk, 0))
        for conference in counted.order_by("-held_on", "-pk")
    ]


def contract_of(conference: Conference) -> list[dict[str, Any]]:
    """The duties in the shape of the contract, sorted by clause, kind and unit."""
    rows = conference.duties.select_related("unit")
    return sorted((_contract_row(duty) for duty in rows), key=lambda row: (row["clause"], row["kind"], row["unit"]))


def _contract_row(duty: Duty) -> dict[str, Any]:
    return {
        "kind": duty.kind,
        "clause": duty.clause,
        "because": duty.because,
        "unit": duty.unit.name if duty.unit else duty.unit_name,
        "coordinating": duty.coordinating,
        "due_on": duty.due_on.isoformat() if duty.due_on else None,
        "due_source": duty.due_source,
    }


def duty_as_json(duty: Duty, *, today: date) -> dict[str, Any]:
    """A duty as the contract has it, with its number, its state and how many days it is late."""
    return {
        "id": duty.pk,
        **_contract_row(duty),
        "text": duty.text,
        "state": duty.state,
        "late": days_late(duty.standing, today=today),
        "handed_in_at": duty.handed_in_at.isoformat() if duty.handed_in_at else None,
    }


def duty_line(duty: Duty, *, today: date) -> str:
    """A duty as one line for the screen: clause, kind, unit, last day, state."""
    due = f"{duty.due_on:%d/%m/%Y}" if duty.due_on else "chưa đặt hạn"
    late = "  trễ" if days_late(duty.standing, today=today) else ""
    return f"{duty.clause:<10} {duty.kind:<11} {due:<13} {duty.state:<10} {duty.unit_name}{late}"
