"""Writes the figures of every unit that gathers others': all of them anew, or only what one review changes."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.lots import batched
from tongket.core.many_rows import insert_rows
from tongket.reviews.actions.leaf_lots import crowded, kept_sums
from tongket.reviews.models import Indicator, Outline, Period, Review, Tally
from tongket.reviews.queries.sums import Inner, Sums, inner_sums, leaf_sums, own_figures
from tongket.reviews.queries.tree import Tree, tree_of
from tongket.reviews.queries.twice import twice_told
from tongket.reviews.rules import Gather
from tongket.reviews.tallying.rolling import HOST, Asked, lowest_first, roll
from tongket.reviews.tallying.values import Rolled

KEY = ("unit", "indicator", "period")
SUMS = ("total", "below", "numerator", "denominator", "number", "below_number", "expected", "parts", "parts_in", "own")
COLUMNS = (*KEY, *SUMS, "doubled", "doubles")
# So many sums are held in memory at once; a nation whose communes gather their villages has 650,000.
MOST_AT_ONCE = 60_000
ROWS_AT_ONCE = 2_000


@transaction.atomic
def recalculate(*, conference: Conference, by: User | None, now: datetime) -> int:
    """Adds up all figures of the conference anew and says how many tallies there are; nothing where nothing is asked.

    Rows that are there keep their number, so that sources that point to them stay right.
    """
    written = add_up_all(conference)
    if written:
        changes = {"rows": written}
        audit.record(verb="recalculate", subject=conference, scope=conference, by=by, now=now, changes=changes)
    return written


@transaction.atomic
def add_up_all(conference: Conference) -> int:
    """As `recalculate`, without a line in the trail: for an action that has its own."""
    asked = _asked(conference)
    if asked is None:
        return 0
    tree = tree_of(conference)
    nodes = [node.key for node in tree.nodes()]
    crowds = crowded(tree, nodes)
    sums = kept_sums(conference, tree, crowds, asked.indicators, asked.periods, told=None)
    all_at_once = len(nodes) * len(asked.indicators) * len(asked.periods) <= MOST_AT_ONCE
    written = 0
    for periods in [asked.periods] if all_at_once else [[each] for each in asked.periods]:
        written += _write(conference, _Work(tree, asked.indicators, periods, None, {}, crowds, sums))
    kept = Tally.objects.filter(conference=conference)
    kept.exclude(unit__in={tree.unit_of(key) for key in nodes}).delete()
    kept.filter(indicator__is_removed=True).delete()
    return written


@transaction.atomic
def recalculate_above(*, review: Review, by: User | None, now: datetime) -> int:  # noqa: ARG001 -- every action ends so
    """Adds up anew what this review changes: its own unit if others are below it, and every one above; says how many.

    For any change of the review: new figures, counted or not any more. Sums of the others are taken as they are. It
    leaves no line in the trail: what changed the review did.
    """
    conference = review.conference
    asked = _asked(conference)
    if asked is None:
        return 0
    tree = tree_of(conference)
    # One that is not asked any more is in no sum; what is above it is still to be told.
    path = tree.above(review.pk if review.pk in tree.reviews else review.upper_id or HOST)
    inner = inner_sums(conference, tree, path, asked.indicators)
    crowds = crowded(tree, path)
    sums = kept_sums(conference, tree, crowds, asked.indicators, asked.periods, told=review)
    written = _write(conference, _Work(tree, asked.indicators, asked.periods, path, inner, crowds, sums))
    _forget(review, tree)
    return written


def _forget(review: Review, tree: Tree) -> None:
    """Takes away the sums of this unit and the one above it where they gather nobody's reviews any more."""
    gathering = {tree.unit_of(key) for key in tree.inner()}
    near = {review.unit_id, review.upper.unit_id if review.upper else review.unit_id} - gathering
    if near:
        Tally.objects.filter(conference=review.conference_id, unit__in=near).delete()


@dataclass(frozen=True, slots=True)
class _Asked:
    indicators: list[Indicator]
    periods: list[Period]


@dataclass(frozen=True, slots=True)
class _Work:
    """What is added up: `path` None is the whole tree, else these nodes; `inner` is what others below them hold.

    `sums` is what the leaves of the `crowds` gave, of nodes with many of them, see `leaf_lots`.
    """

    tree: Tree
    indicators: Sequence[Indicator]
    periods: Sequence[Period]
    path: Collection[int] | None
    inner: Inner
    crowds: Collection[int]
    sums: Sums


def _asked(conference: Conference) -> _Asked | None:
    """What is asked; holds the outline's row so that two who add up at once wait for each other."""
    outline = Outline.objects.select_for_update().filter(conference=conference).first()
    if outline is None:
        return None
    indicators = outline.indicators.filter(is_removed=False).order_by("ordinal", "pk")
    return _Asked(list(indicators), list(outline.periods.order_by("last_on", "pk")))


def _write(conference: Conference, work: _Work) -> int:
    """Writes the sums of this work and says how many."""
    written = 0
    for some in batched(_rows(conference, work), ROWS_AT_ONCE):
        insert_rows(Tally, COLUMNS, some, shared={"conference": conference.pk}, renew_by=("conference", *KEY))
        written += len(some)
    return written


def _rows(conference: Conference, work: _Work) -> Iterator[tuple[object, ...]]:
    tree, indicators, keys = work.tree, work.indicators, [each.pk for each in work.periods]
    nodes = lowest_first(tree.nodes(work.path))
    leaves = _leaves(conference, work, [node.key for node in nodes])
    own = own_figures(conference, indicators, keys, among=tree.inner())
    current = next((each.pk for each in work.periods if each.is_current), None)
    twice = twice_told(conference, tree, indicators, current, own)
    for row, period in product(indicators, keys):
        cell = row.pk, period
        asked, told = Asked(row.pk, period, Gather(row.gather)), twice.get(cell, {})
        sums = roll(nodes, asked, leaves=leaves.get(cell, {}), own=own.get(cell, {}), inner=work.inner.get(cell))
        for node, rolled in sums:
            doubles = [[each.exemplar, each.times] for each in told.get(node, ())]
            doubled = sum(times - 1 for _exemplar, times in doubles)
            yield tree.unit_of(node), *cell, *_sums(rolled), doubled, doubles


def _leaves(conference: Conference, work: _Work, nodes: Sequence[int]) -> Sums:
    """What the leaves right below each node gave together: asked of the database, or of their lots."""
    keys, scattered = [each.pk for each in work.periods], [each for each in nodes if each not in work.crowds]
    asked = None if work.path is None and not work.crowds else scattered
    found = leaf_sums(conference, work.indicators, keys, nodes=asked, known=work.tree.gathering)
    for cell, sums in work.sums.items():
        found.setdefault(cell, {}).update(sums)
    return found


def _sums(rolled: Rolled) -> tuple[object, ...]:
    """The values of the columns of SUMS."""
    given, below = rolled.given, rolled.below
    halves = given.numerator, given.denominator
    parts = rolled.expected, rolled.parts, rolled.parts_in
    return given.total, below.total, *halves, given.number, below.number, *parts, rolled.is_own
