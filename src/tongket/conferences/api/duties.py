"""One duty as JSON: handed in, taken, given back, moved."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from tongket.accounts.requests import signed_in
from tongket.conferences import duty_forms as typed
from tongket.conferences.access import Rights, duty_for
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.extensions import answer_extension, ask_extension
from tongket.conferences.api.deciding import decided_duty_for
from tongket.conferences.handing_in import HandInForm, ReturnForm
from tongket.conferences.kinds import fulfilled_at
from tongket.conferences.models import Duty, Evidence, ExtensionState
from tongket.conferences.queries.listing import duty_as_json
from tongket.conferences.rules import Channel
from tongket.core import clock, files
from tongket.core.models import Event
from tongket.core.typed_json import cleaned, files_of, typed_day

router = Router(tags=["duties"])
Answer = dict[str, Any]


class HandIn(Schema):
    """What is handed in; `channel` and `received_on` are for the office that enters what came another way."""

    note: str = ""
    channel: Channel = Channel.PAPER
    received_on: date | None = None


class DueIn(Schema):
    """The last day that the office sets."""

    due_on: date


class ReturnIn(Schema):
    """What must be mended, by when."""

    remark: str
    due_on: date


class ReasonIn(Schema):
    """Why a unit is freed."""

    reason: str


class WishIn(Schema):
    """A wish for more time."""

    wanted_on: date
    reason: str


class AnswerIn(Schema):
    """The office's word on a wish."""

    granted: bool
    answer: str = ""


class TickIn(Schema):
    """A part of the checklist, counted from 0, and whether it is done."""

    item: int
    done: bool


class UnitIn(Schema):
    """Which unit owes a duty."""

    unit_id: int


def _said(duty: Duty, event: Event, **more: Any) -> Answer:  # noqa: ANN401 -- JSON
    """How the duty stands now; `event` is what `take-back` wants to hear."""
    return {**more, "event": event.pk, **duty_as_json(duty, today=clock.today())}


@router.get("/{int:duty_id}")
def get_duty(request: HttpRequest, duty_id: int) -> Answer:
    """One duty with what was handed in for it."""
    duty, _rights = duty_for(request, duty_id)
    evidence = [
        {
            "id": each.pk,
            "receipt": each.receipt,
            "note": each.note,
            "channel": each.channel,
            "received_at": each.received_at,
            "file": each.file.name if each.file else None,
        }
        for each in duty.evidence.filter(taken_back_at=None).select_related("file").order_by("ordinal")
    ]
    return {**duty_as_json(duty, today=clock.today()), "evidence": evidence}


