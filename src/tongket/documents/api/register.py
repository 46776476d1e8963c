"""The register of outgoing documents as JSON."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema
from ninja.errors import HttpError

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for
from tongket.core import clock
from tongket.core.typed_json import cleaned
from tongket.documents.access import run_desk_for
from tongket.documents.actions.register import MOST_OUTSIDE, Outside, edit_entry, enter_outside
from tongket.documents.forms import typed_day
from tongket.documents.models import Entry
from tongket.documents.queries.listing import entry_as_json
from tongket.documents.queries.register import asked_of, entries_of, found_in, next_number
from tongket.documents.register_forms import EntryForm, OutsideForm, entered

router = Router(tags=["register"])
Answer = dict[str, Any]


class OutsideIn(Schema):
    """A number given without this software; `kind` says its series where each kind has one."""

    number: int
    symbol: str
    dated_on: date
    subject: str
    kind: str = ""


class EntryIn(Schema):
    """What is filled by hand; what is left out stays."""

    received_by: str | None = None
    handed_over_on: date | None = None
    kept_by: str | None = None
    copies: int | None = None
    note: str | None = None


@router.get("/{int:conference_id}/register")
def get_register(
    request: HttpRequest, conference_id: int, year: str = "", kind: str = "", state: str = "", q: str = ""
) -> list[Answer]:
    """The lines of the host's register, for its people."""
    conference, _rights = office_for(request, conference_id)
    asked = asked_of({"year": year, "kind": kind, "state": state, "q": q}, today=clock.today())
    return [entry_as_json(entry) for entry in found_in(entries_of(conference.host, asked), asked.text)]


@router.get("/{int:conference_id}/register/next")
def get_next(request: HttpRequest, conference_id: int, kind: str, on: date | None = None) -> Answer:
    """The number that a document of this kind would take."""
    conference, _rights = office_for(request, conference_id)
    taken = next_number(conference.host, kind, on=on or clock.today())
    return {"number": taken.next, "first": taken.first, "last": taken.last or None}


@router.post("/{int:conference_id}/register")
def add_outside(request: HttpRequest, conference_id: int, lines: list[OutsideIn]) -> list[Answer]:
    """Writes in numbers that were given without this software, 200 at most; all or none."""
    conference, _rights = run_desk_for(request, conference_id)
    if len(lines) > MOST_OUTSIDE:
        raise HttpError(422, f"{len(lines)} > {MOST_OUTSIDE}")
    values = [cleaned(OutsideForm({**line.dict(), "dated_on": typed_day(line.dated_on)})) for line in lines]
    by_kind: dict[str, list[Outside]] = defaultdict(list)
    for line, each in zip(lines, values, strict=True):
        by_kind[line.kind].append(Outside(**each))
    by, now = signed_in(request), clock.now()
    with transaction.atomic():
        return [
            entry_as_json(entry)
            for kind, outside in by_kind.items()
            for entry in enter_outside(unit=conference.host, kind=kind, lines=outside, by=by, now=now)
        ]


@router.put("/{int:conference_id}/register/{int:entry_id}")
def put_entry(request: HttpRequest, conference_id: int, entry_id: int, wanted: EntryIn) -> Answer:
    """Fills what is filled by hand."""
    conference, _rights = run_desk_for(request, conference_id)
    entry = get_object_or_404(Entry.objects.select_related("register"), pk=entry_id, unit=conference.host)
    given = wanted.dict(exclude_none=True)
    if "handed_over_on" in given:
        given["handed_over_on"] = typed_day(given["handed_over_on"])
    values = cleaned(EntryForm({**entered(entry), **given}))
    edit_entry(entry=entry, values=values, by=signed_in(request), now=clock.now())
    return entry_as_json(entry)
