"""The directory as JSON, with the same actions and rights as the pages."""

from datetime import date
from typing import Annotated, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import File, Query, Router, Schema
from ninja.errors import HttpError
from ninja.files import UploadedFile
from ninja.pagination import LimitOffsetPagination, paginate
from pydantic import AfterValidator, Field

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.core.findings import compose
from tongket.units import access, actions
from tongket.units.directory import BadDirectory, read_table
from tongket.units.importing import preview
from tongket.units.models import Unit
from tongket.units.queries import units_found, whole_directory
from tongket.units.rules import BodyType, PlaceKind

router = Router(tags=["units"])
LARGEST_BYTES = 5 * 1024 * 1024


class UnitOut(Schema):
    """A unit."""

    id: int
    name: str
    short_name: str
    body: BodyType
    place_kind: PlaceKind
    place: str
    parent_id: int | None
    email: str
    phone: str
    valid_from_on: date | None
    valid_until_on: date | None
    aliases: list[str]
    successor_ids: list[int]

    @staticmethod
    def resolve_aliases(unit: Unit) -> list[str]:
        """The other names."""
        return [alias.name for alias in unit.aliases.all()]

    @staticmethod
    def resolve_successor_ids(unit: Unit) -> list[int]:
        """The units that carry on."""
        return [each.pk for each in unit.successors.all()]


def _address(typed: str) -> str:
    """An e-mail address, or nothing."""
    try:
        validate_email(typed or "a@b.vn")
    except ValidationError as fault:
        raise ValueError(str(fault.message)) from fault
    return typed


class UnitIn(Schema):
    """A unit to add or change."""

    name: Annotated[str, Field(min_length=1, max_length=250)]
    body: BodyType
    short_name: Annotated[str, Field(max_length=120)] = ""
    place_kind: PlaceKind = PlaceKind.NONE
    place: Annotated[str, Field(max_length=120)] = ""
    parent_id: int | None = None
    email: Annotated[str, Field(max_length=254), AfterValidator(_address)] = ""
    phone: Annotated[str, Field(max_length=30)] = ""
    valid_from_on: date | None = None
    valid_until_on: date | None = None
    aliases: list[Annotated[str, Field(max_length=250)]] = []


class EndIn(Schema):
    """The last day of a unit and who carries on."""

    last_day: date
    successor_ids: list[int] = []


class UnitFilter(Schema):
    """What a list of units is narrowed by; `on` is today when left out, `ended` takes units of every time."""

    q: str = ""
    body: BodyType | None = None
    place_kind: PlaceKind | None = None
    on: date | None = None
    ended: bool = False


class FaultOut(Schema):
    """Why a row, or a cell of it, was left out."""

    row: int
    column: str
    found: str
    wanted: str
    todo: str


class ImportOut(Schema):
    """What bringing in a directory did, or would do."""

    written: bool
    added: list[str]
    changed: list[str]
    unchanged: int
    faults: list[FaultOut]


@router.get("", response=list[UnitOut])
@paginate(LimitOffsetPagination)
def list_units(request: HttpRequest, narrowed: Query[UnitFilter]) -> QuerySet[Unit]:
    """The units that exist on a day, filtered, by name."""
    access.reader_of_directory(request)
    day = None if narrowed.ended else narrowed.on or clock.today()
    found = units_found(asked=narrowed.q, body=narrowed.body or "", place_kind=narrowed.place_kind or "", day=day)
    return found.prefetch_related("aliases", "successors")


@router.get("/{int:unit_id}", response=UnitOut)
def get_unit(request: HttpRequest, unit_id: int) -> Unit:
    """One unit."""
    return access.unit_for(request, unit_id)


@router.post("", response=UnitOut)
def create_unit(request: HttpRequest, unit: UnitIn) -> Unit:
    """Adds a unit."""
    access.editor_of_directory(request)
    by, now = signed_in(request), clock.now()
    parent = _parent(request, unit, None)
    values = unit.dict(exclude={"name", "parent_id", "aliases"})
    try:
        return actions.create_unit(name=unit.name, values=values, parent=parent, aliases=unit.aliases, by=by, now=now)
    except actions.BadUnit as bad:
        raise _refusal(bad) from bad


@router.put("/{int:unit_id}", response=UnitOut)
def change_unit(request: HttpRequest, unit_id: int, unit: UnitIn) -> Unit:
    """Changes a unit."""
    found = access.editable_unit_for(request, unit_id)
    values = unit.dict(exclude={"parent_id"}) | {"parent": _parent(request, unit, found)}
    try:
        return actions.change_unit(unit=found, values=values, by=signed_in(request), now=clock.now())
    except actions.BadUnit as bad:
        raise _refusal(bad) from bad


@router.post("/{int:unit_id}/end", response=UnitOut)
def end_unit(request: HttpRequest, unit_id: int, end: EndIn) -> Unit:
    """Ends a unit after a day; others may carry on."""
    found = access.editable_unit_for(request, unit_id)
    successors = [access.unit_for(request, key) for key in end.successor_ids]
    by, now = signed_in(request), clock.now()
    try:
        return actions.end_unit(unit=found, last_day=end.last_day, successors=successors, by=by, now=now)
    except actions.BadUnit as bad:
        raise _refusal(bad) from bad


@router.post("/import", response=ImportOut)
def import_units(request: HttpRequest, file: File[UploadedFile], *, dry_run: bool = False) -> dict[str, Any]:
    """Brings in a .csv or .xlsx directory, or with `dry_run` only says what that would do."""
    access.editor_of_directory(request)
    if (file.size or 0) > LARGEST_BYTES:
        raise HttpError(413, _("Tệp lớn hơn %(most)d MB.") % {"most": LARGEST_BYTES // 1024 // 1024})
    by, now = signed_in(request), clock.now()
    known = whole_directory()
    held = None if by.is_admin else access.held_keys(by, known, on=now.date())
    try:
        table = read_table(file.read())
    except BadDirectory as bad:
        raise HttpError(422, str(compose(bad.finding, _))) from bad
    seen = preview(table, known, held=held)
    if not dry_run:
        seen = actions.import_directory(table=table, held=held, by=by, now=now).preview
    return {
        "written": not dry_run,
        "added": [change.record.name for change in seen.added],
        "changed": [change.record.name for change in seen.changed],
        "unchanged": seen.unchanged,
        "faults": [
            {"row": f.row, "column": f.column, "found": f.found, "wanted": _(f.wanted), "todo": f.todo and _(f.todo)}
            for f in seen.faults
        ],
    }


def _parent(request: HttpRequest, unit: UnitIn, was: Unit | None) -> Unit | None:
    """The unit above: one that the person may add to, or the one it was."""
    parent = access.unit_for(request, unit.parent_id) if unit.parent_id is not None else None
    stays = was is not None and was.parent_id == unit.parent_id
    if not stays and not access.may_add_below(signed_in(request), parent, on=clock.today()):
        raise PermissionDenied
    return parent


def _refusal(bad: actions.BadUnit) -> HttpError:
    return HttpError(422, _(bad.message))
