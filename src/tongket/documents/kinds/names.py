"""The values that templates may use: name, what people call it, a sample, and how a person types it. Pure."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from tongket.core.dates import DayFault, parse_clock, parse_day
from tongket.core.text import clean

ISO_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
AMOUNT = re.compile(r"^(\d{1,3}(?:\.\d{3})+|\d+)(?: ?(?:đồng|đ))?$")
ISO_HOUR = re.compile(r"^\d{2}:\d{2}$")


@dataclass(frozen=True, slots=True)
class Name:
    """One value: `columns` are the fields of a list's rows with their labels; a plain list has `is_list` alone."""

    name: str
    label: str
    sample: Any
    columns: tuple[tuple[str, str], ...] = ()
    is_list: bool = False

    def typed(self, text: str) -> Any:  # noqa: ANN401 -- JSON values
        """What was typed as the value: days and hours in ISO form, a row a line or up to `;`, columns parted by `|`.

        In a table a `;` ends a row only on a single line, and only where each row so made has columns.
        """
        if not self.is_list:
            return self._one(clean(text))
        lines = [clean(line) for line in text.splitlines() if clean(line)]
        parts = [clean(part) for line in lines for part in line.split(";") if clean(part)]
        if not self.columns:
            return parts
        return [self._row(row) for row in (parts if len(lines) == 1 and all("|" in part for part in parts) else lines)]

    def _one(self, text: str) -> str | int:
        """A day or an hour in ISO form, an amount as a number, where the value is one; else the text."""
        amount = AMOUNT.match(text) if isinstance(self.sample, int) else None
        if amount is not None:
            return int(amount[1].replace(".", ""))
        read = parse_day(text) if ISO_DAY.match(str(self.sample)) else None
        if read is None and ISO_HOUR.match(str(self.sample)):
            at = parse_clock(text)
            return text if isinstance(at, DayFault) else at.strftime("%H:%M")
        return read.isoformat() if isinstance(read, date) else text

    def _row(self, line: str) -> dict[str, str]:
        cells = [clean(cell) for cell in line.split("|", len(self.columns) - 1)]
        return {key: cell for (key, _label), cell in zip(self.columns, cells, strict=False)}

    def as_typed(self, value: Any) -> str:  # noqa: ANN401 -- JSON values
        """The reverse of `typed`, for a field that shows a value."""
        if not isinstance(value, list):
            return "" if value is None else str(value)
        rows = [[str(row.get(key) or "") for key, _ in self.columns] if self.columns else [str(row)] for row in value]
        return "\n".join(" | ".join(row) for row in rows)


def _loaded() -> dict[str, Name]:
    raw = tomllib.loads((files("tongket.documents.kinds") / "names.toml").read_text(encoding="utf-8"))
    return {name: _name(name, **fields) for name, fields in raw.items()}


def _name(name: str, *, label: str, sample: Any, columns: dict[str, str] | None = None) -> Name:  # noqa: ANN401
    pairs = tuple((columns or {}).items())
    return Name(name, label, sample, pairs, isinstance(sample, list))


NAMES: dict[str, Name] = _loaded()


def names(*wanted: str) -> tuple[Name, ...]:
    """The names of the table, in the order asked for; KeyError where the table has none."""
    return tuple(NAMES[name] for name in dict.fromkeys(wanted))


def labels_of(given: Iterable[Name]) -> dict[str, str]:
    """What people call each value; a column of a list under `list.column`."""
    labels: dict[str, str] = {}
    for each in given:
        labels[each.name] = each.label
        labels |= {f"{each.name}.{key}": f"{label} ({each.label})" for key, label in each.columns}
    return labels


def sample_of(given: Iterable[Name]) -> dict[str, Any]:
    """The samples by name."""
    return {each.name: each.sample for each in given}
