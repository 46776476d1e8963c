"""A review's figures as the checks see them: what is asked, what stands there, and what it is compared with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import product
from operator import attrgetter

from tongket.core.decimals import shown
from tongket.core.findings import Finding, Level, words
from tongket.reviews.values import Figure, Indicator, Outline, Period

WHERE = words("Chỉ tiêu “{name}”, {label}.")
# Fewer units than these say nothing about what is usual.
FEWEST_PEERS = 5


@dataclass(frozen=True, slots=True)
class Spread:
    """What the other units say for an indicator: the middle one, the lowest and highest, and how many they are.

    `low` and `high` may be quantiles where one wild value among the others would hide another.
    """

    median: Decimal
    low: Decimal
    high: Decimal
    number: int


# No slots: what every check asks again is kept, since a nation's figures are seen at once.
@dataclass(frozen=True)
class Sight:
    """All that a check may ask; figures by period and indicator, both by code.

    `before` is last period's value by indicator, for units merged since then the sum of theirs; `peers` what other
    units of the same kind say now; `below` what the units below this one add up to now.
    """

    outline: Outline
    figures: Mapping[tuple[str, str], Figure]
    before: Mapping[str, Decimal] = field(default_factory=dict)
    peers: Mapping[str, Spread] = field(default_factory=dict)
    below: Mapping[str, Decimal] = field(default_factory=dict)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods from the earliest on."""
        return tuple(sorted(self.outline.periods, key=attrgetter("last_on")))

    @cached_property
    def current(self) -> Period | None:
        """The period that is asked; the last one where none is marked."""
        marked = (period for period in self.periods if period.is_current)
        return next(marked, self.periods[-1] if self.periods else None)

    @cached_property
    def _earlier(self) -> tuple[Period, ...]:
        """The periods before the one that is asked, the latest first."""
        current = self.current
        return tuple(each for each in reversed(self.periods) if current and each.last_on < current.last_on)

    def figure(self, indicator: str, period: str) -> Figure | None:
        """What stands there."""
        return self.figures.get((period, indicator))

    def value(self, indicator: str, period: str) -> Decimal | None:
        """The number that stands there, None where nothing or nothing readable does."""
        figure = self.figure(indicator, period)
        return figure.value if figure else None

    def known(self) -> Iterator[tuple[Period, Indicator, Figure, Decimal]]:
        """Every figure with a number, period by period in the order of the outline."""
        for period, indicator in product(self.periods, self.outline.indicators):
            figure = self.figure(indicator.code, period.code)
            if figure is not None and figure.value is not None:
                yield period, indicator, figure, figure.value

    def now(self) -> Iterator[tuple[Indicator, Figure, Decimal]]:
        """Every figure with a number of the current period."""
        code = self.current.code if self.current else ""
        for indicator in self.outline.indicators:
            figure = self.figures.get((code, indicator.code))
            if figure is not None and figure.value is not None:
                yield indicator, figure, figure.value

    def last(self, indicator: str) -> Decimal | None:
        """Last period's value: as it is known from elsewhere, else what the unit itself writes beside this one."""
        if indicator in self.before:
            return self.before[indicator]
        values = (self.value(indicator, period.code) for period in self._earlier)
        return next((value for value in values if value is not None), None)

    def usual(self, indicator: str) -> Decimal | None:
        """What one would expect: last period's value, else the middle of the other units where they are enough."""
        last = self.last(indicator)
        if last is not None:
            return last
        spread = self.peers.get(indicator)
        return spread.median if spread and spread.number >= FEWEST_PEERS else None


def finding(
    code: str,
    level: Level,
    indicator: Indicator,
    period: Period,
    *,
    figure: Figure | None = None,
    found: str,
    wanted: str = "",
    todo: str = "",
    more: Mapping[str, object] | None = None,
    **values: object,
) -> Finding:
    """A finding about one indicator and period: `values` carries their codes, `quote` the unit's own words.

    `more` are gaps of the message whose names are not known here.
    """
    return Finding(
        code,
        level,
        found=found,
        wanted=wanted,
        where=WHERE,
        todo=todo,
        clause=indicator.clause or None,
        quote=(figure.quote or figure.written) if figure else "",
        values={
            **(more or {}),
            **values,
            "indicator": indicator.code,
            "period": period.code,
            "name": indicator.name,
            "label": period.label,
        },
    )


def said(value: Decimal, indicator: Indicator) -> str:
    """A value as people write it, in the indicator's measure."""
    return shown(value, indicator.measure)