@router.get("/evidence/{int:evidence_id}/file")
def get_file(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """The file that was handed in, as it was."""
    evidence = get_object_or_404(Evidence.objects.select_related("file"), pk=evidence_id)
    duty_for(request, evidence.duty_id)
    if evidence.file is None:
        raise Http404
    return files.answer(evidence.file)


@router.post("/{int:duty_id}/hand-in")
def hand_in(request: HttpRequest, duty_id: int, handed: HandIn) -> Answer:
    """Hands in a note, as the unit or for it."""
    return _hand_in(request, duty_id, handed, None)


@router.post("/{int:duty_id}/files")
def hand_in_file(request: HttpRequest, duty_id: int, file: File[UploadedFile], handed: Form[HandIn]) -> Answer:
    """Hands in a file, with a note, as the unit or for it."""
    return _hand_in(request, duty_id, handed, file)


def _hand_in(request: HttpRequest, duty_id: int, handed: HandIn, file: UploadedFile | None) -> Answer:
    duty, rights = duty_for(request, duty_id)
    if not rights.may_hand_in(duty.unit_id):
        raise PermissionDenied
    _by_hand(duty)
    now = clock.now()
    values = cleaned(_hand_in_form(handed, file, duty, rights))
    evidence, event = act.hand_in(
        duty=duty,
        note=values["note"],
        data=file.read() if file else b"",
        file_name=(file.name or "") if file else "",
        channel=Channel(values.get("channel", Channel.WEB)),
        received_at=values.get("received_on"),
        by=signed_in(request),
        now=now,
    )
    return _said(duty, event, receipt=evidence.receipt)


def _by_hand(duty: Duty) -> None:
    """Refuses what belongs to the room that took the kind over: it keeps more than this one does (409)."""
    elsewhere = fulfilled_at(duty.kind, duty.pk)
    if elsewhere:
        raise act.DutyMoved(elsewhere)


def _hand_in_form(handed: HandIn, file: UploadedFile | None, duty: Duty, rights: Rights) -> HandInForm:
    data = {"note": handed.note, "channel": handed.channel, "received_on": typed_day(handed.received_on)}
    if rights.may_enter_for(duty.unit_id):
        return typed.EnterForm(data, files_of(file), now=clock.now())
    return HandInForm(data, files_of(file))


@router.post("/{int:duty_id}/start")
def start_working(request: HttpRequest, duty_id: int) -> Answer:
    """Says that somebody is at it."""
    duty, rights = duty_for(request, duty_id)
    if not rights.may_hand_in(duty.unit_id):
        raise PermissionDenied
    return _said(duty, act.start_working(duty=duty, by=signed_in(request), now=clock.now()))


@router.post("/{int:duty_id}/tick")
def tick(request: HttpRequest, duty_id: int, part: TickIn) -> Answer:
    """Marks one part of a task done or not."""
    duty, rights = duty_for(request, duty_id)
    if not rights.may_hand_in(duty.unit_id):
        raise PermissionDenied
    if not 0 <= part.item < len(duty.checklist):
        raise act.DutyMoved(f"item {part.item}")
    event = act.tick_item(duty=duty, item=part.item, done=part.done, by=signed_in(request), now=clock.now())
    return _said(duty, event)


@router.post("/{int:duty_id}/extension")
def ask_for_time(request: HttpRequest, duty_id: int, wish: WishIn) -> Answer:
    """Asks for another day, with a reason."""
    duty, rights = duty_for(request, duty_id)
    if not rights.may_hand_in(duty.unit_id):
        raise PermissionDenied
    form = typed.ExtensionForm({"wanted_on": typed_day(wish.wanted_on), "reason": wish.reason})
    _wish, event = ask_extension(duty=duty, **cleaned(form), by=signed_in(request), now=clock.now())
    return _said(duty, event)


@router.post("/{int:duty_id}/extension/answer")
def answer_wish(request: HttpRequest, duty_id: int, said: AnswerIn) -> Answer:
    """Grants the open wish of a duty or refuses it, for the office."""
    duty = decided_duty_for(request, duty_id)
    wish = duty.extensions.filter(state=ExtensionState.ASKED).select_related("duty__conference").first()
    if wish is None:
        raise act.DutyMoved("answered")
    by, now = signed_in(request), clock.now()
    event = answer_extension(extension=wish, granted=said.granted, answer=said.answer, by=by, now=now)
    duty.refresh_from_db()
    return _said(duty, event)


@router.post("/{int:duty_id}/accept")
def accept(request: HttpRequest, duty_id: int) -> Answer:
    """Closes a duty, for the office."""
    duty = decided_duty_for(request, duty_id)
    _by_hand(duty)
    return _said(duty, act.accept(duty=duty, by=signed_in(request), now=clock.now()))


@router.post("/{int:duty_id}/return")
def give_back(request: HttpRequest, duty_id: int, said: ReturnIn) -> Answer:
    """Gives a duty back with what must be mended, for the office."""
    duty = decided_duty_for(request, duty_id)
    _by_hand(duty)
    values = cleaned(ReturnForm({"remark": said.remark, "due_on": typed_day(said.due_on)}))
    due_at, by, now = act.end_of_day(values["due_on"]), signed_in(request), clock.now()
    return _said(duty, act.return_for_mending(duty=duty, remark=values["remark"], due_at=due_at, by=by, now=now))


@router.post("/{int:duty_id}/excuse")
def excuse(request: HttpRequest, duty_id: int, why: ReasonIn) -> Answer:
    """Frees the unit of a duty, for the office."""
    duty = decided_duty_for(request, duty_id)
    reason = cleaned(typed.ReasonForm({"reason": why.reason}))["reason"]
    return _said(duty, act.excuse(duty=duty, reason=reason, by=signed_in(request), now=clock.now()))


@router.post("/{int:duty_id}/reopen")
def reopen(request: HttpRequest, duty_id: int) -> Answer:
    """Makes an excused duty bind again, for the office."""
    duty = decided_duty_for(request, duty_id)
    return _said(duty, act.reopen(duty=duty, by=signed_in(request), now=clock.now()))


@router.post("/{int:duty_id}/due")
def set_due(request: HttpRequest, duty_id: int, due: DueIn) -> Answer:
    """Sets the last day of a duty, for the office."""
    duty = decided_duty_for(request, duty_id)
    return _said(duty, act.set_due(duty=duty, due_on=due.due_on, by=signed_in(request), now=clock.now()))


@router.post("/{int:duty_id}/unit")
def settle_unit(request: HttpRequest, duty_id: int, unit: UnitIn) -> Answer:
    """Says which unit owes a duty whose name nobody was sure of, for the office."""
    duty = decided_duty_for(request, duty_id)
    found = cleaned(typed.UnitForm({"unit": unit.unit_id}))["unit"]
    event = act.settle_unit(duty=duty, unit_id=found.pk, by=signed_in(request), now=clock.now())
    return _said(get_object_or_404(Duty.objects.select_related("unit"), pk=duty.pk), event)
