"""Every write to the directory: units, names, people, and a whole table at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tongket.accounts.actions import create_user
from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.text import clean, nfc
from tongket.units.directory import Table, read_table
from tongket.units.importing import Change, Preview, preview
from tongket.units.models import Alias, Membership, Person, Role, Unit
from tongket.units.queries import whole_directory
from tongket.units.rules import BodyType

FIELDS = ("short_name", "body", "place_kind", "place", "email", "phone", "valid_from_on", "valid_until_on")


@transaction.atomic
def create_unit(*, name: str, values: Mapping[str, Any], parent: Unit | None, by: User | None, now: datetime) -> Unit:
    """Adds a unit; `values` holds any of the unit's plain fields."""
    unit = Unit(parent=parent, **{field: values[field] for field in FIELDS if field in values})
    unit.set_name(name)
    unit.save()
    audit.record(verb="create_unit", subject=unit, by=by, now=now)
    return unit


def create_unit_named(*, name: str, under: Unit | None, by: User, now: datetime) -> Unit:
    """Adds a unit of which only the name in a plan is known; its kind is to be filled in later."""
    place = {"place_kind": under.place_kind, "place": under.place} if under else {}
    return create_unit(name=name, values={"body": BodyType.OTHER, **place}, parent=under, by=by, now=now)


@transaction.atomic
def change_unit(*, unit: Unit, values: Mapping[str, Any], by: User, now: datetime) -> Unit:
    """Sets name, parent and plain fields; the trail keeps which fields changed and what stood there."""
    before = {field: _plain(getattr(unit, field)) for field in ("name", "parent_id", *FIELDS)}
    for field in (*FIELDS, "parent"):
        if field in values:
            setattr(unit, field, values[field])
    unit.set_name(values.get("name", unit.name))
    unit.save()
    after = {field: _plain(getattr(unit, field)) for field in ("name", "parent_id", *FIELDS)}
    changed = {field for field in before if before[field] != after[field]}
    changes = {"before": {f: before[f] for f in changed}, "after": {f: after[f] for f in changed}}
    audit.record(verb="change_unit", subject=unit, by=by, now=now, changes=changes)
    return unit


def _plain(value: Any) -> Any:  # noqa: ANN401 -- a field's value as JSON
    return value.isoformat() if isinstance(value, date) else value


@transaction.atomic
def end_unit(*, unit: Unit, last_day: date, successors: Iterable[Unit], by: User, now: datetime) -> Unit:
    """Ends a unit with `last_day`; `successors` carry on, as after a merger."""
    unit.valid_until_on = last_day
    unit.save(update_fields=["valid_until_on"])
    unit.successors.set(successors)
    audit.record(verb="end_unit", subject=unit, by=by, now=now, changes={"last_day": last_day.isoformat()})
    return unit


@transaction.atomic
def revive_unit(*, unit: Unit, by: User, now: datetime) -> Unit:
    """Takes back `end_unit`."""
    unit.valid_until_on = None
    unit.save(update_fields=["valid_until_on"])
    unit.successors.clear()
    audit.record(verb="revive_unit", subject=unit, by=by, now=now)
    return unit


@transaction.atomic
def set_aliases(*, unit: Unit, names: Iterable[str], by: User, now: datetime) -> None:
    """Makes `names` the other names of the unit."""
    wanted = {clean(name) for name in names if clean(name)} - {unit.name}
    unit.aliases.exclude(name__in=wanted).delete()
    known = set(unit.aliases.values_list("name", flat=True))
    Alias.objects.bulk_create(Alias(unit=unit, name=name) for name in sorted(wanted - known))
    audit.record(verb="set_aliases", subject=unit, by=by, now=now)


@dataclass(frozen=True, slots=True)
class Imported:
    """What bringing in a table did."""

    added: int
    changed: int
    unchanged: int
    preview: Preview


def import_file(*, data: bytes, by: User, now: datetime) -> Imported:
    """Brings in a .csv or .xlsx directory; rows with faults are left out. Raises BadDirectory for no directory."""
    return import_table(table=read_table(data), by=by, now=now)


@transaction.atomic
def import_table(*, table: Table, by: User, now: datetime) -> Imported:
    """Adds and changes the units of a table, in one transaction; doing it twice changes nothing the second time."""
    seen = preview(table, whole_directory())
    units = {unit.name: unit for unit in Unit.objects.all()}
    for change in seen.changes:
        units[change.record.name] = _write(change, units, by=by, now=now)
    for change in seen.changes:
        _link(change, units)
    return Imported(len(seen.added), len(seen.changed), seen.unchanged, seen)


