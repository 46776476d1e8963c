"""What two plans say, fact by fact: what is new, what is gone, what reads otherwise, what only stands elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tongket.conferences.correction.pairing import Row, pair_rows, same_words
from tongket.conferences.correction.values import How
from tongket.conferences.fact_fields import FIELDS, MANY, is_plain, typed_from

# Where a fact stands says nothing of what it says.
PLACES = frozenset({"clause", "label", "level", "parent"})
Value = Any  # a JSON value of the contract


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a fact before and after, as a person types it."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact before and after, in the shape of the contract; None where it is not there."""

    how: How
    key: str
    old: Value
    new: Value

    @property
    def old_clause(self) -> str:
        """Where it stood."""
        return _clause(self.old)

    @property
    def new_clause(self) -> str:
        """Where it stands."""
        return _clause(self.new)

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields that read otherwise, their place aside; only of a changed fact."""
        if self.how is not How.CHANGED:
            return ()
        old, new = typed_from(self.key, self.old), typed_from(self.key, self.new)
        fields = (field for field in FIELDS[self.key] if field.name not in PLACES)
        told = (FieldChange(field.label, old[field.name], new[field.name]) for field in fields)
        return tuple(each for each in told if same_words(each.old) != same_words(each.new))


def compare_facts(old: Mapping[str, Value], new: Mapping[str, Value]) -> list[FactChange]:
    """Every fact of both plans, in the order of the contract; equal ones too, as `same`."""
    return [change for key in FIELDS for change in _of_key(key, old.get(key), new.get(key))]


def _of_key(key: str, old: Value, new: Value) -> Iterator[FactChange]:
    olds, news = _rows(key, old), _rows(key, new)
    pairs = pair_rows(
        [Row(_words(key, value), _clause(value)) for value in olds],
        [Row(_words(key, value), _clause(value)) for value in news],
        rest_in_order=key not in MANY,
    )
    for before, after in pairs:
        yield _fact(key, None if before is None else olds[before], None if after is None else news[after])


def _rows(key: str, value: Value) -> list[Value]:
    if key in MANY:
        return list(value or ())
    return [] if value is None else [value]


def _fact(key: str, old: Value, new: Value) -> FactChange:
    if old is None or new is None:
        return FactChange(How.ADDED if old is None else How.WITHDRAWN, key, old, new)
    if _words(key, old) != _words(key, new):
        return FactChange(How.CHANGED, key, old, new)
    return FactChange(How.SAME if _clause(old) == _clause(new) else How.MOVED, key, old, new)


def _words(key: str, value: Value) -> str:
    typed = typed_from(key, value)
    return same_words(" ".join(typed[field.name] for field in FIELDS[key] if is_plain(key) or field.name not in PLACES))


def _clause(value: Value) -> str:
    return str(value.get("clause") or "") if isinstance(value, dict) else ""
