"""Revisions of lists, and the lists that wait for the office: a press takes note of what was seen, of nothing else."""

from collections.abc import Collection

from django.db.models import Count, Max, QuerySet, Sum

from tongket.conferences.models import Conference, Duty, Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.delegates.models import Delegate


def waiting(conference: Conference) -> QuerySet[Duty]:
    """The duties whose list was handed in and waits for the office."""
    found = Duty.objects.counted().filter(conference=conference, kind=DutyKind.DELEGATES)
    return found.filter(state=DutyState.HANDED_IN).order_by("pk")


def revisions_of(duty_ids: Collection[int]) -> dict[int, int]:
    """A number for each list, by its duty, that grows whenever the list or one of its people changes; two queries."""
    handed_in = Evidence.objects.filter(duty__in=duty_ids).order_by().values("duty").annotate(last=Max("ordinal"))
    people = Delegate.objects.filter(duty__in=duty_ids).order_by().values("duty")
    moves = people.annotate(moves=Sum("revision") + Count("pk"))
    found = dict.fromkeys(duty_ids, 0) | dict(handed_in.values_list("duty", "last"))
    return found | {duty_id: found[duty_id] + number for duty_id, number in moves.values_list("duty", "moves")}


def revision_of(duty: Duty) -> int:
    """As `revisions_of`, of one list."""
    return revisions_of([duty.pk])[duty.pk]


def seen_waiting(conference: Conference) -> dict[int, int]:
    """The revision of each list that waits, by its duty; read before the lists themselves are shown."""
    return revisions_of(list(waiting(conference).values_list("pk", flat=True)))
