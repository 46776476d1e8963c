"""What the units of an earlier conference of the same host said, for units of today that may be merged or split."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.conferences.models import Conference
from tongket.reviews.models import Indicator, Period, Review, Tally
from tongket.reviews.outlining import told_apart
from tongket.reviews.queries.outline import period_value
from tongket.reviews.queries.sums import counted_figures
from tongket.reviews.rules import Gather, ReviewState
from tongket.reviews.tallying.comparing import Comparison, Earlier, compare
from tongket.reviews.tallying.coverage import Coverage
from tongket.reviews.tallying.lineage import Family, Past, past_of
from tongket.reviews.tallying.values import Given
from tongket.units.models import Unit

Said = dict[str, dict[int, Given]]


@dataclass(frozen=True, slots=True)
class PastBook:
    """An earlier period as another conference asked for it: who became whom, and what each gave, by indicator's code.

    `pasts` are the units of today that were looked up.
    """

    period: Period
    pasts: Mapping[int, Past]
    given: Mapping[str, Mapping[int, Given]]
    expected: Mapping[tuple[str, int], int]
    names: Mapping[int, str]

    def compare(self, unit: int, indicator: Indicator, now: Decimal | None) -> Comparison:
        """A unit's figure beside what the units it comes from gave then."""
        earlier = Earlier(self.period.label, self.given.get(indicator.code, {}), self.names)
        gather, name = Gather(indicator.gather), self.names.get(unit, str(unit))
        return compare(now, self.pasts[unit], earlier, gather, measure=indicator.measure, name=name)

    def coverage(self, unit: int, code: str) -> Coverage:
        """How many of the lowest units stood in the figure then, and how many were asked."""
        given, units = self.given.get(code, {}), self.pasts[unit].units
        number = sum(given[each].number for each in units if each in given)
        return Coverage(number, sum(self.expected.get((code, each), 1) for each in units))


def earlier_period(conference: Conference, period: Period) -> Period | None:
    """The period that the conference before this one of the same host asked for; one query.

    One that is called like `period` has its last day in its label.
    """
    found = Period.objects.filter(outline__conference__host=conference.host_id, is_current=True)
    found = found.filter(last_on__lt=period.last_on).exclude(outline__conference=conference)
    earlier = found.select_related("outline__conference").order_by("-last_on", "-pk").first()
    if earlier is not None:
        earlier.label = told_apart(period_value(earlier), [period_value(period)]).label
    return earlier


def past_book(conference: Conference, period: Period, units: Collection[int]) -> PastBook | None:
    """What is known of `units` from the conference before; None where there was none. Seven queries at most."""
    then = earlier_period(conference, period)
    if then is None:
        return None
    before = then.outline.conference
    family = _family(before)
    pasts = {unit: past_of(unit, family) for unit in units}
    wanted = {each for past in pasts.values() for each in past.units}
    names = Unit.objects.filter(pk__in={*wanted, *units})
    called = {pk: short or name for pk, short, name in names.values_list("pk", "short_name", "name")}
    given, expected = _given(before, then, wanted)
    return PastBook(then, pasts, given, expected, called)


def _family(before: Conference) -> Family:
    """Every line of descent, and who was asked then; the host is always there."""
    links = Unit.successors.through.objects.order_by("pk").values_list("from_unit_id", "to_unit_id")
    predecessors: dict[int, list[int]] = {}
    successors: dict[int, list[int]] = {}
    for older, newer in links:
        predecessors.setdefault(newer, []).append(older)
        successors.setdefault(older, []).append(newer)
    asked = set(
        Review.objects.filter(conference=before).exclude(state=ReviewState.EXCUSED).values_list("unit", flat=True)
    )
    return Family(predecessors, successors, asked | {before.host_id})


def _given(before: Conference, then: Period, units: Collection[int]) -> tuple[Said, dict[tuple[str, int], int]]:
    """What each unit gave: the sum of all below it where it gathers others, else its own figures.

    Beside it how many of the lowest units were asked, for those that gather others.
    """
    expected: dict[tuple[str, int], int] = {}
    found: Said = {}
    reviews = Review.objects.filter(conference=before, unit__in=units)
    figures = counted_figures(reviews).filter(period=then)
    for code, unit, value in figures.values_list("indicator__code", "review__unit", "value"):
        found.setdefault(code, {})[unit] = Given(value, number=1)
    asked = Indicator.objects.filter(outline=then.outline_id, gather=Gather.RATE)
    for code, above, below in asked.values_list("code", "numerator", "denominator"):
        found[code] = dict(_paired(found.get(above, {}), found.get(below, {})))
    tallies = Tally.objects.filter(conference=before, unit__in=units, period=then).select_related("indicator")
    for row in tallies:
        total = row.total - row.doubled if row.total is not None else None
        given = Given(total, row.numerator, row.denominator, row.number)
        found.setdefault(row.indicator.code, {})[row.unit_id] = given
        expected[row.indicator.code, row.unit_id] = row.expected
    return found, expected


def _paired(above: Mapping[int, Given], below: Mapping[int, Given]) -> Iterable[tuple[int, Given]]:
    for unit, given in above.items():
        if unit in below:
            yield unit, Given(None, given.total, below[unit].total, 1)
