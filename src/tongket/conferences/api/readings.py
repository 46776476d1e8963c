"""A plan being read as JSON: brought in, its facts, names and findings answered, made into a conference."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import File, Router, Schema
from ninja.errors import HttpError
from ninja.files import UploadedFile

from tongket.accounts.requests import signed_in
from tongket.conferences.access import below_for, may_start
from tongket.conferences.actions import readings as act
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.fact_fields import FIELDS, typed_from, value_from
from tongket.conferences.models import Reading, ReadingFact
from tongket.conferences.queries.readings import facts_of, finding_key, reading_for, understand
from tongket.core import clock
from tongket.core.findings import as_json
from tongket.plans.facts import to_json
from tongket.units.models import Unit

router = Router(tags=["readings"])
Answer = dict[str, Any]


class TextIn(Schema):
    """The words of a plan, and whose own meeting below which conference it is, if it is one."""

    text: str
    below: int | None = None
    unit: int | None = None


class FactIn(Schema):
    """A fact in the place of what was read, in the shape of the contract; only `edit` needs one."""

    value: Any = None


class NewFactIn(FactIn):
    """A fact that the reader did not find."""

    key: str


class AnswerIn(Schema):
    """A person's answer to a finding; an empty one takes it back."""

    finding: str
    answer: str = ""


class NameIn(Schema):
    """Which units a name of the plan stands for; None forgets what was said, an empty list leaves the name out."""

    name: str
    unit_ids: list[int] | None


class HostIn(Schema):
    """Which unit holds the conference."""

    unit_id: int


@router.post("")
def read_plan(
    request: HttpRequest, file: File[UploadedFile], below: int | None = None, unit: int | None = None
) -> Answer:
    """Reads a plan and keeps its facts for confirmation."""
    return _read(request, file.read(settings.UPLOAD_MAX_BYTES + 1), file.name or "", below, unit)


@router.post("/text")
def read_text(request: HttpRequest, plan: TextIn) -> Answer:
    """Reads a plan from its words."""
    return _read(request, plan.text.encode(), "plan.txt", plan.below, plan.unit)


def _read(request: HttpRequest, data: bytes, name: str, above: int | None, unit: int | None) -> Answer:
    user = signed_in(request)
    if not may_start(user, on=clock.today()):
        raise Http404
    pair = below_for(request, above, unit) if above is not None and unit is not None else None
    below = act.Below(*pair) if pair else None
    return shown(act.start_reading(data=data, name=name, below=below, by=user, now=clock.now()))


@router.get("/{uuid:reading_id}")
def get_reading(request: HttpRequest, reading_id: UUID) -> Answer:
    """A reading with its facts as they stand now, and what a careful clerk would notice."""
    return shown(_reading(request, reading_id))


@router.post("/{uuid:reading_id}/facts")
def add_fact(request: HttpRequest, reading_id: UUID, fact: NewFactIn) -> Answer:
    """Adds a fact that the reader did not find."""
    reading = _reading(request, reading_id)
    value = _clean_value(fact.key, fact.value)
    act.add_fact(reading=reading, key=fact.key, value=value, by=signed_in(request), now=clock.now())
    return shown(reading)


@router.post("/{uuid:reading_id}/facts/{int:fact_id}/{verb}")
def change_fact(request: HttpRequest, reading_id: UUID, fact_id: int, verb: str, fact: FactIn | None = None) -> Answer:
    """Confirms, edits, removes or restores one fact."""
    reading = _reading(request, reading_id)
    found = get_object_or_404(ReadingFact.objects.select_related("reading"), pk=fact_id, reading=reading)
    by, now = signed_in(request), clock.now()
    if verb == "edit" and fact is not None:
        act.edit_fact(fact=found, value=_clean_value(found.key, fact.value), by=by, now=now)
    elif verb in FACT_VERBS:
        FACT_VERBS[verb](fact=found, by=by, now=now)
    else:
        raise Http404
    return shown(reading)


