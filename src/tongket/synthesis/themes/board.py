"""All statements of a conference on their themes, kept right while a person moves them one by one. Pure.

Statements of one kind with the same words are one line. Every line keeps its scores; a move changes only what the new
lesson says: of lines that the taxonomy takes for the same themes, and of lines like the one moved.
What stands on the board is at every moment what a new `Sorter` with the same lessons would propose.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest, nsmallest
from math import sqrt

from tongket.reviews.rules import Kind
from tongket.synthesis.themes.lexicon import Scores
from tongket.synthesis.themes.memory import LEAST_LIKE, NOT_MUCH, Lesson, like_voice
from tongket.synthesis.themes.sorting import DIGITS, DOUBT, Sorter, best_of, telling, vector_of, weight_of
from tongket.synthesis.themes.syllables import Run, syllables
from tongket.synthesis.values import Placed, Said, Theme


@dataclass(slots=True)
class _Line:
    """Statements of the same words: what speaks for each theme, and of that what placed statements they are like."""

    said: list[Said]
    parts: Run
    scores: Scores
    length: float
    like: Scores = field(default_factory=dict)
    theme: str = ""


class Board:
    """The board of some statements; `placed` says where a person put some of them."""

    def __init__(self, themes: Sequence[Theme], said: Iterable[Said], placed: Mapping[int, str] | None = None) -> None:
        self._sorter = Sorter(themes)
        self._placed: dict[int, str] = {}
        self._lines: list[_Line] = []
        self._line_of: dict[int, int] = {}
        self._taken_for: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._standing: dict[Run, array[int]] = defaultdict(lambda: array("I"))
        self._fill(said)
        for key, theme in sorted((placed or {}).items()):
            self._teach(key, theme)
        for line in self._lines:
            line.theme = self._best(line)

    def placed(self, *, with_why: bool = True) -> dict[int, Placed]:
        """Where each statement stands by its key: where a person put it, else where the program proposes.

        The phrases that speak for it take as long to find as all the rest; without `with_why` they are left empty.
        """
        return {said.key: self._stands(said, line, with_why=with_why) for line in self._lines for said in line.said}

    def theme_of(self) -> dict[int, str]:
        """The code of each statement's theme by its key, without the rest of `placed`."""
        proposed = {said.key: line.theme for line in self._lines for said in line.said}
        return {**proposed, **self._placed}

    def unsure(self, count: int) -> tuple[int, ...]:
        """Keys of the statements to ask a person about first: the lead of their theme over the next is least."""
        waiting = [(self._lead(line), line.said[0].key) for line in self._lines if line.said[0].key not in self._placed]
        return tuple(key for _, key in nsmallest(count, waiting))

    def move(self, key: int, theme: str) -> tuple[Placed, ...]:
        """A person puts a statement into `theme`; tells it and every other that now stands elsewhere, by key."""
        changed = self._settle(self._teach(key, theme))
        own = self._stands_at(key)
        return tuple(sorted({place.key: place for place in (*changed, own)}.values(), key=lambda place: place.key))

    def take_back(self, key: int) -> tuple[Placed, ...]:
        """A person no longer says where a statement belongs; tells every statement that now stands elsewhere."""
        if key not in self._placed:
            return ()
        changed = self._settle(self._teach(key, None))
        own = self._stands_at(key)
        return tuple(sorted({place.key: place for place in (*changed, own)}.values(), key=lambda place: place.key))

    def _fill(self, said: Iterable[Said]) -> None:
        lines: dict[tuple[Run, Kind], int] = {}
        for statement in sorted(said, key=lambda each: each.key):
            parts = syllables(statement.text)
            place = lines.get((parts, statement.kind))
            if place is None:
                place = lines[parts, statement.kind] = len(self._lines)
                self._add(place, parts)
            self._lines[place].said.append(statement)
            self._line_of[statement.key] = place

    def _add(self, place: int, parts: Run) -> None:
        profile = self._sorter.profile(parts)
        for theme, share in profile.items():
            self._taken_for[theme].append((place, share))
        runs = telling(parts)
        for run in runs:
            self._standing[run].append(place)
        length = sqrt(sum(weight_of(run) ** 2 for run in runs)) or 1.0
        self._lines.append(_Line([], parts, dict(profile), length))

    def _teach(self, key: int, theme: str | None) -> set[int]:
        """Learns where a statement belongs, or forgets it; tells the lines whose scores changed."""
        memory, place = self._sorter.memory, self._line_of[key]
        old = memory.lessons.get(key)
        new = self._sorter.lesson(self._lines[place].said[0], theme) if theme is not None else None
        lessons = [lesson for lesson in (old, new) if lesson]
        taken = {each for lesson in lessons for each in lesson.profile}
        voices = {each: memory.voices(each) for each in taken}
        memory.forget(key)
        self._placed.pop(key, None)
        if new and theme is not None:
            memory.add(key, new)
            self._placed[key] = theme
        return self._revoice(voices) | self._unlike(old) | self._liken(new)

    def _revoice(self, before: Mapping[str, Scores]) -> set[int]:
        touched: set[int] = set()
        for taken, voices in before.items():
            changes = _changes(voices, self._sorter.memory.voices(taken))
            for place, share in self._taken_for[taken]:
                _add_all(self._lines[place].scores, changes, share)
                touched.add(place)
        return touched

    def _liken(self, lesson: Lesson | None) -> set[int]:
        """Lets a new lesson speak to the lines it is like."""
        if lesson is None:
            return set()
        cosines = self._cosines(lesson)
        for place, cosine in cosines.items():
            line, theme = self._lines[place], lesson.theme
            gain = like_voice(cosine) - line.like.get(theme, 0.0)
            if gain > 0:
                _add_all(line.scores, {theme: gain}, 1.0)
                line.like[theme] = line.like.get(theme, 0.0) + gain
        return set(cosines)

    def _unlike(self, lesson: Lesson | None) -> set[int]:
        """After a lesson was forgotten: the lines it spoke to hear the others of its theme."""
        if lesson is None:
            return set()
        cosines = self._cosines(lesson)
        for place, cosine in cosines.items():
            line, theme = self._lines[place], lesson.theme
            if like_voice(cosine) < line.like.get(theme, 0.0) - NOT_MUCH:
                continue
            now = self._sorter.memory.like_voices(vector_of(line.parts)).get(theme, 0.0)
            _add_all(line.scores, {theme: now - line.like.get(theme, 0.0)}, 1.0)
            line.like[theme] = now
        return set(cosines)

    def _cosines(self, lesson: Lesson) -> dict[int, float]:
        """Lines that are like a lesson with the cosine of the angle between."""
        cosines: dict[int, float] = defaultdict(float)
        for run, weight in lesson.vector.items():
            by = weight * weight_of(run)
            for place in self._standing.get(run, ()):
                cosines[place] += by
        lines = self._lines
        found = ((place, weight / lines[place].length) for place, weight in cosines.items())
        return {place: cosine for place, cosine in found if cosine >= LEAST_LIKE}

    def _settle(self, touched: Iterable[int]) -> list[Placed]:
        """Proposes anew for lines whose scores changed; tells the statements that stand elsewhere now."""
        changed: list[Placed] = []
        for place in sorted(touched):
            line = self._lines[place]
            theme = self._best(line)
            if theme != line.theme:
                line.theme = theme
                changed += [self._stands(said, line) for said in line.said if said.key not in self._placed]
        return changed

    def _lead(self, line: _Line) -> float:
        """How far the best theme is ahead of the next, as a share of all that speaks."""
        first, second = [*nlargest(2, self._sorter.fitting(line.scores, line.said[0]).values()), 0.0, 0.0][:2]
        return round((first - second) / (sum(line.scores.values()) + DOUBT), DIGITS)

    def _best(self, line: _Line) -> str:
        return best_of(self._sorter.fitting(line.scores, line.said[0]))

    def _stands_at(self, key: int) -> Placed:
        line = self._lines[self._line_of[key]]
        return self._stands(next(said for said in line.said if said.key == key), line)

    def _stands(self, said: Said, line: _Line, *, with_why: bool = True) -> Placed:
        if said.key in self._placed:
            return Placed(said.key, self._placed[said.key], 1.0)
        theme = line.theme
        whole = sum(line.scores.values()) + DOUBT
        score = line.scores.get(theme, 0.0)
        return Placed(said.key, theme, round(score / whole, 4), self._sorter.why(said, theme) if with_why else ())


def _changes(before: Scores, after: Scores) -> Scores:
    differences = {theme: after.get(theme, 0.0) - before.get(theme, 0.0) for theme in {*before, *after}}
    return {theme: by for theme, by in differences.items() if by}


def _add_all(scores: Scores, changes: Mapping[str, float], share: float) -> None:
    for theme, by in changes.items():
        scores[theme] = scores.get(theme, 0.0) + share * by
