"""Which runs of syllables are copies of one another with a few changed, by the sequences of four they share. Pure.

Sequences are numbered as they are met and a run is the sorted numbers of its own, so that a hundred thousand statements
fit in little memory.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence

from tongket.synthesis.themes.syllables import Run

SHINGLE = 4
# Copies share at least this part of the sequences of the longer one.
COPY_SHARE = 0.5
# A sequence that more leaders have tells too little to look through them all.
MOST_LEADERS = 400


def copied(runs: Sequence[Run]) -> list[list[int]]:
    """Places of `runs`, all different, in groups of copies: each joins the earlier leader it shares most with."""
    numbered = _numbered(runs)
    times = Counter(number for numbers in numbered for number in numbers)
    leaders: dict[int, array[int]] = defaultdict(lambda: array("I"))
    groups: dict[int, list[int]] = {}
    for place, numbers in enumerate(numbered):
        leader = _leader(numbers, numbered, leaders, times)
        groups.setdefault(place if leader is None else leader, []).append(place)
        for number in numbers if leader is None else ():
            leaders[number].append(place)
    return list(groups.values())


def shingles(run: Run) -> set[Run]:
    """The sequences of four syllables in a statement; a shorter statement is one sequence."""
    return {run[place : place + SHINGLE] for place in range(max(len(run) - SHINGLE, 0) + 1)}


def _numbered(runs: Sequence[Run]) -> list["array[int]"]:
    numbers: dict[Run, int] = {}
    return [array("I", sorted(numbers.setdefault(each, len(numbers)) for each in shingles(run))) for run in runs]


def _leader(
    numbers: "array[int]", numbered: Sequence["array[int]"], leaders: dict[int, "array[int]"], times: Counter[int]
) -> int | None:
    """The leader that shares most with these sequences, None where none shares enough."""
    own = set(numbers)
    rarest = sorted(numbers, key=lambda number: (times[number], number))
    near: set[int] = set()
    # Without one of these a leader shares less than the part asked for.
    for number in rarest[: len(rarest) - int(len(rarest) * COPY_SHARE) + 1]:
        owners = leaders.get(number, ())
        near.update(owners if len(owners) <= MOST_LEADERS else ())
    scored = ((-_share(own, numbered[leader]), leader) for leader in near)
    best = min(scored, default=(0.0, -1))
    return best[1] if -best[0] >= COPY_SHARE else None


def _share(own: set[int], other: "array[int]") -> float:
    return len(own.intersection(other)) / max(len(own), len(other))
