"""Exemplars as JSON, with the same rights as the pages."""

from django.http import HttpRequest
from ninja import Router, Schema

from tongket.conferences.access import office_for
from tongket.exemplars.access import exemplar_in
from tongket.exemplars.models import Exemplar
from tongket.exemplars.queries import exemplars_of, twins_of
from tongket.exemplars.rules import ExemplarState

router = Router(tags=["exemplars"])


class ExemplarOut(Schema):
    """One exemplar; `owner` is the unit that runs it, by number where the directory has it, else by name."""

    id: int
    name: str
    owner: int | None
    owner_name: str
    place: str
    field: str
    began_year: int | None
    what: str
    method: str
    result: str
    lessons: str
    state: str
    merged_into: int | None


class TwinsOut(Schema):
    """Two exemplars that may be one, and the place where both may stand, empty where one names none."""

    one: int
    other: int
    place: str


@router.get("{conference_id}/exemplars", response=list[ExemplarOut])
def exemplars(
    request: HttpRequest, conference_id: int, state: ExemplarState | None = None, search: str = ""
) -> list[ExemplarOut]:
    """The register of the conference's host: those that count, or those of one state."""
    conference, _rights = office_for(request, conference_id)
    return [_out(row) for row in exemplars_of(conference.host, state=state or "", search=search)]


@router.get("{conference_id}/exemplars/twins", response=list[TwinsOut])
def twins(request: HttpRequest, conference_id: int) -> list[TwinsOut]:
    """The pairs that a person should look at."""
    conference, _rights = office_for(request, conference_id)
    return [TwinsOut(one=pair.one.pk, other=pair.other.pk, place=pair.place) for pair in twins_of(conference.host)]


@router.get("{conference_id}/exemplars/{exemplar_id}", response=ExemplarOut)
def exemplar(request: HttpRequest, conference_id: int, exemplar_id: int) -> ExemplarOut:
    """One exemplar of the register."""
    conference, _rights = office_for(request, conference_id)
    return _out(exemplar_in(conference, exemplar_id))


def _out(row: Exemplar) -> ExemplarOut:
    return ExemplarOut(
        id=row.pk,
        name=row.name,
        owner=row.owner_id,
        owner_name=row.owner_name,
        place=row.place,
        field=row.field,
        began_year=row.began_year,
        what=row.what,
        method=row.method,
        result=row.result,
        lessons=row.lessons,
        state=row.state,
        merged_into=row.merged_into_id,
    )
