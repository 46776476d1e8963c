"""What the figures of all units look like as drawings: by unit, over the periods, the units by state of their reviews.

The page of figures and the issued report draw the same; the report asks in Vietnamese.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from tongket.conferences.models import Conference
from tongket.core.charts import Bar, Cell, is_named, shortened
from tongket.core.dates import plain_day
from tongket.core.decimals import written
from tongket.documents.render.drawings import datum_of
from tongket.documents.render.values import Datum, Drawing, Shape, Tone
from tongket.reviews.models import Indicator, Period, Tally
from tongket.reviews.queries.children import Child, children_of, values_of
from tongket.reviews.queries.outline import indicators_of, kept_outline
from tongket.reviews.queries.sums import rates_of
from tongket.reviews.rules import STATE_WORDS, Gather, ReviewState
from tongket.synthesis.composing.values import Total
from tongket.synthesis.queries.naming import in_sentence
from tongket.synthesis.queries.totals import tally_value
from tongket.units.models import Unit

TONES = {
    ReviewState.ACCEPTED: Tone.DONE,
    ReviewState.SUBMITTED: Tone.SEEN,
    ReviewState.WORKING: Tone.WORK,
    ReviewState.RETURNED: Tone.BACK,
    ReviewState.NOT_BEGUN: Tone.NONE,
}
Point = tuple[str, Decimal | None]
DIVIDED = (Gather.RATE, Gather.MEAN)
# Fewer units with a figure are read faster in the sentence that names it.
LEAST_BARS = 3
# Whoever looks for one more finds it in the table; each takes a third of a page.
MOST_INDICATORS = 30
LABEL_MOST = 16


@dataclass(frozen=True, slots=True)
class Shown:
    """The drawings of a report: the units by state, its totals, and how many more of these are left to the table."""

    states: Drawing | None = None
    totals: tuple[Drawing, ...] = ()
    left_out: int = 0

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """All of them in order."""
        return (*((self.states,) if self.states else ()), *self.totals)


def by_unit(indicator: Indicator, children: Sequence[Child], values: Mapping[int, Decimal]) -> Drawing:
    """Bars of the units right below, the most first, those without a figure last, of many the first ones each."""
    ordered = sorted(children, key=lambda child: (-values.get(child.unit, -1), child.name))
    units = [_bar(child, _rounded(indicator, values.get(child.unit))) for child in ordered]
    shown = shortened(units, others=_others, lacking=_lacking)
    return Drawing(Shape.BARS, _("{name}, theo đơn vị").format(name=_named(indicator)), tuple(map(datum_of, shown)))


def over_periods(indicator: Indicator, points: Sequence[Point]) -> Drawing | None:
    """The figure in each period, the earliest first; None where fewer than two have one."""
    if sum(value is not None for _label, value in points) < 2:
        return None
    missing = _("chưa có số")
    known = ((label, _rounded(indicator, value)) for label, value in points)
    rows = (Datum(label, missing if value is None else written(value)) for label, value in known)
    return Drawing(Shape.TREND, _("{name}, theo kỳ").format(name=_named(indicator)), tuple(rows))


def period_labels(periods: Sequence[Period]) -> list[str]:
    """What stands under the points of a trend: the labels, or the last days where long ones would run together."""
    if all(len(each.label) <= LABEL_MOST for each in periods):
        return [each.label for each in periods]
    return [_("đến {day}").format(day=plain_day(each.last_on)) for each in periods]


def points_of(
    periods: Sequence[Period], values: Sequence[Decimal | None], before: tuple[str, Decimal] | None
) -> list[Point]:
    """The value in each period; `before`, a period's label and value, in its place, first where it is not asked for."""
    points = list(zip(period_labels(periods), values, strict=True))
    if before is None:
        return points
    place = next((at for at, period in enumerate(periods) if period.label == before[0]), None)
    if place is None:
        return [before, *points]
    points[place] = (points[place][0], before[1])
    return points


def by_state(children: Sequence[Child]) -> Drawing | None:
    """Every unit as a tile in the state of its review; None without units."""
    rows = tuple(Datum(child.name, str(_(STATE_WORDS[child.state])), TONES[child.state]) for child in children)
    return Drawing(Shape.GRID, _("Báo cáo của các đơn vị"), rows) if rows else None


