"""A unit's list as JSON: read, handed in as a whole, taken note of, given back."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import Router, Schema
from ninja.errors import HttpError

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.actions.duties import end_of_day
from tongket.conferences.handing_in import ReturnForm
from tongket.conferences.models import Duty
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.typed_json import cleaned, typed_day
from tongket.delegates.access import list_for, may_write_list
from tongket.delegates.actions import answering as act
from tongket.delegates.api.wording import delegate_as_json
from tongket.delegates.forms.answer import AnswerForm, EnterAnswerForm, lines_of
from tongket.delegates.queries.answered import people_on, sent_by
from tongket.delegates.queries.waiting import revision_of
from tongket.delegates.rules import Answer

router = Router(tags=["delegates"])
Told = dict[str, Any]
PLACE = "/delegates/for/{int:duty_id}"


class LineIn(Schema):
    """One person; `key` is the `id` of whom the line stood for, None for a new one."""

    name: str
    post: str = ""
    phone: str = ""
    answer: Answer = Answer.COMING
    reason: str = ""
    key: int | None = None


class ListIn(Schema):
    """The whole list: whom it leaves out goes, another name in the place of one comes instead of that person.

    Without people `nobody_because` says why nobody comes. `revision` is that of the list as read; `channel` and
    `received_on` are for the office that enters what came another way.
    """

    people: list[LineIn] = []
    nobody_because: str = ""
    revision: int = 0
    channel: Channel = Channel.PHONE
    received_on: date | None = None


class ReturnIn(Schema):
    """What must be mended, and by when."""

    revision: int
    remark: str
    due_on: date


class SeenIn(Schema):
    """The revision of the list that was read."""

    revision: int


@router.get(PLACE)
def read(request: HttpRequest, duty_id: int) -> Told:
    """Who stands on a unit's list, for the unit and the host's people; `each` is how many are asked for."""
    duty, _rights = list_for(request, duty_id)
    return _told(duty)


@router.put(PLACE)
def answer(request: HttpRequest, duty_id: int, said: ListIn) -> Told:
    """Hands a unit's list in."""
    duty, rights = list_for(request, duty_id)
    if not may_write_list(duty, rights):
        raise PermissionDenied
    lines = lines_of(_as_typed(said.people))
    if not lines.is_valid():
        faults = [f"people {place}: {' '.join(map(str, form.errors.values()))}" for place, form in _faulty(lines.forms)]
        raise HttpError(422, " ".join([*(f"people: {words}" for words in lines.non_form_errors()), *faults]))
    came, because = _came(said, rights, duty)
    by, now = signed_in(request), clock.now()
    event = act.answer_for_unit(
        duty=duty, said=lines.said(), nobody_because=because, revision=said.revision, **came, by=by, now=now
    )
    return {"event": event.pk, **_told(duty)}


def _as_typed(people: list[LineIn]) -> dict[str, str]:
    """The lines as the page's form sends them."""
    typed = {"p-TOTAL_FORMS": str(len(people)), "p-INITIAL_FORMS": "0"}
    for place, line in enumerate(people):
        for name, value in line.dict().items():
            typed[f"p-{place}-{name}"] = "" if value is None else str(value)
    return typed


def _faulty(forms: list[Any]) -> list[tuple[int, Any]]:
    """The lines that have a fault, counted from 1."""
    return [(place, form) for place, form in enumerate(forms, 1) if form.errors]


def _came(said: ListIn, rights: Rights, duty: Duty) -> tuple[dict[str, Any], str]:
    """How the list came, where the office enters it, and why nobody comes."""
    data = {"nobody_because": said.nobody_because, "channel": said.channel, "received_on": typed_day(said.received_on)}
    is_office = rights.may_enter_for(duty.unit_id)
    values = cleaned(EnterAnswerForm(data, now=clock.now()) if is_office else AnswerForm(data))
    came = {"channel": Channel(values["channel"]), "received_at": values["received_on"]} if is_office else {}
    return came, values["nobody_because"]


@router.post(f"{PLACE}/accept")
def accept(request: HttpRequest, duty_id: int, seen: SeenIn) -> Told:
    """Takes note of a list as it was read, for the office."""
    duty = _run_list_for(request, duty_id)
    event = act.accept_list(duty=duty, revision=seen.revision, by=signed_in(request), now=clock.now())
    return {"event": event.pk, **_told(duty)}


@router.post(f"{PLACE}/return")
def give_back(request: HttpRequest, duty_id: int, said: ReturnIn) -> Told:
    """Gives a list back with what must be mended, for the office."""
    duty = _run_list_for(request, duty_id)
    values = cleaned(ReturnForm({"remark": said.remark, "due_on": typed_day(said.due_on)}))
    due_at, by, now = end_of_day(values["due_on"]), signed_in(request), clock.now()
    event = act.return_list(duty=duty, revision=said.revision, remark=values["remark"], due_at=due_at, by=by, now=now)
    return {"event": event.pk, **_told(duty)}


def _run_list_for(request: HttpRequest, duty_id: int) -> Duty:
    duty, rights = list_for(request, duty_id)
    if not rights.may_run:
        raise PermissionDenied
    return duty


def _told(duty: Duty) -> Told:
    # Read before the people, so that an old list never carries a new revision.
    revision = revision_of(duty)
    return {
        "duty": duty.pk,
        "unit": duty.unit.name if duty.unit else duty.unit_name,
        "clause": duty.clause,
        "state": duty.state,
        "each": sent_by(duty),
        "people": [delegate_as_json(each) for each in people_on(duty)],
        "revision": revision,
    }
