"""Writes to units and their names: adding, changing, ending, and taking the last of these back."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.findings import words
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.units.models import Alias, Unit
from tongket.units.queries import last_event
from tongket.units.rules import BodyType

FIELDS = ("short_name", "body", "place_kind", "place", "email", "phone", "valid_from_on", "valid_until_on")
DATES = ("valid_from_on", "valid_until_on")


class BadUnit(ValueError):
    """A unit cannot be as asked; `field` says which value is wrong, `message` is the message id that tells why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class TooLate(RuntimeError):
    """Something else happened since, so the change can no longer be taken back."""


@transaction.atomic
def create_unit(
    *,
    name: str,
    values: Mapping[str, Any],
    parent: Unit | None,
    aliases: Iterable[str] = (),
    by: User | None,
    now: datetime,
) -> Unit:
    """Adds a unit; `values` holds any of the unit's plain fields. Raises BadUnit."""
    unit = Unit(parent=parent, **{field: values[field] for field in FIELDS if field in values})
    _check(unit)
    unit.set_name(clean(name), _tidy(aliases, unit))
    unit.save()
    _set_aliases(unit, aliases)
    audit.record(verb="create_unit", subject=unit, by=by, now=now)
    return unit


def create_unit_named(*, name: str, under: Unit | None, by: User, now: datetime) -> Unit:
    """Adds a unit of which only the name in a plan is known; its kind is to be filled in later."""
    place = {"place_kind": under.place_kind, "place": under.place} if under else {}
    return create_unit(name=name, values={"body": BodyType.OTHER, **place}, parent=under, by=by, now=now)


@transaction.atomic
def change_unit(*, unit: Unit, values: Mapping[str, Any], by: User, now: datetime) -> Unit:
    """Sets name, parent, plain fields and `aliases`, whichever `values` holds; the trail keeps what stood there.

    Raises BadUnit.
    """
    before = _snapshot(unit)
    _write(unit, values)
    _record("change_unit", unit, before, by=by, now=now)
    return unit


@transaction.atomic
def end_unit(*, unit: Unit, last_day: date, successors: Iterable[Unit], by: User, now: datetime) -> Unit:
    """Ends a unit with `last_day`; `successors` carry on, as after a merger. Raises BadUnit."""
    before = _snapshot(unit)
    _write(unit, {"valid_until_on": last_day, "successors": [each for each in successors if each != unit]})
    _record("end_unit", unit, before, by=by, now=now)
    return unit


@transaction.atomic
def take_back_unit(*, event: Event, unit: Unit, by: User, now: datetime) -> None:
    """Puts a unit back to what it was before `event`; one that was just added is removed.

    Raises TooLate where the unit no longer stands as the event left it.
    """
    if event.verb == "create_unit":
        _must_be_untouched(event, unit)
    else:
        standing = _snapshot(unit)
        if any(standing[name] != value for name, value in event.changes["after"].items()):
            raise TooLate
        _write(unit, {name: _value(name, value) for name, value in event.changes["before"].items()})
    audit.record(verb="take_back", subject=unit, by=by, now=now, changes={"event": event.pk})
    if event.verb == "create_unit":
        _delete(unit)


def _must_be_untouched(event: Event, unit: Unit) -> None:
    if last_event(unit) != event or unit.memberships.exists():
        raise TooLate


def _delete(unit: Unit) -> None:
    try:
        unit.delete()
    except ProtectedError as needed:
        raise TooLate from needed


def _write(unit: Unit, values: Mapping[str, Any]) -> None:
    for field in (*FIELDS, "parent", "parent_id"):
        if field in values:
            setattr(unit, field, values[field])
    _check(unit)
    if "successors" in values:
        unit.successors.set(values["successors"])
    if "aliases" in values:
        _set_aliases(unit, values["aliases"])
    unit.set_name(clean(values.get("name", unit.name)), unit.aliases.values_list("name", flat=True))
    unit.save()


def _check(unit: Unit) -> None:
    """Refuses days that run backwards, and a unit that would stand above itself."""
    if unit.valid_from_on and unit.valid_until_on and unit.valid_until_on < unit.valid_from_on:
        raise BadUnit("valid_until_on", words("Ngày hết hiệu lực đứng trước ngày bắt đầu. Ghi ngày sau ngày bắt đầu."))
    at, seen = unit.parent, set[int]()
    while at is not None and at.pk not in seen:
        if unit.pk is not None and at.pk == unit.pk:
            raise BadUnit("parent", words("Đơn vị này đứng ở cấp trên của đơn vị ấy. Chọn một đơn vị cấp trên thật."))
        seen.add(at.pk)
        at = at.parent


def _tidy(names: Iterable[str], unit: Unit) -> list[str]:
    return sorted({clean(name) for name in names if clean(name)} - {unit.name})


def _set_aliases(unit: Unit, names: Iterable[str]) -> None:
    wanted = _tidy(names, unit)
    unit.aliases.exclude(name__in=wanted).delete()
    known = set(unit.aliases.values_list("name", flat=True))
    Alias.objects.bulk_create(Alias(unit=unit, name=name) for name in wanted if name not in known)


def _snapshot(unit: Unit) -> dict[str, Any]:
    """What `take_back_unit` needs to know of a unit, as JSON."""
    kept = {field: _plain(getattr(unit, field)) for field in ("name", "parent_id", *FIELDS)}
    kept["aliases"] = sorted(unit.aliases.values_list("name", flat=True))
    kept["successors"] = sorted(unit.successors.values_list("pk", flat=True))
    return kept


def _record(verb: str, unit: Unit, before: dict[str, Any], *, by: User, now: datetime) -> None:
    after = _snapshot(unit)
    changed = [field for field in before if before[field] != after[field]]
    changes = {"before": {f: before[f] for f in changed}, "after": {f: after[f] for f in changed}}
    audit.record(verb=verb, subject=unit, by=by, now=now, changes=changes)


def _plain(value: Any) -> Any:  # noqa: ANN401 -- a field's value as JSON
    return value.isoformat() if isinstance(value, date) else value


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 -- a field's value from JSON
    return date.fromisoformat(value) if name in DATES and value is not None else value
