"""What a paper is measured by and against, as values."""

import tomllib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any, Protocol

from tongket.reading.manuscript.values import Sheet
from tongket.reviews.values import Reported


@dataclass(frozen=True, slots=True)
class StandardForm:
    """The standard form: sheet, type and spacing. `lines` should hold, `tight_lines` must."""

    sheet: Sheet
    size_pt: float
    lines: float
    tight_lines: float
    after_pt: float
    first_line_mm: float
    table_pt: float
    note_pt: float


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a paper may take, None for no limit; `rate` and `fast_rate` are syllables a minute.

    `clause` is the place of the plan that sets them.
    """

    pages: float | None
    minutes: float | None
    rate: float
    fast_rate: float
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the directory writes it, and what else it is known by."""

    name: str
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, the directory's first."""
        return (self.name, *self.others)


@dataclass(frozen=True, slots=True)
class Assignment:
    """What was asked for: the unit, the topic in the plan's words, and its place there; empty where nothing was."""

    unit: Name = Name("")
    topic: str = ""
    clause: str | None = None
    speaker: str = ""


class Origin(StrEnum):
    """Where words stand that a paper has too: in another of this conference, an earlier one, the unit's report."""

    PAPER = "paper"
    EARLIER = "earlier"
    REVIEW = "review"


class Shared(Protocol):
    """Words that a paper has in common with another text, as an index of texts finds them.

    `start` and `end` count letters of the paper's text, `key` names the other text in the index.
    """

    @property
    def key(self) -> Hashable:
        """The other text."""

    @property
    def start(self) -> int:
        """The first letter of the words in the paper."""

    @property
    def end(self) -> int:
        """The letter after the last."""

    @property
    def words(self) -> str:
        """The words themselves."""

    @property
    def syllables(self) -> int:
        """How many they are."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that passages were compared with: its key in the index, its name for people, and what it is."""

    key: Hashable
    label: str
    origin: Origin = Origin.PAPER


@dataclass(frozen=True, slots=True)
class Known:
    """What a paper is compared with.

    Units of the directory; documents cited by the plan (`294/KH-MTTQ-BTT`); the names of texts that passages may come
    from; what the unit's own review says, once that counts.
    """

    units: tuple[Name, ...] = ()
    documents: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    reported: Reported | None = None


@lru_cache(maxsize=1)
def _shipped() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("tongket.papers").joinpath("standard.toml").read_text(encoding="utf-8"))


def standard_form(changed: Mapping[str, float] | None = None) -> StandardForm:
    """The shipped form with `changed` values of the same names (`size_pt`, `left_mm` …) in place of its own."""
    changed = changed or {}
    shipped = _shipped()
    sheet = {each.name: changed.get(each.name, shipped["sheet"][each.name]) for each in fields(Sheet)}
    text = {name: changed.get(name, value) for name, value in shipped["text"].items()}
    return StandardForm(sheet=Sheet(**sheet), **text)


def shipped_limits() -> Limits:
    """The limits where no plan and no office says anything."""
    shipped = _shipped()
    return Limits(**shipped["limits"], **shipped["speech"])
