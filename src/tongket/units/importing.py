"""What bringing in a directory would do, row by row, before anything is written. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from tongket.core.text import fold_tones
from tongket.units.directory import Directory, RowFault, Table, parse_directory
from tongket.units.rules import UnitRecord

COMPARED = tuple(field.name for field in fields(UnitRecord) if field.name not in {"key", "aliases"})


@dataclass(frozen=True, slots=True)
class Change:
    """One unit that the table adds or changes: what was, field by field, and what will be."""

    record: UnitRecord
    known: UnitRecord | None
    before: Mapping[str, object]
    after: Mapping[str, object]

    @property
    def is_new(self) -> bool:
        """Whether the unit is not there yet."""
        return self.known is None


@dataclass(frozen=True, slots=True)
class Preview:
    """What bringing in a table would do."""

    changes: tuple[Change, ...]
    unchanged: int
    faults: tuple[RowFault, ...]

    @property
    def added(self) -> tuple[Change, ...]:
        """The units that are new."""
        return tuple(change for change in self.changes if change.is_new)

    @property
    def changed(self) -> tuple[Change, ...]:
        """The units that are there and get other values."""
        return tuple(change for change in self.changes if not change.is_new)


def _with_names(record: UnitRecord, names: Mapping[str, str]) -> UnitRecord:
    """The known record with parent and successors by name, as tables have them."""
    parent = names.get(record.parent) if record.parent else None
    return replace(record, parent=parent, successors=tuple(names[key] for key in record.successors if key in names))


def preview(table: Table, known: Directory) -> Preview:
    """Compares the table with what is there; units are the same when their names are, whatever the tone placement."""
    names = {record.key: record.name for record in known}
    by_name = {fold_tones(record.name): _with_names(record, names) for record in known}
    parsed, faults = parse_directory(table, known)
    changes, unchanged = [], 0
    for record in parsed:
        before = by_name.get(fold_tones(record.name))
        differing = _differing(before, record)
        if before is not None and not differing:
            unchanged += 1
            continue
        changes.append(
            Change(
                record,
                before,
                {name: getattr(before, name) for name in differing} if before else {},
                {name: getattr(record, name) for name in differing},
            )
        )
    return Preview(tuple(changes), unchanged, faults)


def _differing(before: UnitRecord | None, after: UnitRecord) -> Sequence[str]:
    """The fields in which a known unit changes; an empty cell of the table leaves what is known."""
    if before is None:
        return COMPARED
    return [
        name
        for name in COMPARED
        if getattr(after, name) not in ("", None, ()) and getattr(after, name) != getattr(before, name)
    ]
