"""The duties whose changes are changes of the volume: listened to by whichever door they come; registered at start."""

from dataclasses import replace

from tongket.conferences.kinds import KINDS, Kind, register_kind
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.core import clock
from tongket.core.models import Event
from tongket.proceedings.actions.building import note_change
from tongket.proceedings.rules import BOUND, is_printed


def register() -> None:
    """Listens to these kinds beside the rooms that fulfil them."""
    for code in BOUND:
        register_kind(_listening(KINDS[code], code))
    register_kind(replace(KINDS[DutyKind.EXHIBIT], ruled_anew=_ruled_anew))


def _listening(kind: Kind, code: DutyKind) -> Kind:
    def followed(duty: Duty, event: Event) -> None:
        kind.followed(duty, event)
        if is_printed(event.verb, event.changes, of=code):
            note_change(duty.conference_id, now=event.at)

    def undone(event: Event) -> None:
        kind.undone(event)
        if is_printed(event.verb, event.changes, of=code):
            note_change(int(event.scope.split(":")[1]), now=clock.now())

    return replace(kind, followed=followed, undone=undone)


def _ruled_anew(conference_id: int) -> None:
    """The cover and the words of duties come from the plan and the settings of the conference."""
    note_change(conference_id, now=clock.now())
