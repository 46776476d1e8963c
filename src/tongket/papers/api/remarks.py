"""Remarks as JSON: listed, prepared, wished for, answered, withdrawn."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import Router, Schema

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, office_for, run_office_for
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.typed_json import cleaned, typed_day
from tongket.papers.access import remark_duty_for, remark_for, run_remark_for, wish_for
from tongket.papers.actions import remarks as act
from tongket.papers.actions.remark_turns import NotSpeaking, set_turn
from tongket.papers.api.wording import remark_as_json
from tongket.papers.forms import AnswerForm, EnterRemarkForm, PlaceForm, RemarkForm
from tongket.papers.queries.remarks import remark_rows

router = Router(tags=["remarks"])
Answer = dict[str, Any]
SAID = ("speaker_name", "speaker_post", "subject", "minutes", "text")


class RemarkIn(Schema):
    """What a unit will say; `revision` is that of the remark as it was read, 0 for a new one.

    `channel` and `received_on` are for the office that enters what came another way.
    """

    speaker_name: str
    subject: str
    speaker_post: str = ""
    minutes: float | None = None
    text: str = ""
    revision: int = 0
    channel: Channel = Channel.PHONE
    received_on: date | None = None


class AnswerIn(Schema):
    """The office's word."""

    answer: str = ""


class TurnIn(Schema):
    """Who speaks, as the list names it, and in which turn, counted from 1."""

    speaker: str
    place: int


@router.get("/{int:conference_id}/remarks")
def list_remarks(request: HttpRequest, conference_id: int) -> list[Answer]:
    """Every asked unit and those that ask to speak, in the order of speaking, for people of the host.

    `place` counts from 1; it is None for who does not speak. `speaker` names the row where its place is set.
    """
    conference, _rights = office_for(request, conference_id)
    return [
        {
            "speaker": row.key,
            "place": row.turn or None,
            "duty": row.duty.pk if row.duty else None,
            "unit": row.unit_name,
            "remark": remark_as_json(row.remark) if row.remark else None,
        }
        for row in remark_rows(conference, today=clock.today())
    ]


@router.put("/{int:conference_id}/remarks/place")
def set_place(request: HttpRequest, conference_id: int, wanted: TurnIn) -> Answer:
    """Gives one who speaks without a paper its turn, for the office; answers with the whole order."""
    conference, _rights = run_office_for(request, conference_id)
    place = cleaned(PlaceForm({"place": wanted.place}))["place"]
    try:
        event = set_turn(
            conference=conference, speaker=wanted.speaker, place=place, by=signed_in(request), now=clock.now()
        )
    except NotSpeaking:
        raise Http404 from None
    return {"event": event.pk, "order": event.changes["after"]}


def _words(said: RemarkIn, rights: Rights, unit_id: int | None) -> tuple[act.Words, dict[str, Any]]:
    """What was said, cleaned by the form of the page, and how it came."""
    data = said.dict() | {"minutes": "" if said.minutes is None else f"{said.minutes:f}"}
    data["received_on"] = typed_day(said.received_on)
    is_office = rights.may_enter_for(unit_id)
    values = cleaned(EnterRemarkForm(data, now=clock.now()) if is_office else RemarkForm(data))
    came = {"channel": Channel(values["channel"]), "received_at": values["received_on"]} if is_office else {}
    return act.Words(**{name: values[name] for name in SAID}), came


@router.put("/remarks/for/{int:duty_id}")
def prepare(request: HttpRequest, duty_id: int, said: RemarkIn) -> Answer:
    """Keeps what an asked unit will say, and hands its duty in."""
    duty, rights = remark_duty_for(request, duty_id)
    if not rights.may_hand_in(duty.unit_id):
        raise PermissionDenied
    words, came = _words(said, rights, duty.unit_id)
    by, now = signed_in(request), clock.now()
    remark, event = act.prepare_remark(duty=duty, words=words, revision=said.revision, **came, by=by, now=now)
    return {"event": event.pk, **remark_as_json(remark)}


@router.post("/{int:conference_id}/remarks/{int:unit_id}")
def ask_to_speak(request: HttpRequest, conference_id: int, unit_id: int, said: RemarkIn) -> Answer:
    """Asks to speak for a unit that nobody asked; the same subject asked twice is one wish."""
    conference, unit, rights = wish_for(request, conference_id, unit_id)
    words, came = _words(said, rights, unit.pk)
    channel, by = came.get("channel", Channel.WEB), signed_in(request)
    remark = act.ask_to_speak(conference=conference, unit=unit, words=words, channel=channel, by=by, now=clock.now())
    return remark_as_json(remark)


@router.post("/remarks/{int:remark_id}/take")
def take(request: HttpRequest, remark_id: int, said: AnswerIn) -> Answer:
    """Lets the unit speak, for the office."""
    remark, _rights = run_remark_for(request, remark_id)
    answer = cleaned(AnswerForm(said.dict()))["answer"]
    act.take_remark(remark=remark, answer=answer, by=signed_in(request), now=clock.now())
    return remark_as_json(remark)


@router.post("/remarks/{int:remark_id}/decline")
def decline(request: HttpRequest, remark_id: int, said: AnswerIn) -> Answer:
    """Says that there is no time for it, for the office."""
    remark, _rights = run_remark_for(request, remark_id)
    answer = cleaned(AnswerForm(said.dict()))["answer"]
    act.decline_remark(remark=remark, answer=answer, by=signed_in(request), now=clock.now())
    return remark_as_json(remark)


@router.post("/remarks/{int:remark_id}/withdraw")
def withdraw(request: HttpRequest, remark_id: int) -> Answer:
    """Takes back what a unit wanted to say, while nobody answered."""
    remark, rights = remark_for(request, remark_id)
    if not rights.may_hand_in(remark.unit_id):
        raise PermissionDenied
    act.withdraw_remark(remark=remark, by=signed_in(request), now=clock.now())
    return remark_as_json(remark)
