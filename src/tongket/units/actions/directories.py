"""Brings in a whole directory at once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold_tones
from tongket.units.actions.units import change_unit, create_unit
from tongket.units.directory import BadDirectory, Table, read_table
from tongket.units.importing import MEND, Change, Preview, by_name, preview
from tongket.units.models import Unit
from tongket.units.queries import whole_directory

COLUMNS = {"valid_from": "valid_from_on", "valid_until": "valid_until_on"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What bringing in a table did; rows with faults were left out."""

    added: int
    changed: int
    unchanged: int
    preview: Preview


def import_file(*, data: bytes, by: User, now: datetime) -> Imported:
    """Brings in a .csv or .xlsx directory, told apart by content; raises BadDirectory for what is no directory."""
    return import_directory(table=read_table(data), by=by, now=now)


@transaction.atomic
def import_whole_file(*, data: bytes, by: User, now: datetime) -> Imported:
    """Brings in a file of which nobody saw a preview: every row must be right.

    Raises BadDirectory for what is no directory and, naming the first, for faulty rows; nothing is kept then.
    """
    done = import_file(data=data, by=by, now=now)
    if done.preview.faults:
        raise BadDirectory(_faulty(done.preview))
    return done


def _faulty(seen: Preview) -> Finding:
    first = seen.faults[0]
    values = {"number": seen.faulty_rows, "row": first.row, "column": first.column}
    return Finding(
        code="directory-rows-faulty",
        level=Level.BLOCKER,
        found=words("{number} dòng có lỗi, chưa nhập gì. Dòng {row}, cột {column}: “{found}”."),
        wanted=words("Cần {wanted}."),
        todo=first.todo or MEND,
        values={**values, "found": first.found, "wanted": first.wanted},
    )


@transaction.atomic
def import_directory(*, table: Table, held: Collection[str] | None = None, by: User, now: datetime) -> Imported:
    """Adds and changes the units of a table in one transaction; doing it twice changes nothing the second time.

    Only units whose keys are in `held` are changed or added to, None for all; rows with faults are left out.
    """
    known = whole_directory()
    seen = preview(table, known, held=held)
    units = _Units({name: int(record.key) for name, record in by_name(known).items()})
    for change in _parents_first(seen.added):
        units.keep(change, _create(change, units, by=by, now=now))
    for change in seen.changed:
        change_unit(unit=units.named(change.record.name), values=_values(change, units), by=by, now=now)
    for change in seen.added:
        if change.record.successors:
            units.named(change.record.name).successors.set(units.all_named(change.record.successors))
    return Imported(len(seen.added), len(seen.changed), seen.unchanged, seen)


class _Units:
    """Rows by the names that a table uses, fetched when asked for."""

    def __init__(self, keys: dict[str, int]) -> None:
        self._keys = keys
        self._rows: dict[int, Unit] = {}

    def keep(self, change: Change, unit: Unit) -> None:
        self._keys[fold_tones(change.record.name)] = unit.pk
        self._rows[unit.pk] = unit

    def named(self, name: str) -> Unit:
        key = self._keys[fold_tones(name)]
        if key not in self._rows:
            self._rows[key] = Unit.objects.get(pk=key)
        return self._rows[key]

    def all_named(self, names: Iterable[str]) -> list[Unit]:
        return [self.named(name) for name in names]


def _parents_first(changes: Sequence[Change]) -> list[Change]:
    """New units in an order in which each one's parent is there before it."""
    waiting = {fold_tones(change.record.name): change for change in changes}
    ordered: list[Change] = []
    while waiting:
        ready = [name for name, each in waiting.items() if fold_tones(each.record.parent or "") not in waiting]
        ordered += [waiting.pop(name) for name in ready]
    return ordered


def _create(change: Change, units: _Units, *, by: User, now: datetime) -> Unit:
    values = {COLUMNS.get(name, name): value for name, value in change.after.items()}
    parent = units.named(change.record.parent) if change.record.parent else None
    aliases, name = change.record.aliases, change.record.name
    return create_unit(name=name, values=values, parent=parent, aliases=aliases, by=by, now=now)


def _values(change: Change, units: _Units) -> dict[str, Any]:
    values: dict[str, Any] = {COLUMNS.get(name, name): value for name, value in change.after.items()}
    if "parent" in values:
        values["parent"] = units.named(values["parent"])
    if "successors" in values:
        values["successors"] = units.all_named(values["successors"])
    return values