def _write(change: Change, units: Mapping[str, Unit], *, by: User, now: datetime) -> Unit:
    values = {
        _column(name): value for name, value in change.after.items() if name not in {"name", "parent", "successors"}
    }
    name = change.record.name
    if change.known is None:
        unit = create_unit(name=name, values=values, parent=None, by=by, now=now)
    else:
        unit = change_unit(unit=units[change.known.name], values=values, by=by, now=now)
    if change.record.aliases:
        set_aliases(unit=unit, names=change.record.aliases, by=by, now=now)
    return unit


def _column(name: str) -> str:
    return {"valid_from": "valid_from_on", "valid_until": "valid_until_on"}.get(name, name)


def _link(change: Change, units: Mapping[str, Unit]) -> None:
    unit = units[change.record.name]
    if change.after.get("parent"):
        unit.parent = units[str(change.after["parent"])]
        unit.save(update_fields=["parent"])
    if change.record.successors:
        unit.successors.set([units[name] for name in change.record.successors])


@transaction.atomic
def add_person(
    *, unit: Unit, name: str, post: str, role: str, email: str = "", phone: str = "", by: User | None, now: datetime
) -> Membership:
    """Adds somebody to a unit."""
    person = Person.objects.create(name=nfc(name), email=email, phone=phone)
    membership = Membership.objects.create(person=person, unit=unit, post=post, role=role)
    audit.record(verb="add_person", subject=membership, scope=unit, by=by, now=now)
    return membership


@transaction.atomic
def change_person(*, membership: Membership, values: Mapping[str, str], by: User, now: datetime) -> Membership:
    """Sets name, phone and e-mail of a person, and the post and role in this unit."""
    person = membership.person
    person.name, person.phone, person.email = nfc(values["name"]), values["phone"], values["email"]
    person.save(update_fields=["name", "phone", "email"])
    membership.post, membership.role = values["post"], values["role"]
    membership.save(update_fields=["post", "role"])
    audit.record(verb="change_person", subject=membership, scope=membership.unit, by=by, now=now)
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, last_day: date, by: User, now: datetime) -> None:
    """Ends a person's place in a unit; the rights that came with it end too."""
    membership.ended_on = last_day
    membership.save(update_fields=["ended_on"])
    audit.record(verb="end_membership", subject=membership, scope=membership.unit, by=by, now=now)


@transaction.atomic
def take_back_membership(*, membership: Membership, by: User, now: datetime) -> None:
    """Takes back `end_membership`."""
    membership.ended_on = None
    membership.save(update_fields=["ended_on"])
    audit.record(verb="take_back_membership", subject=membership, scope=membership.unit, by=by, now=now)


@transaction.atomic
def user_of(*, person: Person, by: User, now: datetime) -> User:
    """The account of a person, made without a password where there is none; they enter by links and codes."""
    if person.user is None:
        taken = User.objects.filter(email__iexact=person.email).exists() if person.email else True
        email = None if taken else person.email
        person.user = create_user(name=person.name, email=email, password=None, by=by, now=now)
        person.save(update_fields=["user"])
    return person.user


@transaction.atomic
def contact_of(*, unit: Unit, by: User, now: datetime) -> Person:
    """The person a unit is reached through: the first of its people, or a nameless one that is made for it."""
    first = unit.memberships.filter(ended_on__isnull=True).select_related("person__user").order_by("pk").first()
    if first is not None:
        return first.person
    name = f"Người phụ trách, {unit.called}"
    return add_person(unit=unit, name=name, post="", role=Role.MEMBER, by=by, now=now).person


@transaction.atomic
def begin_installation(
    *, unit_name: str, values: Mapping[str, Any], name: str, post: str, email: str, password: str, now: datetime
) -> User:
    """The first run: the host unit, the first account, and the place of that person in it."""
    user = create_user(name=name, email=email, password=password, is_admin=True, by=None, now=now)
    unit = create_unit(name=unit_name, values=values, parent=None, by=user, now=now)
    person = Person.objects.create(name=nfc(name), email=email, user=user)
    Membership.objects.create(person=person, unit=unit, post=post, role=Role.CLERK)
    return user
