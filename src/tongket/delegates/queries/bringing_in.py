"""What a list of people would do to a conference's list."""

from collections.abc import Collection
from datetime import date

from tongket.delegates.queries.groups import Attendance, Row
from tongket.documents.copy_lists import UNIT, Draft, Read, read_list
from tongket.documents.queries.copies import unit_finder


def keys_listed(attendance: Attendance) -> frozenset[str]:
    """The people on the list, as lists of people tell them apart: by name and unit."""
    return frozenset(_key(row) for row in attendance.rows)


def _key(row: Row) -> str:
    unit = str(row.delegate.unit_id) if row.delegate.unit_id else None
    return Draft(row.delegate.name, values={UNIT: row.delegate.body}, unit=unit).key


def understood(text: str, *, listed: Collection[str], on: date) -> Read:
    """The list as it was read; who is on the conference's list already is told as `same_as` 0."""
    return read_list(text, known=listed, unit_of=unit_finder(on))
