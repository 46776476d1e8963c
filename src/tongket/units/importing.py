"""What bringing in a directory would do, row by row, before anything is written. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from tongket.core.dates import plain_day
from tongket.core.findings import words
from tongket.core.text import fold_tones
from tongket.units.directory import Directory, RowFault, Table, parse_directory
from tongket.units.rules import BODY_WORDS, BodyType, UnitRecord

COMPARED = tuple(field.name for field in fields(UnitRecord) if field.name not in {"key", "name"})
LONGEST = {"name": 250, "short_name": 120, "place": 120, "email": 254}
FIELD_WORDS: dict[str, str] = {
    "name": words("Tên đầy đủ"),
    "short_name": words("Tên gọn"),
    "body": words("Loại tổ chức"),
    "place_kind": words("Cấp"),
    "place": words("Địa danh"),
    "parent": words("Trực thuộc"),
    "email": words("Thư điện tử"),
    "valid_from": words("Có từ ngày"),
    "valid_until": words("Đến hết ngày"),
    "aliases": words("Tên khác"),
    "successors": words("Đơn vị kế thừa"),
}
MEND = words("Sửa ô ấy trong tệp rồi đưa lại tệp.")
ASK = words("Nhờ người quản trị, hoặc văn phòng của đơn vị ấy.")


@dataclass(frozen=True, slots=True)
class Step:
    """One field that changes: its message id, what stood there, what will stand there; words to be translated."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One unit that the table adds or changes: what was, field by field, and what will be."""

    row: int
    record: UnitRecord
    known: UnitRecord | None
    before: Mapping[str, object]
    after: Mapping[str, object]

    @property
    def is_new(self) -> bool:
        """Whether the unit is not there yet."""
        return self.known is None

    @property
    def steps(self) -> tuple[Step, ...]:
        """What changes, as a person reads it."""
        return tuple(
            Step(FIELD_WORDS[name], shown(self.before.get(name)), shown(value)) for name, value in self.after.items()
        )


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

    @property
    def faulty_rows(self) -> int:
        """How many rows have a fault."""
        return len({fault.row for fault in self.faults})


def shown(value: object) -> str:
    """A field's value as a person reads it, a message id where it is a word of ours; empty for nothing."""
    if isinstance(value, BodyType):
        return BODY_WORDS[value]
    if isinstance(value, date):
        return plain_day(value)
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value) if value else ""


def by_name(known: Directory) -> dict[str, UnitRecord]:
    """The known units by their folded names, with parent and successors as names; of namesakes who lives longest."""
    names = {record.key: record.name for record in known}
    found: dict[str, UnitRecord] = {}
    for record in sorted(known, key=lambda record: record.valid_until or date.max):
        parent = names.get(record.parent) if record.parent else None
        successors = tuple(names[key] for key in record.successors if key in names)
        found[fold_tones(record.name)] = replace(record, parent=parent, successors=successors)
    return found


def preview(table: Table, known: Directory, *, held: Collection[str] | None = None) -> Preview:
    """Compares the table with what is there; units are the same when their names are, whatever the tone placement.

    `held` are the keys of the units that may be changed and added to, None for all. An empty cell leaves what is known.
    """
    parsed, found = parse_directory(table, known)
    faults = list(found)
    rows = _rows_by_name(table)
    there = by_name(known)
    records: dict[str, UnitRecord] = {}
    for record in parsed:
        own = _faults_of(record, rows[record.name], there, held)
        faults += own
        if not own:
            records[fold_tones(record.name)] = record
    for name in _in_circles(records, there):
        faults.append(_fault(rows, records.pop(name), "parent", words("đơn vị cấp trên, không vòng lại chính nó")))
    kept = [_linked(record, records, there, rows, faults) for record in records.values()]
    seen = [_compared(record, rows[record.name], there.get(fold_tones(record.name))) for record in kept]
    changes = tuple(change for change in seen if change.is_new or change.after)
    return Preview(changes, len(seen) - len(changes), tuple(sorted(faults, key=lambda fault: fault.row)))


