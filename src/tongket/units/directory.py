"""The directory of units as a value, and how a table from an office becomes one, row by row. Pure."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from openpyxl import load_workbook

from tongket.core.dates import DayFault, parse_day
from tongket.core.findings import Finding, Level, words
from tongket.core.text import clean, fold, fold_tones
from tongket.reading.archive import BROKEN, examine_workbook
from tongket.reading.limits import MEGABYTE, Limits
from tongket.reading.refusals import Unreadable
from tongket.units.rules import BODY_WORDS, BodyType, PlaceKind, UnitRecord, valid_on

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("ten", "ten don vi", "ten day du"),
    "short_name": ("ten gon", "ten ngan", "ten viet tat"),
    "body": ("loai", "loai to chuc", "loai co quan"),
    "place_kind": ("cap", "cap dia danh"),
    "place": ("dia danh", "noi"),
    "parent": ("truc thuoc", "cap tren", "don vi cap tren"),
    "email": ("thu dien tu", "email", "e-mail"),
    "valid_from": ("hieu luc tu", "tu ngay"),
    "valid_until": ("het hieu luc", "den ngay"),
    "aliases": ("ten khac", "ten goi khac"),
    "successors": ("don vi ke thua", "ke thua"),
}
NEEDED = ("name", "body")
BODY_NAMES: dict[str, BodyType] = {
    **{fold(part): body for body, said in reversed(BODY_WORDS.items()) for part in (said, *said.split(","))},
    "mttq": BodyType.FRONT,
    "ubmttq": BodyType.FRONT,
    "ubnd": BodyType.GOVERNMENT,
    "hdnd": BodyType.COUNCIL,
    "to chuc chinh tri xa hoi": BodyType.POLITICAL_SOCIAL,
}
MOST_ROWS = 50_000
MOST_COLUMNS = 40
LIMITS = Limits(unpacked_bytes=60 * MEGABYTE)


class BadDirectory(ValueError):
    """A file that is no directory at all; `finding` says what was found and what is wanted."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why one row was not taken: its number in the file (the heading is row 1), its column, what stood there."""

    row: int
    column: str
    found: str
    wanted: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stood in the file: the name of each known column, and each row's number with its values."""

    rows: tuple[tuple[int, Mapping[str, str]], ...]


class Directory:
    """Units by their keys, with the tree they form."""

    def __init__(self, records: Iterable[UnitRecord]) -> None:
        self._records = {record.key: record for record in records}

    def __iter__(self) -> Iterator[UnitRecord]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def get(self, key: str | None) -> UnitRecord | None:
        """The unit of this key, None where there is none."""
        return self._records.get(key) if key is not None else None

    def valid_on(self, day: date) -> "Directory":
        """The directory as it was on `day`."""
        return Directory(record for record in self if valid_on(record, day))

    def children(self, key: str) -> tuple[UnitRecord, ...]:
        """The units right below."""
        return tuple(record for record in self if record.parent == key)

    def above(self, record: UnitRecord) -> Iterator[UnitRecord]:
        """The units above, nearest first; a circle in bad data ends the walk."""
        seen = {record.key}
        parent = self.get(record.parent)
        while parent is not None and parent.key not in seen:
            yield parent
            seen.add(parent.key)
            parent = self.get(parent.parent)


def _column(heading: str) -> str | None:
    known = fold(heading).strip()
    return next((name for name, others in COLUMNS.items() if known in {name, *others}), None)


def _table(rows: Iterable[Sequence[object]]) -> Table:
    found = [[_cell(value) for value in row] for row in rows]
    headings = [_column(value) for value in found[0]] if found else []
    missing = [name for name in NEEDED if name not in headings]
    if missing:
        raise BadDirectory(
            Finding(
                "directory-columns",
                Level.BLOCKER,
                found=words("Dòng đầu của bảng không có cột {missing}."),
                wanted=words("Cần các cột name (tên), body (loại); nên có short_name, place_kind, place, parent."),
                todo=words("Thêm tên cột vào dòng đầu rồi đưa lại tệp."),
                values={"missing": ", ".join(missing)},
            )
        )
    return Table(
        tuple(
            (number, {name: value for name, value in zip(headings, row, strict=False) if name})
            for number, row in enumerate(found[1:], start=2)
            if any(row)
        )
    )


def _cell(value: object) -> str:
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    return clean(str(value)) if value is not None else ""


