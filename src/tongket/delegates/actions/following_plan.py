"""A corrected plan numbers its groups anew: people and sizes follow their group, and go back with the correction."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F

from tongket.conferences.kinds import Replanned
from tongket.core.text import clean
from tongket.delegates.clauses import GUESTS, moves_of
from tongket.delegates.models import Delegate, GroupSize
from tongket.delegates.queries.groups import group_texts
from tongket.plans.facts import Facts

Kept = dict[str, dict[str, Any]]


def plan_followed(replanned: Replanned) -> Kept:
    """Moves people and sizes to the clauses that their groups have now.

    Returns who became a guest beyond the plan, by number, and which sizes went, with the clauses they had; where a
    correction is taken back these return, unless the office moved them since. People on units' lists follow the duty.
    """
    conference_id = replanned.conference_id
    moves = moves_of(_words(replanned.before), _words(replanned.after))
    kept: Kept = {"guests": _move_people(conference_id, moves), "sizes": _move_sizes(conference_id, moves)}
    if replanned.kept is not None:
        _put_back(conference_id, replanned.kept)
    return kept


def _words(facts: Facts) -> dict[str, str]:
    found = group_texts(facts.participants)
    return {clause: "; ".join(clean(one.text) for one in said) for clause, said in found.items()}


def _move_people(conference_id: int, moves: Mapping[str, str]) -> dict[str, str]:
    """Whoever moves is a newer revision, so that no form that was opened before writes the old clause over it."""
    stood = dict(Delegate.objects.filter(conference=conference_id, clause__in=moves).values_list("pk", "clause"))
    for was, now in moves.items():
        here = [key for key, clause in stood.items() if clause == was]
        Delegate.objects.filter(pk__in=here).update(clause=now, revision=F("revision") + 1)
    return {str(key): clause for key, clause in stood.items() if moves[clause] == GUESTS}


def _move_sizes(conference_id: int, moves: Mapping[str, str]) -> dict[str, int]:
    """All that move go first, for two may change places."""
    found = GroupSize.objects.filter(conference=conference_id, clause__in=moves)
    stood = dict(found.values_list("clause", "each"))
    found.delete()
    kept = {clause: each for clause, each in stood.items() if moves[clause] != GUESTS}
    GroupSize.objects.bulk_create(
        GroupSize(conference_id=conference_id, clause=moves[clause], each=each) for clause, each in kept.items()
    )
    return {clause: each for clause, each in stood.items() if clause not in kept}


def _put_back(conference_id: int, kept: Mapping[str, Mapping[str, Any]]) -> None:
    for clause in set(kept["guests"].values()):
        had = [int(key) for key, other in kept["guests"].items() if other == clause]
        guests = Delegate.objects.filter(pk__in=had, conference=conference_id, clause=GUESTS)
        guests.update(clause=clause, revision=F("revision") + 1)
    for clause, each in kept["sizes"].items():
        GroupSize.objects.get_or_create(conference_id=conference_id, clause=clause, defaults={"each": each})
