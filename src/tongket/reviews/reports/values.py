"""What is read in a report, as values. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tongket.core.findings import Finding
from tongket.reviews.rules import Kind
from tongket.reviews.values import Figure, Named


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a row of a table, of the report: `block` counts the manuscript's blocks from 0.

    `mark` is its bullet or number as shown; `is_strong` says that its whole dress is that of a heading (bold,
    capitals, a heading's style). `cells` are those of a row.
    """

    text: str
    block: int
    page: int | None = None
    mark: str = ""
    is_strong: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: its heading, the kinds that the heading speaks of, the question of the outline it answers.

    `level` counts from 1; a heading that says no kind takes over that of the section around it. `lines` are those
    between this heading and the next one. `others` are the questions of its further kinds (`Hạn chế và nguyên nhân`).
    """

    heading: str
    kinds: tuple[Kind, ...] = ()
    question: str = ""
    level: int = 1
    lines: tuple[Line, ...] = ()
    others: Mapping[Kind, str] = field(default_factory=dict)

    def question_of(self, kind: Kind) -> str:
        """The question that a statement of this kind answers here."""
        return self.others.get(kind, self.question)


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report as it was read: its sections in order, figures all proposed, named models, answers by question.

    `lines` holds the words of each block of the manuscript, so that a `Place` can be shown; nothing is left out.
    """

    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()
    exemplars: tuple[Named, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