def _text_of(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", errors="replace")


def _sheet_rows(data: bytes) -> list[Sequence[object]]:
    try:
        examine_workbook(data, LIMITS)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return list(islice(book.worksheets[0].iter_rows(values_only=True, max_col=MOST_COLUMNS), MOST_ROWS + 1))
    except (Unreadable, *BROKEN, SyntaxError, IndexError, TypeError, AttributeError) as fault:
        raise BadDirectory(
            Finding(
                "directory-broken",
                Level.BLOCKER,
                found=words("Tệp Excel hỏng, có khóa, có macro, hoặc không phải .xlsx."),
                todo=words("Mở tệp bằng Excel, lưu lại thành .xlsx hoặc .csv rồi đưa lại."),
            )
        ) from fault


def _text_rows(data: bytes) -> list[Sequence[object]]:
    text = _text_of(data)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(islice(csv.reader(io.StringIO(text.replace("\0", "")), delimiter=delimiter), MOST_ROWS + 1))
    except csv.Error as fault:
        raise BadDirectory(
            Finding(
                "directory-no-table",
                Level.BLOCKER,
                found=words("Tệp không phải bảng .csv."),
                todo=words("Mở tệp bằng Excel, lưu lại thành .xlsx hoặc .csv rồi đưa lại."),
            )
        ) from fault


def read_table(data: bytes) -> Table:
    """The table in a .csv or .xlsx file, told apart by content; raises BadDirectory where there is none.

    Reads at most 50,000 rows of 40 columns: the whole nation has about 20,000 units.
    """
    return _table(_rows(data))


def read_rows(data: bytes) -> list[list[str]]:
    """Every row of a .csv or of the first sheet of an .xlsx as cleaned text; raises BadDirectory, limits as above."""
    return [[_cell(value) for value in row] for row in _rows(data)]


def _rows(data: bytes) -> list[Sequence[object]]:
    rows = _sheet_rows(data) if data.startswith(b"PK") else _text_rows(data)
    if len(rows) > MOST_ROWS:
        raise BadDirectory(
            Finding(
                "directory-too-long",
                Level.BLOCKER,
                found=words("Bảng có hơn {most} dòng."),
                todo=words("Chia bảng thành nhiều tệp rồi đưa lần lượt."),
                values={"most": MOST_ROWS},
            )
        )
    return rows


def _body(text: str) -> BodyType | None:
    """The kind of body by its code, its words or a usual abbreviation, whatever the accents."""
    return next((body for body in BodyType if body.value == text.lower()), None) or BODY_NAMES.get(fold(text))


def _place_kind(text: str) -> PlaceKind | None:
    return next((kind for kind in PlaceKind if kind.value == text.lower()), None)


def _date(number: int, column: str, text: str, faults: list[RowFault]) -> date | None:
    if not text:
        return None
    day = parse_day(text)
    if isinstance(day, DayFault):
        faults.append(RowFault(number, column, text, words("ngày/tháng/năm, ví dụ 30/6/2025")))
        return None
    return day


def _many(text: str) -> tuple[str, ...]:
    return tuple(clean(part) for part in text.split(";") if clean(part))


def _record(number: int, row: Mapping[str, str], faults: list[RowFault]) -> UnitRecord:
    """One row as a unit whose parent and successors are still names; what is wrong with it goes to `faults`."""
    body, kind = _body(row.get("body", "")), _place_kind(row.get("place_kind", ""))
    if not row.get("name"):
        faults.append(RowFault(number, "name", "", words("tên đầy đủ của đơn vị")))
    if body is None:
        faults.append(RowFault(number, "body", row.get("body", ""), "; ".join(BODY_WORDS.values())))
    if kind is None:
        faults.append(RowFault(number, "place_kind", row.get("place_kind", ""), words("tỉnh, thành phố, xã, phường …")))
    email = row.get("email", "")
    if email and ("@" not in email or " " in email):
        faults.append(RowFault(number, "email", email, words("địa chỉ có dạng ten@noi.vn, hoặc để trống")))
    return UnitRecord(
        key=row.get("name", ""),
        name=row.get("name", ""),
        short_name=row.get("short_name", ""),
        body=body or BodyType.OTHER,
        place_kind=kind or PlaceKind.NONE,
        place=row.get("place", ""),
        parent=row.get("parent") or None,
        email=email,
        aliases=_many(row.get("aliases", "")),
        valid_from=_date(number, "valid_from", row.get("valid_from", ""), faults),
        valid_until=_date(number, "valid_until", row.get("valid_until", ""), faults),
        successors=_many(row.get("successors", "")),
    )


def parse_directory(table: Table, known: Iterable[UnitRecord] = ()) -> tuple[Directory, tuple[RowFault, ...]]:
    """The units of a table, keyed by their names, and every fault; a faulty row is left out.

    `known` are units that are there already and may be parents or successors.
    """
    faults: list[RowFault] = []
    records: dict[str, UnitRecord] = {}
    numbers: dict[str, int] = {}
    for number, row in table.rows:
        own: list[RowFault] = []
        record = _record(number, row, own)
        if record.name in records:
            own.append(RowFault(number, "name", record.name, words("mỗi đơn vị một dòng; tên này đã có ở trên")))
        faults += own
        if not own:
            records[record.name], numbers[record.name] = record, number
    names = {fold_tones(record.name) for record in known} | {fold_tones(name) for name in records}
    for name, record in list(records.items()):
        records[name] = _linked(record, names, numbers[name], faults)
    _break_circles(records, numbers, faults)
    return Directory(records.values()), tuple(faults)


def _linked(record: UnitRecord, names: set[str], number: int, faults: list[RowFault]) -> UnitRecord:
    """The record without links to units that are nowhere; each missing one is a fault."""
    if record.parent and fold_tones(record.parent) not in names:
        faults.append(RowFault(number, "parent", record.parent, words("tên một đơn vị có trong bảng hoặc danh bạ")))
        record = replace(record, parent=None)
    lost = [name for name in record.successors if fold_tones(name) not in names]
    faults += [
        RowFault(number, "successors", name, words("tên một đơn vị có trong bảng hoặc danh bạ")) for name in lost
    ]
    return replace(record, successors=tuple(name for name in record.successors if name not in lost))


def _break_circles(records: dict[str, UnitRecord], numbers: Mapping[str, int], faults: list[RowFault]) -> None:
    """A unit that stands above itself loses its parent, with a fault."""
    for name in list(records):
        walked, at = {name}, records[name].parent
        while at is not None and at in records and at not in walked:
            walked.add(at)
            at = records[at].parent
        if at == name:
            parent = records[name].parent or ""
            faults.append(RowFault(numbers[name], "parent", parent, words("đơn vị cấp trên, không vòng lại chính nó")))
            records[name] = replace(records[name], parent=None)
