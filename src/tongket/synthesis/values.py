"""Values of the synthesis: themes, what was gathered under them, and passages with their sources. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tongket.reviews.rules import Kind
from tongket.synthesis.rules import Layer, SourceSort


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the taxonomy: `phrases` are key phrases as people write them, `examples` whole statements that belong
    there; no `kinds`: any.
    """

    code: str
    name: str
    phrases: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A statement to be placed: `key` is the caller's own, `unit` who said it."""

    key: int
    text: str
    kind: Kind
    unit: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a statement is proposed to belong: empty where nothing fits; `score` from 0 to 1."""

    key: int
    theme: str
    score: float


@dataclass(frozen=True, slots=True)
class Source:
    """What a passage stands on: the sort of thing and its number; `quote` the words, `where` the place in words."""

    sort: SourceSort
    key: int
    quote: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the report with its sources; `slot` names what it says, the same at every run.

    `figures` are the numbers in it by the gap they stand in, as printed, so that each can be compared with the data
    again: `{"tong": ("57", Source(…))}`.
    """

    slot: str
    text: str
    sources: tuple[Source, ...] = ()
    layer: Layer = Layer.SENTENCE
    figures: Mapping[str, tuple[str, Source]] = field(default_factory=dict)
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the report: heading as printed, clause of the plan, passages in order, sections under it."""

    code: str
    heading: str
    clause: str = ""
    passages: tuple[Passage, ...] = ()
    parts: tuple["Part", ...] = ()
