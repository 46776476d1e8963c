"""The duties whose changes are changes of the volume: listened to by whichever door they come; registered at start."""

from collections.abc import Collection
from dataclasses import replace

from tongket.conferences.kinds import KINDS, Kind, register_kind
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core import clock
from tongket.core.models import Event
from tongket.proceedings.actions.building import note_change

# In which states a duty of the kind stands in the volume: exhibits as they come, papers once they are accepted.
BOUND: dict[str, Collection[str]] = {
    DutyKind.EXHIBIT: (DutyState.HANDED_IN, DutyState.ACCEPTED),
    DutyKind.PAPER: (DutyState.ACCEPTED,),
}
# What may change about a duty without a word of it standing in the volume.
_UNPRINTED = {"due_on", "due_source", "return_due_at", "checklist", "remark", "handed_in_at", "accepted_at"}


def register() -> None:
    """Listens to these kinds beside the rooms that fulfil them."""
    for code, states in BOUND.items():
        register_kind(_listening(KINDS[code], states))
    register_kind(replace(KINDS[DutyKind.EXHIBIT], ruled_anew=_ruled_anew))


def _listening(kind: Kind, states: Collection[str]) -> Kind:
    def followed(duty: Duty, event: Event) -> None:
        kind.followed(duty, event)
        if _is_printed(event, states):
            note_change(duty.conference_id, now=event.at)

    def undone(event: Event) -> None:
        kind.undone(event)
        if _is_printed(event, states):
            note_change(int(event.scope.split(":")[1]), now=clock.now())

    return replace(kind, followed=followed, undone=undone)


def _is_printed(event: Event, states: Collection[str]) -> bool:
    """Whether what changed stood in the volume before, or stands there now, and anybody can read it there.

    A duty that is handed in once more keeps its state: what was handed in is new all the same.
    """
    before, after = event.changes["before"], event.changes["after"]
    if before["state"] not in states and after["state"] not in states:
        return False
    changed = {name for name, value in after.items() if value != before[name]}
    return event.verb == "hand_in" or bool(changed - _UNPRINTED)


def _ruled_anew(conference_id: int) -> None:
    """The cover and the words of duties come from the plan and the settings of the conference."""
    note_change(conference_id, now=clock.now())
