"""Corrected plans as JSON: brought in, shown as a difference, applied; versions side by side, units told."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import File, Router, Schema
from ninja.errors import HttpError
from ninja.files import UploadedFile

from tongket.accounts.requests import signed_in
from tongket.conferences.access import conference_for, run_conference_for
from tongket.conferences.actions.correcting import ChoicesOpen, apply_correction, start_correction
from tongket.conferences.actions.readings import ReadingClosed
from tongket.conferences.actions.telling import tell_units
from tongket.conferences.api.readings import shown
from tongket.conferences.correction import Choice
from tongket.conferences.models import Conference, PlanVersion, Reading, ReadingState
from tongket.conferences.queries.between_versions import page_between
from tongket.conferences.queries.corrections import difference_of
from tongket.conferences.queries.difference_json import as_json
from tongket.conferences.queries.difference_page import difference_page
from tongket.conferences.queries.plan_page import version_of, versions_of
from tongket.conferences.queries.readings import reading_for
from tongket.conferences.queries.telling import units_to_tell
from tongket.conferences.rules import Channel
from tongket.core import clock

router = Router(tags=["corrections"])
Answer = dict[str, Any]


class TextIn(Schema):
    """The words of the corrected plan."""

    text: str


class ApplyIn(Schema):
    """The `stamp` of the difference that was looked at, and by number of a duty what a person says of it."""

    stamp: str
    choices: dict[int, Choice] = {}


class ToldIn(Schema):
    """Which units were told, and how."""

    unit_ids: list[int]
    channel: Channel = Channel.ZALO


@router.post("/{int:conference_id}/corrections")
def read_correction(request: HttpRequest, conference_id: int, file: File[UploadedFile]) -> Answer:
    """Reads a corrected plan for a conference, for the office; nothing of the conference changes."""
    return _read(request, conference_id, file.read(settings.UPLOAD_MAX_BYTES + 1), file.name or "")


@router.post("/{int:conference_id}/corrections/text")
def read_corrected_text(request: HttpRequest, conference_id: int, plan: TextIn) -> Answer:
    """Reads a corrected plan from its words."""
    return _read(request, conference_id, plan.text.encode(), "plan.txt")


def _read(request: HttpRequest, conference_id: int, data: bytes, name: str) -> Answer:
    conference, _rights = run_conference_for(request, conference_id)
    reading = start_correction(conference=conference, data=data, name=name, by=signed_in(request), now=clock.now())
    return shown(reading)


@router.get("/readings/{uuid:reading_id}/difference")
def get_difference(request: HttpRequest, reading_id: UUID) -> Answer:
    """What applying the corrected plan would change, and the stamp that applying asks for."""
    reading = _correction(request, reading_id)
    if reading.state != ReadingState.OPEN:
        raise ReadingClosed
    found = difference_of(reading, today=clock.today())
    return {"conference": found.conference.pk, "stamp": found.stamp, **as_json(difference_page(found))}


@router.post("/readings/{uuid:reading_id}/apply")
def apply(request: HttpRequest, reading_id: UUID, given: ApplyIn) -> Answer:
    """Makes the corrected plan the one in force; 409 where something moved since, 422 while choices are open."""
    reading, by = _correction(request, reading_id), signed_in(request)
    try:
        version, event = apply_correction(
            reading=reading, stamp=given.stamp, choices=given.choices, by=by, now=clock.now()
        )
    except ChoicesOpen as left:
        raise HttpError(422, f"choices: {left}") from left
    return {"event": event.pk, "conference": version.conference_id, "version": version.ordinal}


@router.get("/{int:conference_id}/versions")
def list_versions(request: HttpRequest, conference_id: int) -> list[Answer]:
    """Every version of the plan, the one in force first."""
    conference, _rights = conference_for(request, conference_id)
    return [
        {"ordinal": each.ordinal, "number": each.number, "issued_on": each.issued_on, "made_at": each.made_at}
        for each in (line.version for line in versions_of(conference))
    ]


@router.get("/{int:conference_id}/versions/{int:old}/to/{int:new}")
def get_between(request: HttpRequest, conference_id: int, old: int, new: int) -> Answer:
    """What became of duties and facts from one version to a later one, for people of the host."""
    conference, rights = conference_for(request, conference_id)
    if not rights.may_see_all:
        raise PermissionDenied
    first, second = _version(conference, old), _version(conference, new)
    if old >= new:
        raise Http404
    return {"conference": conference.pk, **as_json(page_between(first, second))}


@router.get("/{int:conference_id}/versions/{int:ordinal}/units")
def list_units_to_tell(request: HttpRequest, conference_id: int, ordinal: int) -> list[Answer]:
    """The units for which a version changed something, and when somebody wrote down that they were told."""
    conference, _rights = run_conference_for(request, conference_id)
    return [
        {"id": each.unit.pk, "unit": each.unit.name, "what": each.what, "told_at": each.told and each.told.made_at}
        for each in units_to_tell(_version(conference, ordinal))
    ]


@router.post("/{int:conference_id}/versions/{int:ordinal}/told")
def told(request: HttpRequest, conference_id: int, ordinal: int, given: ToldIn) -> Answer:
    """Writes down that a person told these units of the version; units it does not concern are left out."""
    conference, _rights = run_conference_for(request, conference_id)
    version = _version(conference, ordinal)
    units = [each.unit for each in units_to_tell(version, given.unit_ids) if each.unit.pk in given.unit_ids]
    if not units:
        raise HttpError(422, "unit_ids")
    by, now = signed_in(request), clock.now()
    contacts, event = tell_units(version=version, units=units, channel=given.channel, by=by, now=now)
    return {"event": event.pk, "told": [contact.unit_id for contact in contacts]}


def _version(conference: Conference, ordinal: int) -> PlanVersion:
    found = version_of(conference, ordinal)
    if found is None:
        raise Http404
    return found


def _correction(request: HttpRequest, reading_id: UUID) -> Reading:
    """The open reading of a corrected plan, for people who run its conference; others get 404 or 403."""
    reading = reading_for(signed_in(request), reading_id)
    if reading.corrects_id is None or reading.state == ReadingState.DROPPED:
        raise Http404
    run_conference_for(request, reading.corrects_id)
    return reading