def _rows_by_name(table: Table) -> dict[str, int]:
    rows: dict[str, int] = {}
    for number, row in table.rows:
        rows.setdefault(row.get("name", ""), number)
    return rows


def _fault(rows: Mapping[str, int], record: UnitRecord, column: str, wanted: str) -> RowFault:
    return RowFault(rows[record.name], column, shown(getattr(record, column)), wanted, MEND)


def _faults_of(
    record: UnitRecord, row: int, known: Mapping[str, UnitRecord], held: Collection[str] | None
) -> list[RowFault]:
    """Why a row that is well written still cannot be taken."""
    rows = {record.name: row}
    faults = [
        _fault(rows, record, column, words("tên, địa chỉ ngắn hơn"))
        for column, most in LONGEST.items()
        if len(getattr(record, column)) > most
    ]
    if record.valid_from and record.valid_until and record.valid_until < record.valid_from:
        faults.append(_fault(rows, record, "valid_until", words("ngày sau ngày bắt đầu")))
    before = known.get(fold_tones(record.name))
    parent = known.get(fold_tones(record.parent)) if record.parent else None
    if held is not None and before is not None and before.key not in held and _differing(before, record):
        wanted = words("đơn vị do cơ quan của bạn giữ")
        faults.append(RowFault(row, "name", record.name, wanted, ASK))
    elif held is not None and before is None and parent is not None and parent.key not in held:
        wanted = words("đơn vị cấp trên do cơ quan của bạn giữ")
        faults.append(RowFault(row, "parent", parent.name, wanted, ASK))
    return faults


def _in_circles(records: Mapping[str, UnitRecord], known: Mapping[str, UnitRecord]) -> list[str]:
    """The rows that would put a unit above itself, once table and directory are laid together."""
    parents = {name: _parent(record) for name, record in known.items()}
    parents |= {name: _parent(record) for name, record in records.items() if record.parent}
    return [name for name in records if _meets_itself(name, parents)]


def _parent(record: UnitRecord) -> str | None:
    return fold_tones(record.parent) if record.parent else None


def _meets_itself(name: str, parents: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    at = parents.get(name)
    while at is not None and at not in seen:
        if at == name:
            return True
        seen.add(at)
        at = parents.get(at)
    return False


def _linked(
    record: UnitRecord,
    records: Mapping[str, UnitRecord],
    known: Mapping[str, UnitRecord],
    rows: Mapping[str, int],
    faults: list[RowFault],
) -> UnitRecord:
    """The record without links to rows that were left out meanwhile, with a fault for its parent."""
    there = {*records, *known}
    if record.parent and fold_tones(record.parent) not in there:
        faults.append(_fault(rows, record, "parent", words("tên một đơn vị có trong bảng hoặc danh bạ")))
        record = replace(record, parent=None)
    return replace(record, successors=tuple(name for name in record.successors if fold_tones(name) in there))


def _compared(record: UnitRecord, row: int, before: UnitRecord | None) -> Change:
    if before is None:
        after = {name: getattr(record, name) for name in COMPARED if getattr(record, name) not in ("", None, ())}
        return Change(row, record, None, {}, after)
    differing = _differing(before, record)
    return Change(row, record, before, {name: getattr(before, name) for name in differing}, differing)


def _differing(before: UnitRecord, after: UnitRecord) -> dict[str, object]:
    """What changes in a known unit; other names are added to those it has."""
    values = {name: getattr(after, name) for name in COMPARED if getattr(after, name) not in ("", None, ())}
    if set(after.aliases) <= {*before.aliases, before.name}:
        values.pop("aliases", None)
    else:
        values["aliases"] = (*before.aliases, *(name for name in after.aliases if name not in before.aliases))
    return {name: value for name, value in values.items() if not _same(getattr(before, name), value)}


def _same(before: object, after: object) -> bool:
    return _keys(before) == _keys(after)


def _keys(value: object) -> object:
    """Names and lists of names are the same whatever the tone placement."""
    if isinstance(value, tuple):
        return sorted(map(fold_tones, value))
    return fold_tones(value) if isinstance(value, str) else value
