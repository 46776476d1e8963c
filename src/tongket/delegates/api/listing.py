"""The office's list as JSON: read, added to, changed, ordered, counted."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.errors import HttpError

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.conferences.models import Conference
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.typed_json import cleaned
from tongket.delegates.access import run_delegate_for
from tongket.delegates.actions import listing as act
from tongket.delegates.api.wording import delegate_as_json, group_as_json
from tongket.delegates.forms.office import DelegateForm, SizesForm
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.queries.person_page import choices_for
from tongket.delegates.queries.waiting import seen_waiting
from tongket.delegates.rules import Answer

router = Router(tags=["delegates"])
Told = dict[str, Any]


class PersonIn(Schema):
    """What the office writes of one person.

    `clause` is the group, empty for guests beyond the plan; it, `unit` (its name in the directory) and `body` (any
    other place) count only for whom no unit sends. `revision` is that of the person as read.
    """

    name: str
    title: str = ""
    post: str = ""
    unit: str = ""
    body: str = ""
    clause: str = ""
    part: str = ""
    phone: str = ""
    answer: Answer = Answer.ASKED
    reason: str = ""
    channel: Channel = Channel.WEB
    revision: int = 0


class TurnIn(Schema):
    """How many turns later (above 0) or earlier (below 0) within the group."""

    steps: int


class SizeIn(Schema):
    """How many people each unit of a group sends; None leaves it to the plan."""

    clause: str
    each: int | None = None


class ListSeen(Schema):
    """A list that waits, as it was read."""

    duty: int
    revision: int


class SeenIn(Schema):
    """`waiting` as the list of delegates said it."""

    waiting: list[ListSeen]


@router.get("/{int:conference_id}/delegates")
def list_delegates(request: HttpRequest, conference_id: int) -> Told:
    """Who comes, by the groups of the plan in the order of introduction, for people of the host.

    `waiting` are the lists that wait for the office, to be sent back when it takes note of them.
    """
    conference, _rights = office_for(request, conference_id)
    seen = seen_waiting(conference)
    found = attendance_of(conference)
    return {
        "coming": found.counts[Answer.COMING],
        "absent": found.counts[Answer.ABSENT],
        "unanswered": found.counts[Answer.ASKED],
        "waiting": [{"duty": duty_id, "revision": revision} for duty_id, revision in seen.items()],
        "groups": [group_as_json(group) for group in found.groups],
    }


@router.post("/{int:conference_id}/delegates")
def add(request: HttpRequest, conference_id: int, person: PersonIn) -> Told:
    """Puts somebody on the list whom no unit sends, for the office."""
    conference, _rights = run_office_for(request, conference_id)
    entry = _typed(conference, person, None).entry()
    row, event = act.add_delegate(conference=conference, entry=entry, by=signed_in(request), now=clock.now())
    return {"event": event.pk, **delegate_as_json(row)}


@router.put("/delegates/{int:delegate_id}")
def change(request: HttpRequest, delegate_id: int, person: PersonIn) -> Told:
    """Writes over what stands of a person, for the office; whoever was taken off is on the list again."""
    row, _rights = run_delegate_for(request, delegate_id)
    entry = _typed(row.conference, person, row).entry()
    row.revision = person.revision
    event = act.change_delegate(delegate=row, entry=entry, by=signed_in(request), now=clock.now())
    return {"event": event.pk, **delegate_as_json(row)}


def _typed(conference: Conference, person: PersonIn, row: Delegate | None) -> DelegateForm:
    """What was said of a person, cleaned by the form of the page."""
    choices = choices_for(conference, row, today=clock.today())
    form = DelegateForm(person.dict(), groups=choices.groups, others=choices.others, row=row)
    cleaned(form)
    return form


@router.delete("/delegates/{int:delegate_id}")
def remove(request: HttpRequest, delegate_id: int, revision: int) -> Told:
    """Takes a person off the list, for the office."""
    row, _rights = run_delegate_for(request, delegate_id)
    row.revision = revision
    event = act.remove_delegate(delegate=row, by=signed_in(request), now=clock.now())
    return {"event": event.pk, **delegate_as_json(row)}


@router.post("/delegates/{int:delegate_id}/bring-back")
def bring_back(request: HttpRequest, delegate_id: int) -> Told:
    """Puts a person who was taken off on the list again, for the office."""
    row, _rights = run_delegate_for(request, delegate_id)
    event = act.bring_back(delegate=row, by=signed_in(request), now=clock.now())
    return {"event": event.pk, **delegate_as_json(row)}


@router.post("/delegates/{int:delegate_id}/turn")
def move(request: HttpRequest, delegate_id: int, turn: TurnIn) -> Told:
    """Moves a person within the group; at the ends it stays. Answers with the turns before and after, from 1."""
    row, _rights = run_delegate_for(request, delegate_id)
    if row.removed_at is not None:
        raise HttpError(409, "DelegatesMoved")
    event = act.move_turn(delegate=row, steps=turn.steps, by=signed_in(request), now=clock.now())
    return {"event": event.pk, **event.changes}


@router.put("/{int:conference_id}/delegates/size")
def set_size(request: HttpRequest, conference_id: int, size: SizeIn) -> Told:
    """Says how many people each unit of a group sends, for the office; a number that is the plan's is left to it."""
    conference, _rights = run_office_for(request, conference_id)
    groups = [group for group in attendance_of(conference).groups if group.clause == size.clause and group.senders]
    if not groups:
        raise HttpError(422, "clause: no unit of this conference has to send somebody there")
    form = SizesForm({f"each-{size.clause}": "" if size.each is None else str(size.each)}, groups=groups)
    cleaned(form)
    each = None if size.each == groups[0].planned else size.each
    by, now = signed_in(request), clock.now()
    event = act.set_group_size(conference=conference, clause=size.clause, each=each, by=by, now=now)
    return {"event": event.pk, "clause": size.clause, "each": each}


@router.post("/{int:conference_id}/delegates/accept")
def accept_all(request: HttpRequest, conference_id: int, lists: SeenIn) -> Told:
    """Takes note of every list that waits as it was read, for the office; `moved` are duties whose list changed."""
    conference, _rights = run_office_for(request, conference_id)
    seen = {each.duty: each.revision for each in lists.waiting}
    done = act.accept_all(conference=conference, seen=seen, by=signed_in(request), now=clock.now())
    event = done.event
    accepted = len(event.changes["events"]) if event else 0
    return {"event": event.pk if event else None, "accepted": accepted, "moved": [duty.pk for duty in done.moved]}