def are_named(drawing: Drawing) -> bool:
    """Whether the units are few enough for tiles with names in them."""
    return is_named([Cell(row.name, row.value) for row in drawing.rows])


def gathered(drawing: Drawing) -> Drawing:
    """Tiles for a page where nobody can point at one: of many units how many are in each state, not which."""
    if are_named(drawing):
        return drawing
    counted = Counter((row.tone, row.value) for row in drawing.rows)
    states = [
        (written(counted[state]), *state) for state in sorted(counted, key=lambda state: list(Tone).index(state[0]))
    ]
    return replace(drawing, rows=tuple(Datum(number, words, tone) for number, tone, words in states))


def drawings_of(conference: Conference, totals: Sequence[Total]) -> Shown:
    """What the report of a conference shows: the units by state, and these totals by unit and over the periods.

    In Vietnamese; ten queries at most, however many indicators and units there are.
    """
    outline = kept_outline(conference)
    periods = list(outline.periods.order_by("last_on", "pk")) if outline else []
    current = next((each for each in periods if each.is_current), None)
    children = called(children_of(conference, None))
    if outline is None or current is None or not children:
        return Shown()
    indicators, shown = indicators_of(outline), totals[:MOST_INDICATORS]
    pairs = {rate.pk: (above.pk, below.pk) for rate, above, below in rates_of(indicators)}
    rows = {row.code: row for row in indicators}
    wanted = {total.key: rows[total.indicator.code] for total in shown}
    values = values_of(conference, None, list(wanted.values()), current, pairs)
    book = _Book(children, tuple(periods), _tallies(conference))
    with override("vi"):
        states = by_state(children)
        told = [each for total in shown for each in book.drawings(total, wanted[total.key], values)]
    return Shown(gathered(states) if states else None, tuple(told), len(totals) - len(shown))


def _tallies(conference: Conference) -> dict[tuple[int, int], Tally]:
    rows = Tally.objects.filter(conference=conference, unit=conference.host_id).select_related("indicator")
    return {(row.indicator_id, row.period_id): row for row in rows}


@dataclass(frozen=True, slots=True)
class _Book:
    """What totals are drawn from: the units right below the host, the periods, the host's tallies."""

    children: tuple[Child, ...]
    periods: tuple[Period, ...]
    tallies: Mapping[tuple[int, int], Tally]

    def drawings(
        self, total: Total, indicator: Indicator, values: Mapping[int, Mapping[int, Decimal]]
    ) -> Iterator[Drawing]:
        """By unit where enough units say something, over the periods where more than one is known."""
        if len(values[indicator.pk]) >= LEAST_BARS:
            yield by_unit(indicator, self.children, values[indicator.pk])
        if drawing := over_periods(indicator, self.points(total, indicator)):
            yield drawing

    def points(self, total: Total, indicator: Indicator) -> list[Point]:
        """The total in each period; the one before as it compares."""
        rows = [self.tallies.get((indicator.pk, period.pk)) for period in self.periods]
        values = [tally_value(row) if row else None for row in rows]
        before = total.before
        is_comparable = before is not None and not before.note
        return points_of(self.periods, values, (before.label, before.value) if before and is_comparable else None)


def called(children: Sequence[Child]) -> tuple[Child, ...]:
    """The units by the names that sentences use: `xã Tam Thăng` fits a table and a drawing; one query."""
    rows = Unit.objects.in_bulk([child.unit for child in children])
    return tuple(replace(child, name=in_sentence(rows[child.unit])) for child in children)


def _bar(child: Child, value: Decimal | None) -> Bar:
    if value is not None:
        return Bar(child.name, value)
    return Bar(child.name, None, _("chưa có số") if child.is_counted else _("chưa có báo cáo"))


def _rounded(indicator: Indicator, value: Decimal | None) -> Decimal | None:
    """What was divided as exact as the indicator is printed; what units counted stays as they gave it."""
    if value is None or indicator.gather not in DIVIDED:
        return value
    return value.quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_HALF_UP)


def _named(indicator: Indicator) -> str:
    """`Mô hình đang duy trì (mô hình)`."""
    return f"{indicator.name} ({indicator.measure})" if indicator.measure else indicator.name


def _others(number: int) -> str:
    return _("{number} đơn vị khác").format(number=written(number))


def _lacking(number: int) -> str:
    return _("{number} đơn vị").format(number=written(number))
