"""What the sorter knows of the statements of one review, kept so that a person's move asks nothing of it again. Pure.

Most of the sorter's work is to find what the taxonomy takes a statement for, and its telling words: neither changes
with what a person teaches. A shelf keeps both, and beside them what does change: how loud placed statements speak to
each (`likes`) and where each is proposed. All stands in columns of numbers, so that the shelves of thousands of reports
are read and looked through fast; words are numbers of 32 bits: that two share one is possible and changes a likeness by
next to nothing.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import sqrt
from zlib import crc32

from tongket.reviews.rules import Kind
from tongket.synthesis.themes.lexicon import Scores
from tongket.synthesis.themes.memory import LEAST_LIKE
from tongket.synthesis.themes.sorting import Sorter, telling, vector_of, weight_of
from tongket.synthesis.themes.syllables import syllables
from tongket.synthesis.values import Placed, Said

KINDS = tuple(Kind)


@dataclass(slots=True)
class Column:
    """For each line some themes, by their numbers on the shelf, with how much speaks for each; `ends` by line."""

    ends: "array[int]" = field(default_factory=lambda: array("I"))
    themes: "array[int]" = field(default_factory=lambda: array("H"))
    amounts: "array[float]" = field(default_factory=lambda: array("d"))

    def add(self, themes: Iterable[int], amounts: Iterable[float]) -> None:
        """Puts a line behind the others."""
        self.themes.extend(themes)
        self.amounts.extend(amounts)
        self.ends.append(len(self.themes))

    def span(self, place: int) -> slice:
        """Where the themes of a line stand."""
        return slice(self.ends[place - 1] if place else 0, self.ends[place])


@dataclass(slots=True)
class Shelf:
    """The statements of a review, a line each; `words` in ascending order, `owners` beside each the place of its line.

    `names` are the themes of this shelf by their numbers, the first of them none. `length` is that of a line's words,
    `taken` what the taxonomy takes it for, `likes` how loud placed statements speak to it, `stands` its proposal.
    """

    keys: "array[int]" = field(default_factory=lambda: array("Q"))
    kinds: "array[int]" = field(default_factory=lambda: array("B"))
    lengths: "array[float]" = field(default_factory=lambda: array("d"))
    words: "array[int]" = field(default_factory=lambda: array("I"))
    owners: "array[int]" = field(default_factory=lambda: array("H"))
    taken: Column = field(default_factory=Column)
    likes: Column = field(default_factory=Column)
    stands: "array[int]" = field(default_factory=lambda: array("H"))
    names: list[str] = field(default_factory=lambda: [""])

    def number(self, theme: str) -> int:
        """The number of a theme on this shelf; a new one where it has none."""
        if theme not in self.names:
            self.names.append(theme)
        return self.names.index(theme)

    def scores(self, column: Column, place: int) -> Scores:
        """What a column tells of a line, by the codes of themes."""
        span, names = column.span(place), self.names
        if span.start == span.stop:
            return {}
        numbers = zip(column.themes[span], column.amounts[span], strict=True)
        return {names[number]: amount for number, amount in numbers}

    def add(self, column: Column, scores: Scores) -> None:
        """Puts a line behind the others of a column."""
        column.add(map(self.number, scores), scores.values())

    def lines_taken(self, themes: frozenset[str]) -> Iterator[int]:
        """The places of lines that the taxonomy takes for one of `themes`, in order; one may come twice."""
        wanted = {number for number, name in enumerate(self.names) if name in themes}
        at = [place for place, theme in enumerate(self.taken.themes) if theme in wanted] if wanted else []
        ends, line = self.taken.ends, 0
        for place in at:
            while ends[line] <= place:
                line += 1
            yield line

    def alike(self, wanted: Sequence[tuple[int, float]]) -> dict[int, float]:
        """The lines that are like a statement with these numbered words, and the cosine of the angle between."""
        found: dict[int, float] = defaultdict(float)
        words, owners, size = self.words, self.owners, len(self.words)
        for word, weight in wanted:
            at = bisect_left(words, word)
            while at < size and words[at] == word:
                found[owners[at]] += weight
                at += 1
        lengths = self.lengths
        cosines = ((place, by / lengths[place]) for place, by in found.items())
        return {place: cosine for place, cosine in cosines if cosine >= LEAST_LIKE}

    def liken(self, likes: dict[int, Scores]) -> None:
        """Lets placed statements speak to some lines as loud as `likes` says, by place."""
        before, self.likes = self.likes, Column()
        for place in range(len(self.keys)):
            if place in likes:
                self.add(self.likes, likes[place])
            else:
                span = before.span(place)
                self.likes.add(before.themes[span], before.amounts[span])


def shelve(sorter: Sorter, said: Iterable[Said]) -> tuple[Shelf, list[Placed]]:
    """The shelf of some statements, and what is proposed for each, best theme only."""
    shelf, placed, standing = Shelf(), list[Placed](), list[tuple[int, int]]()
    memory = sorter.memory
    for place, each in enumerate(said):
        parts = syllables(each.text)
        runs, profile = telling(parts), sorter.profile(parts)
        standing += [(numbered(" ".join(run)), place) for run in runs]
        likes = memory.like_voices(vector_of(parts)) if memory.lessons else {}
        proposed = sorter.judged(each.key, each.kind, memory.speaking(profile, likes))
        shelf.keys.append(each.key)
        shelf.kinds.append(KINDS.index(each.kind))
        shelf.lengths.append(sqrt(sum(weight_of(run) ** 2 for run in runs)) or 1.0)
        shelf.add(shelf.taken, profile)
        shelf.add(shelf.likes, likes)
        shelf.stands.append(shelf.number(proposed.theme))
        placed.append(proposed)
    standing.sort()
    shelf.words.extend(word for word, _ in standing)
    shelf.owners.extend(place for _, place in standing)
    return shelf, placed


@lru_cache(maxsize=262_144)
def numbered(words: str) -> int:
    """A word or a pair of words as a number."""
    return crc32(words.encode())