FACT_VERBS = {"confirm": act.confirm_fact, "remove": act.remove_fact, "restore": act.restore_fact}


@router.post("/{uuid:reading_id}/answers")
def answer(request: HttpRequest, reading_id: UUID, said: AnswerIn) -> Answer:
    """Keeps an answer to a finding, by the finding's key."""
    reading = _reading(request, reading_id)
    by, now = signed_in(request), clock.now()
    return shown(act.answer_finding(reading=reading, finding=said.finding, answer=said.answer, by=by, now=now))


@router.post("/{uuid:reading_id}/names")
def settle_name(request: HttpRequest, reading_id: UUID, said: NameIn) -> Answer:
    """Says which units a name stands for."""
    reading = _reading(request, reading_id)
    by, now = signed_in(request), clock.now()
    if said.unit_ids is None:
        act.forget_name(reading=reading, name=said.name, by=by, now=now)
        return shown(reading)
    units = Unit.objects.filter(pk__in=said.unit_ids)
    act.settle_name(reading=reading, name=said.name, units=units, left_out=not said.unit_ids, by=by, now=now)
    return shown(reading)


@router.post("/{uuid:reading_id}/host")
def set_host(request: HttpRequest, reading_id: UUID, said: HostIn) -> Answer:
    """Says which unit holds the conference."""
    host = get_object_or_404(Unit, pk=said.unit_id)
    return shown(act.set_host(reading=_reading(request, reading_id), host=host, by=signed_in(request), now=clock.now()))


@router.post("/{uuid:reading_id}/drop")
def drop(request: HttpRequest, reading_id: UUID) -> Answer:
    """Puts a reading aside; `take-up` brings it back."""
    reading = _reading(request, reading_id)
    act.drop_reading(reading=reading, by=signed_in(request), now=clock.now())
    return shown(_reading(request, reading_id))


@router.post("/{uuid:reading_id}/take-up")
def take_up(request: HttpRequest, reading_id: UUID) -> Answer:
    """Takes back `drop`."""
    reading = _reading(request, reading_id)
    act.take_up_reading(reading=reading, by=signed_in(request), now=clock.now())
    return shown(_reading(request, reading_id))


@router.post("/{uuid:reading_id}/start")
def start(request: HttpRequest, reading_id: UUID) -> Answer:
    """Makes the conference of a reading."""
    conference = start_conference(reading=_reading(request, reading_id), by=signed_in(request), now=clock.now())
    return {"id": conference.pk, "duties": conference.duties.count()}


def _reading(request: HttpRequest, reading_id: UUID) -> Reading:
    return reading_for(signed_in(request), reading_id)


def _clean_value(key: str, value: Any) -> Any:  # noqa: ANN401 -- JSON
    """The value as the page's own fields would give it; HttpError 422 says what they would have said."""
    if key not in FIELDS:
        raise HttpError(422, f"{key}: {', '.join(FIELDS)}")
    try:
        clean, faults = value_from(key, typed_from(key, value))
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise HttpError(422, f"{key}: {', '.join(field.name for field in FIELDS[key])}") from fault
    if faults:
        raise HttpError(422, " ".join(f"{fault.field}: {fault.message.format(found=fault.found)}" for fault in faults))
    return clean


def shown(reading: Reading) -> Answer:
    """The reading with its facts and findings as they stand now."""
    rows = list(reading.facts.order_by("key", "ordinal"))
    understood = understand(reading, rows, today=clock.today())
    facts = [
        {"id": row.pk, "key": row.key, "value": row.value, "sure": row.sure, "state": row.state, "spans": row.spans}
        for row in rows
    ]
    findings = [
        {"key": finding_key(each), "answer": reading.answers.get(finding_key(each), ""), **as_json(each)}
        for each in understood.findings
    ]
    return {
        "id": str(reading.pk),
        "name": reading.name,
        "state": reading.state,
        "host": understood.host.name if understood.host else None,
        "facts": facts,
        "findings": findings,
        "duties": len(understood.derivation.duties),
        "plan": to_json(facts_of(rows)),
    }
