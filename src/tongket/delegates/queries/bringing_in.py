"""What a list of people would do to a conference's list."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from tongket.core.findings import words
from tongket.delegates.notes import says_absent
from tongket.delegates.queries.groups import Attendance, Row
from tongket.documents.copy_lists import NAME, NOTE, PHONE, POST, TITLE, UNIT, Draft, Line, Read, read_list
from tongket.documents.queries.copies import unit_finder

IS_UNIT = words("Dòng này chỉ có tên đơn vị, không có tên người.")
TOO_LONG = words(
    "Ô “{found}…” dài quá. Ghi nhiều nhất: họ tên 120 chữ cái, chức vụ 200, đơn vị 200, điện thoại 30, lý do vắng 300."
)
LONGEST = {NAME: 120, POST: 200, UNIT: 200, PHONE: 30}
LONGEST_REASON = 300
SHOWN_OF_LONG = 40


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a line names; `key` is that of the person and not of the place in the text, for the ticks.

    `owes` says that the unit was asked to send people, `is_absent` that the note says that this one does not come.
    """

    line: Line
    draft: Draft
    key: str
    owes: bool
    is_absent: bool

    @property
    def note(self) -> str:
        """What stands in the note and is not brought in."""
        return "" if self.is_absent else self.draft.values.get(NOTE, "")


@dataclass(frozen=True, slots=True)
class Understood:
    """The list as it was read: the people, who is new first, and the lines that name nobody, with the reason."""

    people: tuple[Person, ...]
    leftovers: tuple[Line, ...]

    @property
    def new(self) -> tuple[Person, ...]:
        """Who is on no list yet."""
        return tuple(each for each in self.people if each.line.same_as is None)

    @property
    def names_units(self) -> bool:
        """Whether somebody's unit is written, so that one who has none lacks it."""
        return any(UNIT in each.draft.values for each in self.people)


def keys_listed(attendance: Attendance) -> frozenset[str]:
    """The people on the list, as lists of people tell them apart: by name and unit."""
    return frozenset(_key(row) for row in attendance.rows)


def _key(row: Row) -> str:
    unit = str(row.delegate.unit_id) if row.delegate.unit_id else None
    return Draft(row.delegate.name, values={UNIT: row.delegate.body}, unit=unit).key


def understood(text: str, *, attendance: Attendance, on: date) -> Understood:
    """The list as it was read; who is on the conference's list already is told as `same_as` 0."""
    read = read_list(text, known=keys_listed(attendance), unit_of=unit_finder(on))
    lines = Read(tuple(_judged(line) for line in read.lines))
    owing = {str(each.duty.unit_id) for group in attendance.groups for each in group.senders}
    return Understood(_people((*lines.new, *lines.twice), owing), lines.leftovers)


def _judged(line: Line) -> Line:
    """The line as a leftover where it names a unit as such, or says more than a list of people keeps."""
    if line.draft is None:
        return line
    if line.draft.is_unit:
        return replace(line, draft=None, same_as=None, fault=IS_UNIT)
    long = _too_long(line.draft)
    return replace(line, draft=None, same_as=None, fault=TOO_LONG, found=long[:SHOWN_OF_LONG]) if long else line


def _too_long(draft: Draft) -> str:
    """The cell that would be cut, "" where all fits."""
    values = {**draft.values, NAME: f"{draft.values.get(TITLE, '')} {draft.name}".strip()}
    note = values.get(NOTE, "")
    if says_absent(note) and len(note) > LONGEST_REASON:
        return note
    return next((values[name] for name, most in LONGEST.items() if len(values.get(name, "")) > most), "")


def _people(lines: Collection[Line], owing: Collection[str]) -> tuple[Person, ...]:
    seen: Counter[str] = Counter()
    found = []
    for line in lines:
        if line.draft is None:
            continue
        key = line.draft.key[:12]
        seen[key] += 1
        found.append(
            Person(
                line,
                line.draft,
                f"{key}.{seen[key]}",
                line.draft.unit in owing,
                says_absent(line.draft.values.get(NOTE, "")),
            )
        )
    return tuple(found)
