"""Findings as JSON keeps them with what they concern: whole, to be put into words in whatever language. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from tongket.core.findings import Finding, Level

_PARTS = ("code", "found", "wanted", "where", "todo", "clause", "quote")


def findings_to_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Each finding with its message ids and values; what JSON cannot say becomes text."""
    return [
        {name: getattr(each, name) for name in _PARTS}
        | {"level": each.level.value, "values": {name: _plain(value) for name, value in each.values.items()}}
        for each in findings
    ]


def findings_from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """The findings that `findings_to_json` wrote."""
    return tuple(
        Finding(level=Level(row["level"]), values=row["values"], **{name: row[name] for name in _PARTS}) for row in rows
    )


def _plain(value: object) -> object:
    if isinstance(value, str | int | float | bool | None):
        return value
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    return str(value)
