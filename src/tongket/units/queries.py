"""Reads over the directory: as a value for other rooms, and as pages show it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Prefetch, Q, QuerySet

from tongket.core.audit import reference
from tongket.core.models import Event
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
    links = Unit.successors.through.objects.order_by("pk")
    for before, after in links.values_list("from_unit_id", "to_unit_id"):
        successors.setdefault(before, []).append(str(after))
    return Directory(
        record_of(unit, aliases.get(unit.pk, ()), successors.get(unit.pk, ()))
        for unit in Unit.objects.order_by("sort_key", "pk")
    )


def directory_on(day: date) -> Directory:
    """The units that exist on `day`, as a value; three queries."""
    return whole_directory().valid_on(day)


def units_found(*, asked: str, body: str, place_kind: str, day: date | None) -> QuerySet[Unit]:
    """The units whose names hold every asked word, whatever the accents, by name; `day` None takes ended ones too."""
    units: QuerySet[Unit] = Unit.objects.order_by("sort_key", "pk")
    for word in fold(asked).split():
        units = units.filter(search_key__contains=word)
    if body:
        units = units.filter(body=body)
    if place_kind:
        units = units.filter(place_kind=place_kind)
    return units.valid_on(day) if day else units  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Twig:
    """The key of a unit in the tree, and how deep it stands."""

    key: int
    depth: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit as a line of the tree; one whose parent is not on this page says whose it is."""

    unit: Unit
    depth: int
    is_cut: bool


def tree_of(units: QuerySet[Unit], mine: Collection[int] = ()) -> list[Twig]:
    """The found units with those below each right after it, in their order; one query.

    A unit whose parent is not among them stands at the root. Branches that lead to `mine` come first.
    """
    parents: dict[int, int | None] = dict(units.values_list("pk", "parent_id"))
    below: dict[int | None, list[int]] = {}
    for key, parent in parents.items():
        below.setdefault(parent if parent in parents else None, []).append(key)
    ahead = _paths(mine, parents)
    found: list[Twig] = []
    waiting = [Twig(key, 0) for key in _last_first(below.get(None, []), ahead)]
    while waiting:
        twig = waiting.pop()
        found.append(twig)
        waiting += [Twig(key, twig.depth + 1) for key in _last_first(below.get(twig.key, []), ahead)]
    return found


def _paths(mine: Collection[int], parents: dict[int, int | None]) -> set[int]:
    """`mine` and every unit above them."""
    found: set[int] = set()
    for key in mine:
        at: int | None = key
        while at is not None and at in parents and at not in found:
            found.add(at)
            at = parents[at]
    return found


def _last_first(keys: list[int], ahead: set[int]) -> list[int]:
    """Siblings as a stack wants them: those of `ahead` are taken first."""
    return sorted(keys, key=lambda key: key not in ahead)[::-1]


def branches_of(twigs: Sequence[Twig]) -> list[Branch]:
    """The lines of one page of the tree; one query."""
    units = Unit.objects.select_related("parent").in_bulk([twig.key for twig in twigs])
    lines, seen = [], set()
    for twig in twigs:
        unit = units[twig.key]
        lines.append(Branch(unit, twig.depth, unit.parent_id is not None and unit.parent_id not in seen))
        seen.add(twig.key)
    return lines


def people_of(unit: Unit, *, now: datetime) -> QuerySet[Membership]:
    """The unit's people as they stand now, clerks and leaders first; `way_in_until` is when an open way in ends."""
    link = "person__user__access_links__"
    is_open = Q(**{f"{link}used_at": None, f"{link}revoked_at": None, f"{link}expires_at__gt": now})
    people = Membership.objects.filter(unit=unit, ended_on__isnull=True).select_related("person__user", "unit__parent")
    until = Max(f"{link}expires_at", filter=is_open)
    return people.annotate(way_in_until=until).order_by("role", "person__name", "pk")


def former_people_of(unit: Unit) -> QuerySet[Membership]:
    """Those who have left the unit or leave it today, the latest first."""
    gone = Membership.objects.filter(unit=unit, ended_on__isnull=False).select_related("person")
    return gone.order_by("-ended_on", "person__name")


def unit_page(unit: Unit, *, on: date) -> Unit:
    """The unit with everything its page shows, in a constant number of queries; units below as they stand on `on`."""
    below = Unit.objects.valid_on(on).order_by("sort_key")
    page = Unit.objects.select_related("parent").prefetch_related(
        "aliases",
        Prefetch("children", below),
        Prefetch("successors", Unit.objects.order_by("sort_key")),
        Prefetch("predecessors", Unit.objects.order_by("sort_key")),
    )
    return page.get(pk=unit.pk)


def last_event(subject: Unit | Membership) -> Event | None:
    """What was last done to this unit or this person's place in a unit."""
    return Event.objects.filter(subject=reference(subject)).order_by("-pk").first()
