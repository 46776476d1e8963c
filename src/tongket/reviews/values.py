"""Values of a review: the outline that is asked, and what a unit filled in. Pure; codes are stable over the years."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tongket.reviews.rules import FigureState, Gather, Kind, Manner, Nature, Span


@dataclass(frozen=True, slots=True)
class Question:
    """A narrative question; `clause` is the place of the plan that asks it, full name (`III.1.1/1`)."""

    code: str
    text: str
    kind: Kind
    heading: str = ""
    clause: str = ""
    is_needed: bool = True


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure that is asked of every unit.

    `measure` is its unit of measure in words (`mô hình`, `triệu đồng`, `m²`). `part_of` is the code of the total of
    which it is a part: the parts of one total add up to it. `numerator` and `denominator` are codes, for a rate.
    `minimum` and `maximum` bound the value itself, `not_above` names an indicator it cannot exceed. `jump` is how many
    times last period's value it may be before a person is asked. `names_exemplars` says that its parts are named
    exemplars, so that one told by two units is counted once.
    """

    code: str
    name: str
    measure: str
    definition: str = ""
    group: str = ""
    nature: Nature = Nature.COUNT
    decimals: int = 0
    span: Span = Span.PERIOD
    gather: Gather = Gather.SUM
    part_of: str = ""
    numerator: str = ""
    denominator: str = ""
    minimum: Decimal | None = Decimal(0)
    maximum: Decimal | None = None
    not_above: str = ""
    jump: Decimal = Decimal(10)
    clause: str = ""
    is_needed: bool = False
    names_exemplars: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days that figures speak of; the current one is asked, earlier ones are compared with."""

    code: str
    label: str
    first_on: date
    last_on: date
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """All that is asked, in order; `revision` is printed on every form so that an old one is known."""

    title: str
    revision: int
    questions: tuple[Question, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in what came: page from 1, line or block from 0, a cell of a sheet (`Số liệu!E7`)."""

    page: int | None = None
    block: int | None = None
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it came: `written` are the unit's own signs, `value` what they say in the indicator's measure.

    `value` is None where nothing or nothing readable stands there. `quote` is the sentence it was read from, `doubt` a
    message id with gaps for `values` where the reader was not sure. `about` tells `gần 10`,
    `trên 100` from a plain number.
    """

    indicator: str
    period: str
    value: Decimal | None
    written: str = ""
    about: str = ""
    note: str = ""
    quote: str = ""
    place: Place = Place()
    state: FigureState = FigureState.CONFIRMED
    doubt: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reported:
    """What a unit's review says in figures that count, and the outline that it answers."""

    outline: Outline
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A model that a report names: what it is called, who runs it and where, in whose words."""

    name: str
    owner: str = ""
    place_name: str = ""
    quote: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Cut:
    """A statement cut from a report: one thought in the unit's own words, with the kind and the question it answers."""

    kind: Kind
    text: str
    question: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Filled:
    """What a unit filled in, by codes of the outline; what was not filled in is not there."""

    unit: str = ""
    revision: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    exemplars: tuple[Named, ...] = ()
    manner: Manner | None = None
    held_on: date | None = None
    signer: str = ""
    signer_post: str = ""
    place: str = ""
    attended: int | None = None
