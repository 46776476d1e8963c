"""Who of the units right below a node gave a figure for what, and who said `gần` or `trên` to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongket.conferences.models import Conference
from tongket.reviews.models import Period, Review, Tally
from tongket.reviews.queries.children import Child, reviews_below
from tongket.reviews.queries.sums import counted_figures
from tongket.reviews.tallying.coverage import Coverage

Pairs = Mapping[int, tuple[int, int]]
By = dict[int, set[int]]


@dataclass(frozen=True, slots=True)
class Presence:
    """By indicator: reviews right below that gave a figure themselves, those whose figure is approximate, and units
    right below whose sum holds one."""

    children: Sequence[Child]
    gave: By
    about: By
    passed_on: By

    def coverage(self, indicator: int) -> Coverage:
        """How many of the units right below are in, and who is missing: first those that never came."""
        gave, passed_on = self.gave.get(indicator, set()), self.passed_on.get(indicator, set())
        missing = [child for child in self.children if child.review not in gave and child.unit not in passed_on]
        ordered = sorted(missing, key=lambda child: child.is_counted)
        return Coverage(len(self.children) - len(missing), len(self.children), tuple(child.name for child in ordered))

    def approximate(self, indicator: int) -> tuple[str, ...]:
        """The units right below whose figure stands with `gần`, `trên` or the like."""
        about = self.about.get(indicator, set())
        return tuple(child.name for child in self.children if child.review in about)


def presence_of(
    conference: Conference, review: Review | None, children: Sequence[Child], period: Period, pairs: Pairs
) -> Presence:
    """Who gave what in `period`; `pairs` are the halves of each rate. One query, two where units gather others."""
    gave, about = By(), By()
    rows = counted_figures(reviews_below(conference, review)).filter(period=period)
    for indicator, key, word in rows.values_list("indicator", "review", "about"):
        gave.setdefault(indicator, set()).add(key)
        if word:
            about.setdefault(indicator, set()).add(key)
    for rate, (above, below) in pairs.items():
        gave[rate] = gave.get(above, set()) & gave.get(below, set())
        about[rate] = about.get(above, set()) | about.get(below, set())
    return Presence(children, gave, about, _passed_on(conference, children, period))


def _passed_on(conference: Conference, children: Sequence[Child], period: Period) -> By:
    units = [child.unit for child in children if child.has_below]
    found = By()
    if units:
        tallies = Tally.objects.filter(conference=conference, unit__in=units, period=period, number__gt=0)
        for indicator, unit in tallies.values_list("indicator", "unit"):
            found.setdefault(indicator, set()).add(unit)
    return found
