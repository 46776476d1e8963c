"""What the checks of a summary report look at: its sentences with their sources, and what those say now. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.synthesis.rules import Layer, Origin, SourceSort
from tongket.synthesis.values import Passage, Source

Key = tuple[SourceSort, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in the report.

    `figures` are the numbers it was composed with; `composed` what the program last said there; `fresh` what it would
    say now, None where it would say nothing there. `has_news` says that a run changed
    `composed` after a person wrote. One that was left out is not among those checked.
    """

    key: int
    heading: str
    text: str
    origin: Origin = Origin.COMPOSED
    slot: str = ""
    layer: Layer = Layer.SENTENCE
    sources: tuple[Source, ...] = ()
    figures: Mapping[str, tuple[str, Source]] = field(default_factory=dict)
    composed: str = ""
    fresh: Passage | None = None
    has_news: bool = False
    is_vouched: bool = False
    clause: str = ""

    @property
    def is_persons(self) -> bool:
        """Whether a person stands behind the words as they are."""
        return self.origin is not Origin.COMPOSED


@dataclass(frozen=True, slots=True)
class Backing:
    """What a source says now: the numbers in it, and whether it still stands in a review that counts."""

    numbers: frozenset[Decimal] = frozenset()
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of how many units a tally speaks, and how many owe it."""

    number: int
    expected: int


@dataclass(frozen=True, slots=True)
class Sum:
    """A total beside what it must be the sum of: the units' figures (`units`) or the parts the outline names."""

    code: str
    name: str
    total: Decimal
    added: Decimal
    of_parts: bool = False
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure that does not fit: whose it is, the indicator's name, and how it was written."""

    unit: str
    indicator: str
    written: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole report as the checks see it.

    `moved` counts the reviews that changed since the last run, `twins` the pairs of models that may be one and that
    nobody merged or told apart.
    """

    sentences: tuple[Sentence, ...]
    backing: Mapping[Key, Backing] = field(default_factory=dict)
    coverage: Mapping[int, Coverage] = field(default_factory=dict)
    sums: tuple[Sum, ...] = ()
    moved: int = 0
    is_composed: bool = True
    waiting: int = 0
    doubts: tuple[Doubt, ...] = ()
    twins: int = 0
