"""A small city with two communes and a ward, and what a plan says there; every test of deriving starts from it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.due import Calendar
from tongket.conferences.derive.matter import Assigned, Matter
from tongket.conferences.derive.owners import Owner, Owners
from tongket.plans.facts import Deadline, Facts, Task
from tongket.plans.plan import Clause
from tongket.units.directory import Directory
from tongket.units.rules import BodyType, PlaceKind, UnitRecord

FRONT = "Ban Thường trực Ủy ban MTTQ Việt Nam"
FRONTS = f"{FRONT} các xã, phường"
ALLIES = "Các tổ chức chính trị - xã hội thành phố"
CITY, COMMUNE, WARD = PlaceKind.CITY, PlaceKind.COMMUNE, PlaceKind.WARD


def record(
    key: str, name: str, body: BodyType, kind: PlaceKind, place: str, parent: str | None = "host", **rest: Any
) -> UnitRecord:
    """A unit below the host."""
    return UnitRecord(key, name, body=body, place_kind=kind, place=place, parent=parent, **rest)


HOST = record("host", f"{FRONT} thành phố", BodyType.FRONT, CITY, "Tam Kỳ", None)
UNITS = (
    HOST,
    record("farmers", "Hội Nông dân thành phố", BodyType.POLITICAL_SOCIAL, CITY, "Tam Kỳ"),
    record("women", "Hội Liên hiệp phụ nữ thành phố", BodyType.POLITICAL_SOCIAL, CITY, "Tam Kỳ"),
    record("government", "UBND thành phố", BodyType.GOVERNMENT, CITY, "Tam Kỳ", None),
    record("economy", "Phòng Kinh tế", BodyType.DEPARTMENT, CITY, "Tam Kỳ", "government"),
    record("ward", f"{FRONT} phường An Mỹ", BodyType.FRONT, WARD, "An Mỹ"),
    record("phu", f"{FRONT} xã Tam Phú", BodyType.FRONT, COMMUNE, "Tam Phú"),
    record("thang", f"{FRONT} xã Tam Thăng", BodyType.FRONT, COMMUNE, "Tam Thăng"),
    record("government-ward", "UBND phường An Mỹ", BodyType.GOVERNMENT, WARD, "An Mỹ", "government"),
    record("government-thang", "UBND xã Tam Thăng", BodyType.GOVERNMENT, COMMUNE, "Tam Thăng", "government"),
)
DIRECTORY = Directory(UNITS)
BY_KEY = {unit.key: unit for unit in UNITS}


def owner(key: str) -> Owner:
    """A unit of the city as whoever owes."""
    return Owner(key, BY_KEY[key].name)


def owners(
    *,
    host: UnitRecord | None = HOST,
    chosen: Mapping[str, tuple[str, ...]] | None = None,
    units: Iterable[UnitRecord] = UNITS,
) -> Owners:
    """Who names mean in the small city."""
    return Owners(Directory(units), host, chosen or {})


def clause(name: str, text: str, *, heading: str | None = None) -> Clause:
    """A place of the plan with these words."""
    return Clause(name, name, heading, text, name.count("/") + 1, None, (0, 0))


def deadline(
    what: str, on: date | None, *, at: str = "IV", hour: str | None = None, units: Iterable[str] = ()
) -> Deadline:
    """Something to be delivered by a printed day."""
    return Deadline(at, on, hour, what, None, tuple(units))


def matter(
    *,
    clauses: Sequence[Clause] = (),
    host: UnitRecord | None = HOST,
    chosen: Mapping[str, tuple[str, ...]] | None = None,
    tasks: Sequence[Task] = (),
    deadlines: Sequence[Deadline] = (),
    **facts: Any,
) -> Matter:
    """The facts with what their names and dates mean in the small city."""
    known = owners(host=host, chosen=chosen)
    assigned = tuple(Assigned(task, known.of(task.unit, task.clause)) for task in tasks)
    said = Facts(tasks=tuple(tasks), deadlines=tuple(deadlines), **facts)
    return Matter(said, clauses, known, Calendar(deadlines, clauses, known), assigned)


def places(drafts: Iterable[DutyDraft]) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """Who owes, from which clause, and because of which others."""
    return [(draft.unit, draft.clause, draft.because) for draft in drafts]
