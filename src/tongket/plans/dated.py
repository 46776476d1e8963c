"""Law that changes, read from `dated.toml`: which document took whose place, and from when a rule holds."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document that another has replaced from the day `on`; `cited` finds it in words in lower case."""

    name: str
    cited: re.Pattern[str]
    by: str
    on: date
    source: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that holds from `since` on, and to the day before `until` where that is known."""

    code: str
    since: date
    until: date | None
    source: str
    certain: bool

    def holds_on(self, day: date) -> bool:
        """Whether the rule holds on `day`."""
        return self.since <= day and (self.until is None or day < self.until)


def read_superseded(row: dict[str, Any]) -> Superseded:
    """One row of replaced documents; TypeError: a key that is missing or unknown."""
    return Superseded(**{**row, "cited": re.compile(row["cited"])})


def read_rule(row: dict[str, Any]) -> Rule:
    """One row of rules; TypeError: a key that is missing or unknown."""
    named = {("since" if key == "from" else key): value for key, value in row.items()}
    return Rule(**{"until": None, **named})


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("dated.toml").read_text(encoding="utf-8"))


@cache
def superseded() -> tuple[Superseded, ...]:
    """Every document known to have been replaced."""
    return tuple(map(read_superseded, _table()["superseded"]))


@cache
def rule(code: str) -> Rule:
    """The rule called `code`; KeyError: there is none."""
    return {row["code"]: read_rule(row) for row in _table()["rule"]}[code]
