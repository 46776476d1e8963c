"""Who reports into whom: the tree of a conference's reviews, the host on top, whether a report came or not."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.reviews.models import Review
from tongket.reviews.rules import DELIVERED, ReviewState
from tongket.reviews.tallying.rolling import HOST, Node

NOT_OWED = (DutyState.WITHDRAWN, DutyState.EXCUSED)


@dataclass(frozen=True, slots=True)
class Stands:
    """A review in the tree: its unit, and whether its figures count."""

    key: int
    unit: int
    upper: int
    is_counted: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """The reviews by key, and the host's unit; `waiting` counts the duties of units of which nothing is kept yet."""

    host: int
    reviews: dict[int, Stands]
    waiting: int

    @property
    def uppers(self) -> dict[int, int | None]:
        """Each review's upper one, the host's key for the topmost, None for the host."""
        return {HOST: None, **{key: stands.upper for key, stands in self.reviews.items()}}

    @property
    def gathering(self) -> set[int]:
        """The reviews that others can go into: all but the host's own."""
        return {key for key, stands in self.reviews.items() if stands.unit != self.host}

    def inner(self) -> set[int]:
        """The reviews with others below them, and the host."""
        return {HOST, *(stands.upper for stands in self.reviews.values())}

    def nodes(self, wanted: Iterable[int] | None = None) -> list[Node]:
        """The host and every review with others below it, or those of `wanted`, each with its leaves."""
        inner = self.inner()
        leaves = dict.fromkeys(inner, 0)
        leaves[HOST] = self.waiting
        for key, stands in self.reviews.items():
            leaves[stands.upper] += key not in inner
        kept = inner if wanted is None else inner & set(wanted)
        return [Node(key, self.uppers_of(key), leaves[key]) for key in sorted(kept)]

    def leaves_of(self, nodes: Iterable[int]) -> dict[int, list[int]]:
        """For each of these nodes the reviews right below it that have none below themselves, by key."""
        inner = self.inner()
        found: dict[int, list[int]] = {node: [] for node in nodes}
        for key, stands in self.reviews.items():
            if stands.upper in found and key not in inner:
                found[stands.upper].append(key)
        return found

    def uppers_of(self, key: int) -> int | None:
        """The review into which `key` goes."""
        return None if key == HOST else self.reviews[key].upper

    def above(self, key: int) -> list[int]:
        """The review itself where others stand below it, and every one above up to the host."""
        inner, path, at = self.inner(), [], key if key in self.reviews else None
        while at is not None and at not in path:
            path.append(at)
            at = self.uppers_of(at)
        return [each for each in path or [HOST] if each in inner]

    def unit_of(self, key: int) -> int:
        """The unit whose figures a node holds."""
        return self.host if key == HOST else self.reviews[key].unit


def tree_of(conference: Conference) -> Tree:
    """The tree as it stands; two queries.

    A review below one that is not asked any more, or below the host's own, goes to the host: the host's own review
    speaks for its own body alone.
    """
    rows = Review.objects.filter(conference=conference).exclude(state=ReviewState.EXCUSED).order_by("pk")
    plain = list(rows.values_list("pk", "unit_id", "upper_id", "state", "confirmed_at"))
    known = {pk for pk, unit, *_rest in plain if unit != conference.host_id}
    reviews = {
        pk: Stands(pk, unit, upper if upper in known else HOST, confirmed is not None and state in DELIVERED)
        for pk, unit, upper, state, confirmed in plain
    }
    return Tree(conference.host_id, reviews, waiting_duties(conference).count())


def topmost(conference: Conference) -> Q:
    """What goes right to the host: into no review, into one that is not asked any more, or into the host's own."""
    return Q(upper__isnull=True) | Q(upper__state=ReviewState.EXCUSED) | Q(upper__unit=conference.host_id)


def waiting_duties(conference: Conference) -> QuerySet[Duty]:
    """The duties to report of units of which no review is kept yet."""
    owed = Duty.objects.filter(conference=conference, kind=DutyKind.REVIEW, unit__isnull=False)
    written = Review.objects.filter(conference=conference).values("unit")
    return owed.exclude(state__in=NOT_OWED).exclude(unit__in=written)
