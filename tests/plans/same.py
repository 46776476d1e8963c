"""When two facts objects say the same: the contract takes X and X/1 as one place where nothing stands at X/2."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from tongket.plans.facts import Facts


def settled(facts: Facts) -> Facts:
    """`facts` with every lone `X/1` written as `X`."""
    taken = {getattr(row, "clause", None) for row in _rows(facts)}
    changed = {field.name: _settled(getattr(facts, field.name), taken) for field in fields(facts)}
    return replace(facts, **changed)


def _rows(facts: Facts) -> list[Any]:
    values = (getattr(facts, field.name) for field in fields(facts))
    return [row for value in values if isinstance(value, tuple) for row in value]


def _settled(value: Any, taken: set[str | None]) -> Any:
    if not isinstance(value, tuple):
        return value
    return tuple(_at(row, taken) for row in value)


def _at(row: Any, taken: set[str | None]) -> Any:
    clause = getattr(row, "clause", None) if is_dataclass(row) else None
    if clause is None or not clause.endswith("/1") or f"{clause[:-1]}2" in taken:
        return row
    return replace(row, clause=clause[:-2])
