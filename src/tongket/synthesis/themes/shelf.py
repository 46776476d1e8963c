"""What the sorter knows of the statements of one review, kept so that a person's move asks nothing of it again. Pure.

Most of the sorter's work is to find what the taxonomy takes a statement for, and its telling words: neither changes
with what a person teaches. A shelf keeps both, and beside them what does change: how loud placed statements speak to
each (`likes`) and where each is proposed. Words are kept as numbers of 32 bits, so that many reports are looked through
fast; that two words share a number is possible and changes a likeness by next to nothing.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import sqrt
from zlib import crc32

from tongket.reviews.rules import Kind
from tongket.synthesis.themes.lexicon import Scores
from tongket.synthesis.themes.memory import LEAST_LIKE, NOT_MUCH, Lesson, like_voice
from tongket.synthesis.themes.sorting import Sorter, telling, vector_of, weight_of
from tongket.synthesis.themes.syllables import Run, syllables
from tongket.synthesis.values import Placed, Said

Voices = Mapping[str, Scores]


@dataclass(slots=True)
class Line:
    """A statement: what the taxonomy takes it for, the length of its words, who speaks for it, what is proposed."""

    key: int
    kind: str
    profile: Scores
    length: float
    likes: Scores = field(default_factory=dict)
    theme: str = ""


@dataclass(slots=True)
class Shelf:
    """The statements of a review; `words` in ascending order, and beside each the place of the line it stands in."""

    lines: list[Line]
    words: "array[int]"
    owners: "array[int]"

    def alike(self, wanted: Sequence[tuple[int, float]]) -> dict[int, float]:
        """The lines that are like a statement with these numbered words, and the cosine of the angle between."""
        found: dict[int, float] = defaultdict(float)
        words, owners, size = self.words, self.owners, len(self.words)
        for word, weight in wanted:
            at = bisect_left(words, word)
            while at < size and words[at] == word:
                found[owners[at]] += weight
                at += 1
        lines = self.lines
        cosines = ((place, by / lines[place].length) for place, by in found.items())
        return {place: cosine for place, cosine in cosines if cosine >= LEAST_LIKE}


@dataclass(frozen=True, slots=True)
class News:
    """What a person taught since the shelves were filled: lessons that came and that are gone, and all there are."""

    sorter: Sorter
    come: tuple[Lesson, ...]
    gone: tuple[Lesson, ...]

    def taken(self) -> frozenset[str]:
        """The themes whose voices changed."""
        return frozenset(theme for lesson in (*self.come, *self.gone) for theme in lesson.profile)


def shelve(sorter: Sorter, said: Iterable[Said]) -> tuple[Shelf, list[Placed]]:
    """The shelf of some statements, and what is proposed for each, best theme only."""
    lines, placed, standing = list[Line](), list[Placed](), list[tuple[int, int]]()
    for place, each in enumerate(said):
        parts = syllables(each.text)
        runs, profile = telling(parts), sorter.profile(parts)
        standing += [(numbered(run), place) for run in runs]
        length = sqrt(sum(weight_of(run) ** 2 for run in runs)) or 1.0
        likes = sorter.memory.like_voices(vector_of(parts)) if sorter.memory.lessons else {}
        line = Line(each.key, str(each.kind), profile, length, likes)
        proposed = sorter.judged(each, scores_of(line, _voices(sorter, profile)))
        line.theme = proposed.theme
        lines.append(line)
        placed.append(proposed)
    standing.sort()
    words, owners = array("I", (word for word, _ in standing)), array("H", (place for _, place in standing))
    return Shelf(lines, words, owners), placed


def numbered(run: Run) -> int:
    """A word or a pair of words as a number."""
    return _number(" ".join(run))


@lru_cache(maxsize=262_144)
def _number(words: str) -> int:
    return crc32(words.encode())


def wanted_of(lesson: Lesson) -> list[tuple[int, float]]:
    """The numbered words of a lesson, each with its weight times that of the same word in any other statement."""
    return [(numbered(run), weight * weight_of(run)) for run, weight in lesson.vector.items()]


def scores_of(line: Line, voices: Voices) -> Scores:
    """What speaks for each theme, where `voices` tells of every theme it is taken for."""
    scores = dict(line.likes)
    for taken, share in line.profile.items():
        for theme, voice in voices[taken].items():
            scores[theme] = scores.get(theme, 0.0) + share * voice
    return scores


def _voices(sorter: Sorter, taken: Iterable[str]) -> dict[str, Scores]:
    return {theme: sorter.memory.voices(theme) for theme in taken}


class Teller:
    """Tells shelves of news, one after the other."""

    def __init__(self, news: News) -> None:
        self.sorter, self.taken = news.sorter, news.taken()
        self._come = [(lesson.theme, wanted_of(lesson)) for lesson in news.come]
        self._gone = [(lesson.theme, wanted_of(lesson)) for lesson in news.gone]
        self._voices: dict[str, Scores] = {}

    def tell(self, shelf: Shelf, texts: Mapping[int, str]) -> tuple[list[Placed], bool]:
        """What is proposed elsewhere now, and whether the shelf changed; `texts` are those of `deaf` lines by key."""
        touched = set(self._unlike(shelf, texts))
        touched.update(self._liken(shelf))
        changed = []
        for place, line in enumerate(shelf.lines):
            if place not in touched and self.taken.isdisjoint(line.profile):
                continue
            placed = self._judged(line)
            if placed.theme != line.theme:
                line.theme = placed.theme
                changed.append(placed)
        return changed, bool(touched or changed)

    def deaf(self, shelf: Shelf) -> Iterator[int]:
        """Keys of the lines to which a lesson that is gone spoke loudest for its theme."""
        return (shelf.lines[place].key for place, _theme in self._losing(shelf))

    def _losing(self, shelf: Shelf) -> Iterator[tuple[int, str]]:
        for place, theme, voice in _heard(shelf, self._gone):
            if voice >= shelf.lines[place].likes.get(theme, 0.0) - NOT_MUCH:
                yield place, theme

    def _unlike(self, shelf: Shelf, texts: Mapping[int, str]) -> Iterator[int]:
        for place, theme in list(self._losing(shelf)):
            line = shelf.lines[place]
            now = self.sorter.memory.like_voices(vector_of(syllables(texts[line.key]))).get(theme, 0.0)
            line.likes = {**line.likes, theme: now} if now else {k: v for k, v in line.likes.items() if k != theme}
            yield place

    def _liken(self, shelf: Shelf) -> Iterator[int]:
        for place, theme, voice in _heard(shelf, self._come):
            line = shelf.lines[place]
            if voice > line.likes.get(theme, 0.0):
                line.likes = {**line.likes, theme: voice}
                yield place

    def _judged(self, line: Line) -> Placed:
        for taken in line.profile:
            if taken not in self._voices:
                self._voices[taken] = self.sorter.memory.voices(taken)
        return self.sorter.judged(Said(line.key, "", Kind(line.kind)), scores_of(line, self._voices))


def _heard(shelf: Shelf, lessons: Iterable[tuple[str, list[tuple[int, float]]]]) -> Iterator[tuple[int, str, float]]:
    """The places of the lines to which lessons speak, for which theme, and how loud."""
    for theme, wanted in lessons:
        for place, cosine in shelf.alike(wanted).items():
            yield place, theme, like_voice(cosine)
