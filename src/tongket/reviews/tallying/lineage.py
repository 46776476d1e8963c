"""Which units of an earlier period are compared with a unit of today: itself, those it was made of, or none.

Communes were merged, split and renamed; a renamed one keeps its row, so only merging and splitting are followed.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Descent(StrEnum):
    """What became of a unit between two periods."""

    SAME = "same"
    MERGED = "merged"
    SPLIT = "split"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Family:
    """Who became whom, by key of unit; `asked` are the units that owed a report in the earlier period."""

    predecessors: Mapping[int, Sequence[int]]
    successors: Mapping[int, Sequence[int]]
    asked: Collection[int]


@dataclass(frozen=True, slots=True)
class Past:
    """The units of the earlier period that make up a unit of today, in the order they are found.

    Of a split one they are named but do not compare: no figure of today belongs to the whole of them.
    """

    descent: Descent
    units: tuple[int, ...] = ()

    @property
    def is_comparable(self) -> bool:
        """Whether sums of today and of then speak of the same places and people."""
        return self.descent in {Descent.SAME, Descent.MERGED}


def past_of(unit: int, family: Family) -> Past:
    """Where the unit comes from: each line is followed back to the first unit that was asked then."""
    units = tuple(dict.fromkeys(_asked_before(unit, family, set())))
    if not units:
        return Past(Descent.NEW)
    if any(_went_elsewhere(before, unit, family) for before in units):
        return Past(Descent.SPLIT, units)
    return Past(Descent.SAME if units == (unit,) else Descent.MERGED, units)


def _asked_before(unit: int, family: Family, seen: set[int]) -> Iterator[int]:
    """The unit itself if it was asked then, and those that went into it; behind an asked one nobody is looked for.

    A unit that was asked then and took others in since is made of itself and of them.
    """
    seen.add(unit)
    if unit in family.asked:
        yield unit
    for before in family.predecessors.get(unit, ()):
        if before in seen:
            continue
        if before in family.asked:
            seen.add(before)
            yield before
        else:
            yield from _asked_before(before, family, seen)


def _went_elsewhere(before: int, unit: int, family: Family) -> bool:
    """Whether a part of `before` became some other unit that was not there yet."""
    after = set(family.successors.get(before, ())) - {unit, before}
    return any(other not in family.asked and not _leads_to(other, unit, family, {before}) for other in after)


def _leads_to(other: int, unit: int, family: Family, seen: set[int]) -> bool:
    """Whether all of `other` went on into `unit`."""
    if other == unit:
        return True
    after = [each for each in family.successors.get(other, ()) if each not in seen]
    return bool(after) and all(_leads_to(each, unit, family, seen | {other}) for each in after)
