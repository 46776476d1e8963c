"""What the report is composed from: the units' reviews gathered into values. Pure; keys are the caller's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.reviews.rules import Kind
from tongket.reviews.values import Indicator, Question


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as it stands in a review: who says it, in which words, and where (`Hội Nông dân, tr. 2`)."""

    key: int
    unit: int
    unit_name: str
    text: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What units say of one theme in one kind: how many units and statements, the most telling statements first.

    `key` is the theme's number and `clause` the question's place in the plan that most of them answer. Statements may
    be fewer than `number`: of thousands only the most telling ones are carried.
    """

    kind: Kind
    code: str
    name: str
    key: int
    units: int
    number: int
    statements: tuple[Statement, ...]
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """One unit's part of a total, with the words it was read from; `is_tally` where it was added up below the unit."""

    key: int
    unit_name: str
    value: Decimal
    quote: str = ""
    where: str = ""
    is_tally: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """The same total of an earlier period; `note` says why the two cannot be compared, empty where they can.

    `effect` says how mergers and splits since stand in the comparison.
    """

    key: int
    label: str
    value: Decimal
    note: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """A figure of all units together: how many gave one, how many owe one, and who gave most.

    `counted_twice` is what was taken off because two units told of the same model.
    """

    key: int
    indicator: Indicator
    value: Decimal
    number: int
    expected: int
    shares: tuple[Share, ...] = ()
    before: Before | None = None
    counted_twice: int = 0
    parts: tuple["Total", ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """An exemplar as the report may name it."""

    key: int
    name: str
    owner: str = ""
    place: str = ""
    result: str = ""
    field: str = ""
    adopted: int = 0
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Earlier:
    """The same recommendation in the conference before, `key` its number there, and how far it got since."""

    key: int
    text: str
    where: str
    is_sent: bool = False
    is_answered: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A recommendation gathered from several units, in the words agreed or proposed, to who can answer.

    `units` are those that make it this time, none for one of `earlier` that nobody repeats.
    """

    key: int
    text: str
    to: str
    units: int
    statements: tuple[Statement, ...] = ()
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """What one member organisation did, told by itself."""

    unit: int
    unit_name: str
    statements: tuple[Statement, ...]
    shares: tuple[tuple[Indicator, Share], ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many reviews count of how many are owed, who is missing, and how the units held theirs."""

    counted: int
    expected: int
    missing: tuple[str, ...] = ()
    in_meeting: int = 0
    in_writing: int = 0
    reviews: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """All that a summary report is composed from."""

    host: str
    movement: str
    on: date
    since: str
    coverage: Coverage
    questions: tuple[Question, ...] = ()
    heard: tuple[Heard, ...] = ()
    totals: tuple[Total, ...] = ()
    models: tuple[Model, ...] = ()
    wishes: tuple[Wish, ...] = ()
    organisations: tuple[Own, ...] = ()

    def of_kind(self, *kinds: Kind) -> Sequence[Heard]:
        """What was heard of these kinds, most units first."""
        chosen = [each for each in self.heard if each.kind in kinds]
        return sorted(chosen, key=lambda each: (-each.units, -each.number, each.code))
