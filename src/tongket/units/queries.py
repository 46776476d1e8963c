"""Reads over the directory: as a value for other rooms, and as pages show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from tongket.core.text import fold
from tongket.units.directory import Directory
from tongket.units.models import Alias, Membership, Unit
from tongket.units.rules import BodyType, PlaceKind, UnitRecord


def record_of(unit: Unit, aliases: Iterable[str] = (), successors: Iterable[str] = ()) -> UnitRecord:
    """A row as the pure rules know it; its key is the row's number as text."""
    return UnitRecord(
        key=str(unit.pk),
        name=unit.name,
        short_name=unit.short_name,
        body=BodyType(unit.body),
        place_kind=PlaceKind(unit.place_kind),
        place=unit.place,
        parent=str(unit.parent_id) if unit.parent_id else None,
        email=unit.email,
        aliases=tuple(aliases),
        valid_from=unit.valid_from_on,
        valid_until=unit.valid_until_on,
        successors=tuple(successors),
    )


def whole_directory() -> Directory:
    """Every unit there is or was, as a value; three queries."""
    aliases: dict[int, list[str]] = {}
    for unit_id, name in Alias.objects.order_by("pk").values_list("unit_id", "name"):
        aliases.setdefault(unit_id, []).append(name)
    successors: dict[int, list[str]] = {}
    for before, after in Unit.successors.through.objects.values_list("from_unit_id", "to_unit_id"):
        successors.setdefault(before, []).append(str(after))
    return Directory(
        record_of(unit, aliases.get(unit.pk, ()), successors.get(unit.pk, ()))
        for unit in Unit.objects.order_by("sort_key")
    )


def directory_on(day: date) -> Directory:
    """The units that exist on `day`, as a value; three queries."""
    return whole_directory().valid_on(day)


def units_found(*, asked: str, body: str, place_kind: str, day: date | None) -> QuerySet[Unit]:
    """The units whose names hold every asked word, whatever the accents, by name."""
    units: QuerySet[Unit] = Unit.objects.select_related("parent").order_by("sort_key")
    for word in fold(asked).split():
        units = units.filter(search_key__contains=word)
    if body:
        units = units.filter(body=body)
    if place_kind:
        units = units.filter(place_kind=place_kind)
    return units.valid_on(day) if day else units  # type: ignore[attr-defined,no-any-return]


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit in the tree with how deep it stands."""

    unit: Unit
    depth: int


def as_tree(units: Sequence[Unit]) -> list[Branch]:
    """The units with those below each right after it; one whose parent is not among them stands at the root."""
    there = {unit.pk for unit in units}
    below: dict[int | None, list[Unit]] = {}
    for unit in units:
        below.setdefault(unit.parent_id if unit.parent_id in there else None, []).append(unit)
    found: list[Branch] = []
    waiting = [(unit, 0) for unit in reversed(below.get(None, []))]
    while waiting:
        unit, depth = waiting.pop()
        found.append(Branch(unit, depth))
        waiting += [(child, depth + 1) for child in reversed(below.get(unit.pk, []))]
    return found


def people_of(unit: Unit) -> QuerySet[Membership]:
    """The unit's people as they stand now, leaders first."""
    people = Membership.objects.filter(unit=unit, ended_on__isnull=True).select_related("person__user")
    return people.order_by("role", "person__name")


def unit_page(unit: Unit) -> Unit:
    """The unit with everything its page shows, in a constant number of queries."""
    page = Unit.objects.select_related("parent").prefetch_related(
        "aliases",
        Prefetch("children", Unit.objects.order_by("sort_key")),
        Prefetch("successors", Unit.objects.order_by("sort_key")),
        Prefetch("predecessors", Unit.objects.order_by("sort_key")),
    )
    return page.get(pk=unit.pk)
