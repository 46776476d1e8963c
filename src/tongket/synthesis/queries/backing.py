"""What sources say now: a statement's words, a figure, a tally, an exemplar, and whether each still stands."""

from collections.abc import Iterable
from decimal import Decimal

from tongket.conferences.models import Conference
from tongket.exemplars.models import Exemplar
from tongket.exemplars.rules import ExemplarState
from tongket.reviews.models import Figure, Review, Statement, Tally
from tongket.reviews.queries.counting import counted
from tongket.reviews.rules import FigureState
from tongket.synthesis.checks.numbers import values_in
from tongket.synthesis.checks.values import Backing, Key
from tongket.synthesis.models import Placement, Recommendation
from tongket.synthesis.queries.totals import tally_value
from tongket.synthesis.rules import OPEN, SourceSort

Keys = Iterable[int]


def backing_of(conference: Conference, keys: Iterable[Key]) -> dict[Key, Backing]:
    """The backing of each of these sources; one query a sort, whatever their number."""
    wanted: dict[SourceSort, set[int]] = {}
    for sort, key in keys:
        wanted.setdefault(sort, set()).add(key)
    reviews = frozenset(counted(conference).values_list("pk", flat=True))
    found: dict[Key, Backing] = {}
    found |= _statements(wanted.get(SourceSort.STATEMENT, ()), reviews)
    found |= _figures(wanted.get(SourceSort.FIGURE, ()), reviews)
    found |= _tallies(wanted.get(SourceSort.TALLY, ()))
    found |= _exemplars(wanted.get(SourceSort.EXEMPLAR, ()))
    found |= _themes(conference, wanted.get(SourceSort.THEME, ()))
    found |= _earlier(wanted.get(SourceSort.EARLIER, ()))
    for key in wanted.get(SourceSort.REVIEW, ()):
        found[SourceSort.REVIEW, key] = Backing(stands=key in reviews)
    return found


def _statements(keys: Keys, reviews: frozenset[int]) -> dict[Key, Backing]:
    rows = Statement.objects.filter(pk__in=keys).values_list("pk", "text", "review_id", "is_gone")
    return {
        (SourceSort.STATEMENT, pk): Backing(values_in(text), review in reviews and not gone)
        for pk, text, review, gone in rows
    }


def _figures(keys: Keys, reviews: frozenset[int]) -> dict[Key, Backing]:
    rows = Figure.objects.filter(pk__in=keys).values_list("pk", "value", "review_id", "state", "quote")
    return {
        (SourceSort.FIGURE, pk): Backing(
            frozenset({value} if value is not None else ()) | values_in(quote),
            review in reviews and state == FigureState.CONFIRMED and value is not None,
        )
        for pk, value, review, state, quote in rows
    }


def _tallies(keys: Keys) -> dict[Key, Backing]:
    rows = Tally.objects.filter(pk__in=keys).select_related("indicator")
    return {
        (SourceSort.TALLY, row.pk): Backing(_of_tally(row), row.total is not None or row.denominator is not None)
        for row in rows
    }


def _of_tally(row: Tally) -> frozenset[Decimal]:
    """All that a tally says: its value as shown, how many units gave it, how many owe it."""
    value = tally_value(row)
    told = {Decimal(row.number), Decimal(row.expected)}
    if value is not None:
        told |= {value, round(value, row.indicator.decimals)}
    return frozenset(told)


def _exemplars(keys: Keys) -> dict[Key, Backing]:
    gone = {ExemplarState.DROPPED, ExemplarState.MERGED}
    rows = Exemplar.objects.filter(pk__in=keys).values_list("pk", "name", "what", "method", "result", "state")
    return {
        (SourceSort.EXEMPLAR, pk): Backing(values_in(" ".join((name, what, method, result))), state not in gone)
        for pk, name, what, method, result, state in rows
    }


def _themes(conference: Conference, keys: Keys) -> dict[Key, Backing]:
    """A theme stands while anybody in a review that counts speaks of it."""
    held = Placement.objects.filter(
        theme__in=keys, statement__is_gone=False, statement__review__conference=conference
    ).values_list("theme_id", flat=True)
    return {(SourceSort.THEME, pk): Backing() for pk in set(held) if pk is not None}


def _earlier(keys: Keys) -> dict[Key, Backing]:
    """A recommendation of before stands until it is closed."""
    rows = Recommendation.objects.filter(pk__in=keys).values_list("pk", "text", "state")
    return {(SourceSort.EARLIER, pk): Backing(values_in(text), state in OPEN) for pk, text, state in rows}


def reviews_of(rows: Iterable[int]) -> dict[int, Review]:
    """Reviews by number with their units, for names and links."""
    return {row.pk: row for row in Review.objects.filter(pk__in=rows).select_related("unit")}
