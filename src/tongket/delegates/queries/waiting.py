"""The lists that wait for the office, each with its revision: what one press takes note of is what was seen."""

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
    """As `revision_of` of one list, by its duty; two queries, however many."""
    handed_in = Evidence.objects.filter(duty__in=duty_ids).order_by().values("duty").annotate(last=Max("ordinal"))
    people = Delegate.objects.filter(duty__in=duty_ids).order_by().values("duty")
    moves = people.annotate(moves=Sum("revision") + Count("pk"))
    found = dict.fromkeys(duty_ids, 0) | dict(handed_in.values_list("duty", "last"))
    return found | {duty_id: found[duty_id] + number for duty_id, number in moves.values_list("duty", "moves")}


def seen_waiting(conference: Conference) -> dict[int, int]:
    """The revision of each list that waits, by its duty; read before the lists themselves are shown."""
    return revisions_of(list(waiting(conference).values_list("pk", flat=True)))
