"""A plan as it was read: its facts, and for each fact the words it stands on and how sure the reader is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tongket.plans.facts import Facts
from tongket.reading.document import Line, Mending

# From here on a fact is called sure; a person is asked about the others first.
SURE_FROM = 0.9


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the plan: `start` and `end` count characters in the text of `Plan.lines[line]`."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fact stands on; `sure` runs from 0 to 1, `doubt` is a message id that says why it is not surer."""

    spans: tuple[Span, ...]
    sure: float = 1.0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A place of the plan that can be cited: a heading, a numbered sentence, a bullet or a paragraph.

    `clause` is the full name (`III.2/4`), `label` the printed one, `heading` the words of a heading or None,
    `text` all that stands at this place itself (cleaned as the contract says), `lines` the first and last line.
    """

    clause: str
    label: str
    heading: str | None
    text: str
    level: int
    parent: str | None
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that was read.

    `lines` are the plan's paragraphs after mending; spans point into them. `evidence` has one entry for each
    fact: `number`, `time`, `papers/0`, `papers/1` … `is_plan` is False for a document of another kind, with
    `nature` the message id that says what it seems to be.
    """

    facts: Facts
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    clauses: tuple[Clause, ...] = ()
    lines: tuple[Line, ...] = ()
    mendings: tuple[Mending, ...] = ()
    is_plan: bool = True
    nature: str = ""

    def words(self, span: Span) -> str:
        """The words that `span` covers."""
        return self.lines[span.line].text[span.start : span.end]
