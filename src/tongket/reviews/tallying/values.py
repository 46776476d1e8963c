"""What a unit and all below it say for one indicator and period."""

from dataclasses import dataclass, field
from decimal import Decimal

from tongket.reviews.rules import Gather
from tongket.reviews.tallying.rates import rate


@dataclass(frozen=True, slots=True)
class Given:
    """Figures added up as they came: their sum, for rates both halves, and how many units they speak for."""

    total: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    number: int = 0

    def __add__(self, other: "Given") -> "Given":
        """Both together; what is missing in one is taken from the other."""
        return Given(
            _added(self.total, other.total),
            _added(self.numerator, other.numerator),
            _added(self.denominator, other.denominator),
            self.number + other.number,
        )


def _added(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other


@dataclass(frozen=True, slots=True)
class Told:
    """An exemplar that several units name: one of them counts, `times` less one are taken off the sum."""

    exemplar: int
    times: int


@dataclass(frozen=True, slots=True)
class Rolled:
    """The figures of a unit and all below it.

    `given` is what counts: the unit's own figure where it gave one (`is_own`), else all below together; `below` is
    always what those below add up to. `expected` counts the units that owe a figure and have none below them, of which
    `given.number` are in the sum. `parts` of the units right below are asked, `parts_in` of them are in, even if not
    whole. `doubles` are exemplars that several of the parts tell.
    """

    given: Given = Given()
    below: Given = Given()
    expected: int = 0
    parts: int = 0
    parts_in: int = 0
    is_own: bool = False
    doubles: tuple[Told, ...] = field(default=())

    @property
    def doubled(self) -> int:
        """How many are taken off the sum because they are told more than once."""
        return sum(told.times - 1 for told in self.doubles)

    def value(self, gather: Gather, measure: str = "") -> Decimal | None:
        """The one figure of the unit, None where nobody gave any or nothing can be gathered."""
        return value_of(gather, self.given, measure=measure, doubled=self.doubled)


def value_of(gather: Gather, given: Given, *, measure: str = "", doubled: int = 0) -> Decimal | None:
    """What `given` makes as one figure: a sum less what is told twice, a mean, or a rate of sums."""
    if gather is Gather.RATE:
        return rate(given.numerator, given.denominator, measure)
    if given.total is None or gather is Gather.NONE:
        return None
    if gather is Gather.MEAN:
        return given.total / given.number if given.number else None
    return given.total - doubled
