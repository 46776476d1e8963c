"""The directory as JSON, with the same actions and rights as the pages."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.units import access, actions
from tongket.units.models import Unit
from tongket.units.queries import units_found
from tongket.units.rules import BodyType, PlaceKind

router = Router(tags=["units"])


class UnitOut(Schema):
    """A unit."""

    id: int
    name: str
    short_name: str
    body: str
    place_kind: str
    place: str
    parent_id: int | None
    email: str
    valid_from_on: date | None
    valid_until_on: date | None


class UnitIn(Schema):
    """A unit to add or change."""

    name: str
    body: BodyType
    short_name: str = ""
    place_kind: PlaceKind = PlaceKind.NONE
    place: str = ""
    parent_id: int | None = None
    email: str = ""
    valid_from_on: date | None = None
    valid_until_on: date | None = None


@router.get("", response=list[UnitOut])
def list_units(request: HttpRequest, q: str = "", body: str = "", place_kind: str = "") -> list[Unit]:
    """The units that exist today, filtered."""
    access.reader_of_directory(request)
    return list(units_found(asked=q, body=body, place_kind=place_kind, day=clock.today()))


@router.get("/{unit_id}", response=UnitOut)
def get_unit(request: HttpRequest, unit_id: int) -> Unit:
    """One unit."""
    return access.unit_for(request, unit_id)


@router.post("", response=UnitOut)
def create_unit(request: HttpRequest, unit: UnitIn) -> Unit:
    """Adds a unit."""
    access.editor_of_directory(request)
    parent = access.unit_for(request, unit.parent_id) if unit.parent_id else None
    values = unit.dict(exclude={"name", "parent_id"})
    return actions.create_unit(name=unit.name, values=values, parent=parent, by=signed_in(request), now=clock.now())


@router.put("/{unit_id}", response=UnitOut)
def change_unit(request: HttpRequest, unit_id: int, unit: UnitIn) -> Unit:
    """Changes a unit."""
    found = access.editable_unit_for(request, unit_id)
    parent = access.unit_for(request, unit.parent_id) if unit.parent_id else None
    values = unit.dict(exclude={"parent_id"}) | {"parent": parent}
    return actions.change_unit(unit=found, values=values, by=signed_in(request), now=clock.now())
