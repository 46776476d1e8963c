"""Conferences, readings and duties as JSON, with the same actions and rights as the pages."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from tongket.accounts.requests import signed_in
from tongket.conferences.access import conference_for, conferences_of, duty_for, may_start
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.readings import confirm_fact, edit_fact, remove_fact, restore_fact, start_reading
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.models import ReadingFact
from tongket.conferences.queries.listing import conference_rows, duty_as_json
from tongket.conferences.queries.readings import facts_of, reading_for
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.plans.facts import to_json

router = Router(tags=["conferences"])


class HandIn(Schema):
    """What is handed in for a duty without a file."""

    note: str
    channel: Channel = Channel.WEB
    received_at: datetime | None = None


class DueIn(Schema):
    """The last day that the office sets."""

    due_on: date | None


class FactIn(Schema):
    """A fact in the place of what was read."""

    value: Any


@router.get("")
def list_conferences(request: HttpRequest) -> list[dict[str, Any]]:
    """The conferences the caller has a part in."""
    today = clock.today()
    return [row.as_json() for row in conference_rows(conferences_of(signed_in(request), on=today), today=today)]


@router.get("/{conference_id}/duties")
def list_duties(request: HttpRequest, conference_id: int, *, late: bool = False) -> list[dict[str, Any]]:
    """The duties the caller may see, with their states."""
    conference, rights = conference_for(request, conference_id)
    rows = conference.duties.select_related("unit").order_by("clause", "kind", "pk")
    seen = [duty_as_json(duty, today=clock.today()) for duty in rows if rights.may_see_unit(duty.unit_id)]
    return [row for row in seen if row["late"]] if late else seen


@router.post("/readings")
def read_plan(request: HttpRequest, file: File[UploadedFile]) -> dict[str, Any]:
    """Reads a plan and keeps its facts for confirmation."""
    user = signed_in(request)
    if not may_start(user, on=clock.today()):
        raise Http404
    data = file.read(settings.UPLOAD_MAX_BYTES + 1)
    return reading_as_json(start_reading(data=data, name=file.name or "", by=user, now=clock.now()).pk, request)


@router.get("/readings/{reading_id}")
def get_reading(request: HttpRequest, reading_id: UUID) -> dict[str, Any]:
    """A reading with its facts as they stand now."""
    return reading_as_json(reading_id, request)


@router.post("/readings/{reading_id}/facts/{fact_id}/{verb}")
def change_fact(
    request: HttpRequest, reading_id: UUID, fact_id: int, verb: str, fact: FactIn | None = None
) -> dict[str, Any]:
    """Confirms, edits, removes or restores one fact."""
    reading = reading_for(signed_in(request), reading_id)
    found = get_object_or_404(ReadingFact.objects.select_related("reading"), pk=fact_id, reading=reading)
    by, now = signed_in(request), clock.now()
    if verb == "edit" and fact is not None:
        edit_fact(fact=found, value=fact.value, by=by, now=now)
    elif verb in FACT_VERBS:
        FACT_VERBS[verb](fact=found, by=by, now=now)
    else:
        raise Http404
    return reading_as_json(reading_id, request)


FACT_VERBS = {"confirm": confirm_fact, "remove": remove_fact, "restore": restore_fact}


@router.post("/readings/{reading_id}/start")
def start(request: HttpRequest, reading_id: UUID) -> dict[str, Any]:
    """Makes the conference of a reading."""
    user = signed_in(request)
    conference = start_conference(reading=reading_for(user, reading_id), by=user, now=clock.now())
    return {"id": conference.pk, "duties": conference.duties.count()}


@router.post("/duties/{duty_id}/hand-in")
def hand_in(request: HttpRequest, duty_id: int, handed: HandIn) -> dict[str, Any]:
    """Hands in a note for a duty, as the unit or for it."""
    duty, rights = duty_for(request, duty_id)
    if not rights.may_hand_in(duty.unit_id):
        raise Http404
    by, now = signed_in(request), clock.now()
    received = handed.received_at if rights.may_run else None
    evidence, _ = act.hand_in(duty=duty, note=handed.note, channel=handed.channel, received_at=received, by=by, now=now)
    return {"receipt": evidence.receipt, **duty_as_json(duty, today=now.date())}


@router.post("/duties/{duty_id}/files")
def hand_in_file(request: HttpRequest, duty_id: int, file: File[UploadedFile], note: Form[str] = "") -> dict[str, Any]:
    """Hands in a file for a duty, as the unit or for it."""
    duty, rights = duty_for(request, duty_id)
    if not rights.may_hand_in(duty.unit_id):
        raise Http404
    by, now = signed_in(request), clock.now()
    data = file.read(settings.UPLOAD_MAX_BYTES)
    evidence, _ = act.hand_in(duty=duty, note=note, data=data, file_name=file.name or "", by=by, now=now)
    return {"receipt": evidence.receipt, **duty_as_json(duty, today=now.date())}


@router.post("/duties/{duty_id}/accept")
def accept(request: HttpRequest, duty_id: int) -> dict[str, Any]:
    """Closes a duty, for the office."""
    duty, rights = duty_for(request, duty_id)
    if not rights.may_run:
        raise Http404
    act.accept(duty=duty, by=signed_in(request), now=clock.now())
    return duty_as_json(duty, today=clock.today())


@router.post("/duties/{duty_id}/due")
def set_due(request: HttpRequest, duty_id: int, due: DueIn) -> dict[str, Any]:
    """Sets the last day of a duty, for the office."""
    duty, rights = duty_for(request, duty_id)
    if not rights.may_run:
        raise Http404
    act.set_due(duty=duty, due_on=due.due_on, by=signed_in(request), now=clock.now())
    return duty_as_json(duty, today=clock.today())


def reading_as_json(reading_id: UUID, request: HttpRequest) -> dict[str, Any]:
    """A reading with every fact, its state and how sure the reader was."""
    reading = reading_for(signed_in(request), reading_id)
    rows = list(reading.facts.order_by("key", "ordinal"))
    facts = [
        {"id": row.pk, "key": row.key, "value": row.value, "sure": row.sure, "state": row.state, "spans": row.spans}
        for row in rows
    ]
    return {
        "id": str(reading.pk),
        "name": reading.name,
        "state": reading.state,
        "facts": facts,
        "plan": to_json(facts_of(rows)),
    }
