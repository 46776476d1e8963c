"""The figures of all units together: what counts, of whom, and what it was before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import override

from tongket.conferences.models import Conference
from tongket.core.findings import compose
from tongket.core.text import fold
from tongket.reviews.models import Figure, Indicator, Outline, Period, Review, Tally
from tongket.reviews.queries.counting import counted
from tongket.reviews.queries.earlier import earlier_period
from tongket.reviews.queries.outline import indicator_value, indicators_of, kept_outline
from tongket.reviews.queries.tree import topmost
from tongket.reviews.rules import FigureState, Gather, ReviewState
from tongket.reviews.tallying.comparing import unlike_coverage
from tongket.reviews.tallying.coverage import Coverage
from tongket.reviews.tallying.values import value_of
from tongket.synthesis.composing.lineage import Change, effect_of, hindrance_of
from tongket.synthesis.composing.values import Before, Share, Total
from tongket.synthesis.queries.descent import changes_between, changes_since
from tongket.synthesis.queries.naming import in_sentence, where
from tongket.units.models import Unit

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the totals of a conference are made of, by indicator and period."""

    tallies: Mapping[tuple[int, int], Tally]
    shares: Mapping[int, tuple[Share, ...]]
    current: Period
    earlier: Period | None
    changes: tuple[Change, ...]
    past: Mapping[str, "_Earlier"]


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A total of before with what became of the units since: how they stand in it, and why it may not compare."""

    tally: Tally
    label: str
    effect: str = ""
    hindrance: str = ""


def totals_of(conference: Conference) -> tuple[Total, ...]:
    """The total of each indicator that anybody gave, in the outline's order, parts under their totals.

    A constant number of queries.
    """
    outline = kept_outline(conference)
    current = _current(outline)
    if outline is None or current is None:
        return ()
    indicators = indicators_of(outline)
    rows = _rows(conference, outline, current)
    totals = [total for row in indicators if (total := _total(row, rows)) is not None]
    by_code = {total.indicator.code: total for total in totals}
    return tuple(
        replace(total, parts=tuple(each for each in totals if each.indicator.part_of == total.indicator.code))
        for total in totals
        if total.indicator.part_of not in by_code
    )


def tally_value(tally: Tally) -> Decimal | None:
    """What a tally says as one figure, in the indicator's measure; `indicator` must be loaded."""
    gather = Gather(tally.indicator.gather)
    return value_of(gather, tally.given, measure=tally.indicator.measure, doubled=tally.doubled)


def _current(outline: Outline | None) -> Period | None:
    return outline.periods.filter(is_current=True).first() if outline else None


def _rows(conference: Conference, outline: Outline, current: Period) -> _Rows:
    found = Tally.objects.filter(conference=conference, unit=conference.host_id).select_related("indicator")
    earlier = outline.periods.filter(last_on__lt=current.last_on).order_by("-last_on").first()
    return _Rows(
        {(row.indicator_id, row.period_id): row for row in found},
        _shares(conference, current),
        current,
        earlier,
        changes_since(conference, earlier.last_on) if earlier else (),
        _past(conference, current),
    )


def _shares(conference: Conference, current: Period) -> dict[int, tuple[Share, ...]]:
    """By indicator what each unit right below the host gave, most first: its own figure, or the sum of those below.

    The host's own review is one of them with its own figure: the host's sum is the total of all, never a share.
    """
    top = counted(conference).filter(topmost(conference))
    lower = Review.objects.filter(conference=conference, upper__isnull=False).exclude(state=ReviewState.EXCUSED)
    gathering = lower.exclude(upper__unit=conference.host_id).values("upper__unit")
    figures = Figure.objects.filter(
        review__in=top.exclude(unit__in=gathering), period=current, state=FigureState.CONFIRMED, value__isnull=False
    )
    shares: dict[int, list[Share]] = {}
    units = {unit.pk: in_sentence(unit) for unit in Unit.objects.filter(pk__in=top.values("unit"))}
    # A nation gives two hundred thousand of these: no object is made of a row.
    columns = ("pk", "review__unit", "indicator", "value", "quote", "written", "indicator__measure", "page")
    for key, giver, indicator, value, quote, written, measure, page in figures.values_list(*columns).iterator(5000):
        unit, said = units[giver], quote or f"{written or value} {measure}".strip()
        shares.setdefault(indicator, []).append(Share(key, unit, value, said, where(unit, page)))
    summed = top.exclude(unit=conference.host_id).values("unit")
    for tally in Tally.objects.filter(
        conference=conference, period=current, unit__in=summed, total__isnull=False
    ).select_related("unit"):
        unit = in_sentence(tally.unit)
        share = Share(tally.pk, unit, (tally.total or ZERO) - tally.doubled, where=unit, is_tally=True)
        shares.setdefault(tally.indicator_id, []).append(share)
    return {
        key: tuple(sorted(given, key=lambda share: (-share.value, share.unit_name))) for key, given in shares.items()
    }


def _total(row: Indicator, rows: _Rows) -> Total | None:
    tally = rows.tallies.get((row.pk, rows.current.pk))
    value = tally_value(tally) if tally else None
    if tally is None or value is None:
        return None
    before = next(_before(row, tally, rows), None)
    indicator, shares = indicator_value(row), rows.shares.get(row.pk, ())
    return Total(tally.pk, indicator, value, tally.number, tally.expected, shares, before, tally.doubled)


def _before(row: Indicator, now: Tally, rows: _Rows) -> Iterator[Before]:
    """The totals before in the same measure, where more units gave it first, with why one cannot be compared."""
    found = [each for each in (_in_outline(row, rows), rows.past.get(row.code)) if each is not None]
    for earlier in sorted(found, key=lambda each: -each.tally.number):
        tally, value = earlier.tally, tally_value(earlier.tally)
        if value is None or fold(tally.indicator.measure) != fold(row.measure):
            continue
        unlike = unlike_coverage(
            Coverage(now.number, now.expected), Coverage(tally.number, tally.expected), label=earlier.label
        )
        with override("vi"):
            note = earlier.hindrance or (str(compose(unlike)) if unlike else "")
        yield Before(tally.pk, earlier.label, value, note, earlier.effect)


def _in_outline(row: Indicator, rows: _Rows) -> _Earlier | None:
    """What the same reports give for the period before; the units' own figures compare whatever became of them."""
    period = rows.earlier
    tally = rows.tallies.get((row.pk, period.pk)) if period else None
    if period is None or tally is None:
        return None
    return _Earlier(tally, period.label, effect=effect_of(rows.changes, period.label))


def _past(conference: Conference, current: Period) -> dict[str, _Earlier]:
    """By indicator's code what the conference before of the same host had, with what became of its units since."""
    period = earlier_period(conference, current)
    if period is None:
        return {}
    before, label = period.outline.conference, period.label
    changes = changes_between(conference, before)
    effect, hindrance = effect_of(changes, label), hindrance_of(changes, label)
    tallies = Tally.objects.filter(conference=before, unit=before.host_id, period=period).select_related("indicator")
    return {row.indicator.code: _Earlier(row, label, effect, hindrance) for row in tallies}


def missing_for(conference: Conference, indicator: Indicator, period: Period, owed: Sequence[Review]) -> list[Review]:
    """Those of the reviews owed to the host that gave no figure that counts."""
    given = Figure.objects.filter(
        review__in=counted(conference), indicator=indicator, period=period, state=FigureState.CONFIRMED
    )
    having = set(given.filter(value__isnull=False).values_list("review_id", flat=True))
    return [each for each in owed if each.pk not in having]
