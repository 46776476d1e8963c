"""Where every shingle stands: sorted runs of 64-bit numbers, the shingle above and its place below. Pure."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

PLACE_BITS = 32
PLACE_MASK = (1 << PLACE_BITS) - 1
# A run is merged into the one before it when it is at least a fourth as long: few runs to look in, little to sort.
MERGE_SHARE = 4


def posting(shingle: int, place: int) -> int:
    """A shingle and its place as one number that sorts by shingle."""
    return shingle << PLACE_BITS | place


class Postings:
    """Sorted runs of postings; adding a text makes a new run, and runs grow by being merged."""

    __slots__ = ("runs",)

    def __init__(self, runs: Iterable["array[int]"] = ()) -> None:
        self.runs: list[array[int]] = list(runs)

    def add(self, postings: Sequence[int]) -> None:
        """Takes the postings of one text or many."""
        run = array("Q", sorted(postings))
        while self.runs and len(run) * MERGE_SHARE >= len(self.runs[-1]):
            run = array("Q", sorted([*self.runs.pop(), *run]))
        self.runs.append(run)

    def places(self, shingle: int) -> Iterator[int]:
        """Every place where a shingle stands."""
        first, last = shingle << PLACE_BITS, shingle + 1 << PLACE_BITS
        for run in self.runs:
            place = bisect_left(run, first)
            while place < len(run) and run[place] < last:
                yield run[place] & PLACE_MASK
                place += 1
