"""A corrected plan numbers its groups anew: people and sizes of a group go with it, and back with the plan before."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from tongket.conferences.models import Conference, PlanVersion
from tongket.core import audit, clock
from tongket.core.models import Event
from tongket.delegates.models import Delegate, GroupSize
from tongket.delegates.queries.groups import group_texts
from tongket.delegates.renumbering import renumbered
from tongket.documents.kinds.known import facts_of

RENUMBERED, PUT_BACK = "renumber_groups", "put_groups_back"


@transaction.atomic
def ruled_anew(conference_id: int) -> None:
    """Moves people and sizes to the clauses that a corrected plan gives their groups, or back where it was taken back.

    Called by the room of conferences inside its own transaction. A correction is told before its own line in the
    trail: where that line is there, other settings changed, and nothing moves twice.
    """
    conference = Conference.objects.get(pk=conference_id)
    versions = list(conference.plan_versions.order_by("-ordinal")[:2])
    _put_back(conference)
    if len(versions) > 1 and not Event.objects.filter(subject=audit.reference(versions[0]), verb="correct_plan"):
        _go_with(conference, renumbered(_texts(versions[1]), _texts(versions[0])), versions[0])


def _texts(version: PlanVersion) -> dict[str, str]:
    groups = group_texts(facts_of(version).participants)
    return {clause: "; ".join(each.text for each in said) for clause, said in groups.items()}


def _go_with(conference: Conference, moves: Mapping[str, str], version: PlanVersion) -> None:
    """People of a group that is gone are guests beyond the plan now, and its size is nobody's."""
    people = list(Delegate.objects.filter(conference=conference, duty=None, clause__in=moves))
    sizes = GroupSize.objects.filter(conference=conference, clause__in=moves)
    gone = {str(each.pk): each.clause for each in people if not moves[each.clause]}
    kept = {each.clause: each.each for each in sizes if not moves[each.clause]}
    if not people and not sizes:
        return
    _move(conference, people, moves)
    changes = {"version": version.pk, "moves": dict(moves), "gone": gone, "sizes": kept}
    _record(RENUMBERED, conference, changes)


def _put_back(conference: Conference) -> None:
    """Takes back what went with a version that is no more."""
    trail = Event.objects.filter(subject=audit.reference(conference))
    done = set(trail.filter(verb=PUT_BACK).values_list("changes__event", flat=True))
    versions = set(conference.plan_versions.values_list("pk", flat=True))
    for event in trail.filter(verb=RENUMBERED).exclude(pk__in=done).order_by("-pk"):
        if event.changes["version"] not in versions:
            _undo(conference, event)


def _undo(conference: Conference, event: Event) -> None:
    moves = {new: old for old, new in event.changes["moves"].items() if new}
    _move(conference, list(Delegate.objects.filter(conference=conference, duty=None, clause__in=moves)), moves)
    gone = Delegate.objects.filter(pk__in=event.changes["gone"], clause="")
    for each in gone:
        each.clause, each.revision = event.changes["gone"][str(each.pk)], each.revision + 1
    Delegate.objects.bulk_update(gone, ["clause", "revision"], batch_size=500)
    lost = [GroupSize(conference=conference, clause=key, each=each) for key, each in event.changes["sizes"].items()]
    GroupSize.objects.bulk_create(lost, ignore_conflicts=True)
    _record(PUT_BACK, conference, {"event": event.pk})


def _move(conference: Conference, people: list[Delegate], moves: Mapping[str, str]) -> None:
    """A window that was opened before must not write the old clause: each person's revision moves too."""
    for each in people:
        each.clause, each.revision = moves[each.clause], each.revision + 1
    Delegate.objects.bulk_update(people, ["clause", "revision"], batch_size=500)
    sizes = GroupSize.objects.filter(conference=conference, clause__in=moves)
    new = [GroupSize(conference=conference, clause=moves[each.clause], each=each.each) for each in sizes]
    sizes.delete()
    GroupSize.objects.bulk_create(each for each in new if each.clause)


def _record(verb: str, conference: Conference, changes: dict[str, Any]) -> None:
    audit.record(verb=verb, subject=conference, scope=conference, by=None, now=clock.now(), changes=changes)
