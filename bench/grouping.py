"""How well a grouping agrees with a person's: precision, recall and F1 over pairs of statements in one theme."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs that both put together, that a person did, and that the program did."""

    both: int
    person: int
    program: int

    @property
    def precision(self) -> float:
        """The share of the program's pairs that the person put together too; 1 where it made none."""
        return self.both / self.program if self.program else 1.0

    @property
    def recall(self) -> float:
        """The share of the person's pairs that the program found; 1 where there are none."""
        return self.both / self.person if self.person else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def pairs(rows: Iterable[tuple[Hashable, Hashable]]) -> Pairs:
    """Counts pairs over (the person's theme, the program's); an empty theme of the program's groups with nothing."""
    listed = list(rows)
    placed = [(person, program) for person, program in listed if program]
    return Pairs(
        _within(Counter(placed)),
        _within(Counter(person for person, _ in listed)),
        _within(Counter(program for _, program in placed)),
    )


def _within(counts: Counter[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())
