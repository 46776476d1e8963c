"""One shape for every judgement: what was found, what was wanted, where, and what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tongket.core.figures import figure


class Level(StrEnum):
    """How much a finding holds up: a blocker stops, an approval waits for a person, advice may be ignored."""

    BLOCKER = "blocker"
    APPROVAL = "approval"
    ADVICE = "advice"


def words(text: str) -> str:
    """Marks `text` as a message id for the catalogues and returns it unchanged.

    Pure rooms carry Vietnamese message ids and values; the edge translates and fills them.
    """
    return text


@dataclass(frozen=True, slots=True)
class Finding:
    """One judgement as a value.

    `found`, `wanted`, `where` and `todo` are Vietnamese message ids with `{name}` gaps that `values` fills;
    an empty one is left out of the sentence. `clause` names the place in the plan, `quote` its own words.
    """

    code: str
    level: Level
    found: str
    wanted: str = ""
    where: str = ""
    todo: str = ""
    clause: str | None = None
    quote: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What one check says: its name and its findings, none when the check passed."""

    check: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A finding put into words of one language."""

    found: str
    wanted: str
    where: str
    todo: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.found, self.wanted, self.where, self.todo) if part)


def _same(text: str) -> str:
    return text


def _said(value: object) -> object:
    if isinstance(value, float):
        return figure(value)
    return "; ".join(str(_said(each)) for each in value) if isinstance(value, list | tuple) else value


def compose(finding: Finding, translate: Callable[[str], str] = _same) -> Sentence:
    """The finding's four parts in words; `translate` turns a message id into the reader's language.

    A value that is a float is a figure and said as one, `3,42`; several of them stand in a list.
    """
    values = {name: _said(value) for name, value in finding.values.items()}

    def part(text: str) -> str:
        return translate(text).format(**values) if text else ""

    return Sentence(part(finding.found), part(finding.wanted), part(finding.where), part(finding.todo))


def as_json(finding: Finding, translate: Callable[[str], str] = _same) -> dict[str, str | None]:
    """The finding as every JSON answer gives it: code, level, message, where, clause, quote."""
    sentence = compose(finding, translate)
    message = " ".join(part for part in (sentence.found, sentence.wanted, sentence.todo) if part)
    return {
        "code": finding.code,
        "level": finding.level.value,
        "message": message,
        "where": sentence.where or finding.clause,
        "clause": finding.clause,
        "quote": finding.quote or None,
    }
