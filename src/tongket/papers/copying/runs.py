"""Places where shingles agree, made runs, and runs made passages. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.papers.copying.shingles import SIZE

# Words that may be changed, added or left out between two runs of one passage.
GAP = 3

# A word of the text asked about, and the word of the other where the same shingle begins.
Hit = tuple[int, int]


@dataclass(slots=True)
class Run:
    """Words `start` to `end` of one text, `other_start` to `other_end` of the other; `agreeing` are equal."""

    start: int
    end: int
    other_start: int
    other_end: int
    agreeing: list[range]

    def worth(self, stock: Sequence[bool]) -> int:
        """How many of its words agree and stand in no stock phrase."""
        return sum(not stock[word] for part in self.agreeing for word in part)


def runs_of(hits: Iterable[Hit]) -> list[Run]:
    """The longest stretches in which both texts have the same words, from hits in the order of the text asked about."""
    runs: list[Run] = []
    latest: dict[int, Run] = {}
    for word, other in hits:
        run = latest.get(other - word)
        if run is None or word > run.end - SIZE + 1:
            run = Run(word, word + SIZE, other, other + SIZE, [])
            latest[other - word] = run
            runs.append(run)
        run.end, run.other_end = word + SIZE, other + SIZE
    for run in runs:
        run.agreeing = [range(run.start, run.end)]
    return runs


def joined(runs: Iterable[Run]) -> list[Run]:
    """Runs that follow each other in both texts with at most `GAP` words between are one."""
    found: list[Run] = []
    for run in sorted(runs, key=lambda each: (each.start, each.other_start)):
        before = next((each for each in reversed(found[-GAP:]) if _follows(each, run)), None)
        if before is None:
            found.append(run)
        else:
            _append(before, run)
    return found


def _follows(before: Run, run: Run) -> bool:
    """Whether `run` goes on where `before` ends; they overlap where a word is repeated at the edit."""
    near = -SIZE < run.start - before.end <= GAP and -SIZE < run.other_start - before.other_end <= GAP
    return near and run.end > before.end and run.other_end > before.other_end


def _append(before: Run, run: Run) -> None:
    before.agreeing += [range(max(part.start, before.end), part.stop) for part in run.agreeing]
    before.end, before.other_end = run.end, run.other_end


def apart(runs: Iterable[Run], stock: Sequence[bool], least: int) -> list[Run]:
    """The runs worth at least `least` words, none over another: the worthier stays."""
    worthy = [run for run in runs if run.worth(stock) >= least]
    kept: list[Run] = []
    for run in sorted(worthy, key=lambda each: -each.worth(stock)):
        if all(run.end <= other.start or run.start >= other.end for other in kept):
            kept.append(run)
    return sorted(kept, key=lambda each: each.start)
