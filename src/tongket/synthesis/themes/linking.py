"""Groups of vectors by average likeness: two groups join while their members are, on average, like enough. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import TypeVar

Feature = TypeVar("Feature")

# All pairs are compared of so many vectors; further ones join the group whose middle they are like, or stand alone.
MOST_AT_ONCE = 500
# Sums of the same numbers in another order differ by less than this.
DIGITS = 9


def linked(vectors: Sequence[Mapping[Feature, float]], least: float) -> list[list[int]]:
    """Places of `vectors` (each of length 1) in groups whose members are like one another by at least `least`."""
    groups = _Linking(vectors[:MOST_AT_ONCE]).groups(least)
    middles = [middle_of([vectors[place] for place in group]) for group in groups]
    for place in range(MOST_AT_ONCE, len(vectors)):
        values = [round(likeness(vectors[place], middle), DIGITS) for middle in middles]
        best = max(range(len(values)), key=lambda each: (values[each], -each))
        groups[best].append(place) if values[best] >= least else groups.append([place])
    return groups


def likeness(one: Mapping[Feature, float], other: Mapping[Feature, float]) -> float:
    """The sum of what two vectors have in common: the cosine where both are of length 1."""
    small, great = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * great[feature] for feature, weight in small.items() if feature in great)


def middle_of(vectors: Sequence[Mapping[Feature, float]]) -> dict[Feature, float]:
    """The mean of some vectors: the likeness to it is the average likeness to them."""
    middle: dict[Feature, float] = defaultdict(float)
    for vector in vectors:
        for feature, weight in vector.items():
            middle[feature] += weight / len(vectors)
    return middle


Entry = tuple[float, int, int]


def _push_all(heap: list[Entry], entries: Iterable[Entry]) -> None:
    for entry in entries:
        heappush(heap, entry)


class _Linking:
    """Average likeness of every two groups, kept while groups join."""

    def __init__(self, vectors: Sequence[Mapping[Feature, float]]) -> None:
        self.members = {place: [place] for place in range(len(vectors))}
        self.like: dict[int, dict[int, float]] = {place: {} for place in self.members}
        for other, one in combinations(range(len(vectors)), 2):
            amount = likeness(vectors[one], vectors[other])
            if amount:
                self.like[one][other] = self.like[other][one] = amount

    def groups(self, least: float) -> list[list[int]]:
        """The groups that are left when no two are like enough any more, in the order of their first members."""
        heap = [entry for one in self.like for entry in self._entries(one) if entry[2] < one]
        heapify(heap)
        while heap:
            less, one, other = heappop(heap)
            if -less < least:
                break
            if one in self.members and other in self.members and self._is_now(one, other, less):
                _push_all(heap, self._entries(self._join(one, other)))
        return sorted(self.members.values())

    def _entries(self, one: int) -> Iterator[tuple[float, int, int]]:
        return ((-round(amount, DIGITS), one, other) for other, amount in self.like[one].items())

    def _is_now(self, one: int, other: int, less: float) -> bool:
        """Whether an entry of the heap still tells how like two groups are."""
        return -round(self.like[one].get(other, 0.0), DIGITS) == less

    def _join(self, one: int, other: int) -> int:
        keep, gone = min(one, other), max(one, other)
        mine, theirs = len(self.members[keep]), len(self.members[gone])
        for third in self.like[keep].keys() | self.like[gone].keys():
            if third not in {keep, gone}:
                sum_of = mine * self.like[keep].get(third, 0.0) + theirs * self.like[gone].get(third, 0.0)
                self.like[keep][third] = self.like[third][keep] = sum_of / (mine + theirs)
            self.like[third].pop(gone, None)
        self.like[keep].pop(gone, None)
        del self.like[gone]
        self.members[keep] = sorted(self.members[keep] + self.members.pop(gone))
        return keep
