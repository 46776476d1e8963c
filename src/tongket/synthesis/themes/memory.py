"""What the person's own moves teach: which themes the taxonomy takes for which, and whom a statement is like. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log, sqrt

from tongket.synthesis.themes.lexicon import Run

# A theme of the taxonomy speaks for itself as much as one placed statement does.
OWN_VOICE = 1.0
LIKE_WEIGHT = 3.0
WORD_WEIGHT = 1.0
MOST_LIKE = 3
NOT_MUCH = 1e-9


@dataclass(frozen=True, slots=True)
class Lesson:
    """A statement that a person placed: what the taxonomy thought of it, its words with their weights, its theme."""

    profile: Mapping[str, float]
    vector: Mapping[Run, float]
    theme: str


class Memory:
    """The lessons so far; each can be taken back."""

    def __init__(self) -> None:
        self._lessons: dict[int, Lesson] = {}
        self._taken_for: dict[str, Counter[str]] = defaultdict(Counter)
        self._said_in: dict[Run, Counter[str]] = defaultdict(Counter)
        self._stands_in: dict[Run, dict[int, float]] = defaultdict(dict)

    def __len__(self) -> int:
        return len(self._lessons)

    def add(self, key: int, lesson: Lesson) -> None:
        """Learns a lesson; one of the same key is forgotten first."""
        self.forget(key)
        self._lessons[key] = lesson
        self._count(lesson, 1)
        for run, weight in lesson.vector.items():
            self._stands_in[run][key] = weight

    def forget(self, key: int) -> None:
        """Takes a lesson back, if there is one."""
        lesson = self._lessons.pop(key, None)
        if lesson:
            self._count(lesson, -1)
            for run in lesson.vector:
                del self._stands_in[run][key]

    def scores(self, profile: Mapping[str, float], vector: Mapping[Run, float]) -> Counter[str]:
        """What speaks for each theme, the taxonomy's own voice (`profile`) included."""
        scores: Counter[str] = Counter()
        for theme, share in profile.items():
            taken = self._taken_for.get(theme, Counter())
            whole = OWN_VOICE + taken.total()
            scores[theme] += share * OWN_VOICE / whole
            for other, times in taken.items():
                scores[other] += share * times / whole
        self._add_words(scores, vector)
        for key, likeness in self.most_like(vector):
            scores[self._lessons[key].theme] += LIKE_WEIGHT * likeness**2
        return scores

    def most_like(self, vector: Mapping[Run, float]) -> list[tuple[int, float]]:
        """The lessons nearest to a statement with the cosine of the angle between, the nearest first."""
        likeness: Counter[int] = Counter()
        for run, weight in vector.items():
            for key, other in self._stands_in.get(run, {}).items():
                likeness[key] += weight * other
        return sorted(likeness.items(), key=lambda pair: (-round(pair[1], 9), pair[0]))[:MOST_LIKE]

    def _add_words(self, scores: Counter[str], vector: Mapping[Run, float]) -> None:
        for run, weight in vector.items():
            said = self._said_in.get(run)
            for theme, times in said.items() if said else ():
                scores[theme] += WORD_WEIGHT * weight * weight * times / (said.total() + 1 if said else 1)

    def _count(self, lesson: Lesson, sign: int) -> None:
        for theme, share in lesson.profile.items():
            _change(self._taken_for[theme], lesson.theme, sign * share)
        for run in lesson.vector:
            _change(self._said_in[run], lesson.theme, sign)


def _change(counts: Counter[str], theme: str, by: float) -> None:
    counts[theme] += by  # type: ignore[assignment]  # a share of one, not a whole
    if counts[theme] < NOT_MUCH:
        del counts[theme]


def unit_vector(weights: Mapping[Run, float]) -> dict[Run, float]:
    """`weights` made to have the length 1."""
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {run: weight / length for run, weight in weights.items()}


def rarity(times: int, whole: int) -> float:
    """From 0 (in every one of `whole`) to 1."""
    return log((whole + 1) / (times + 0.5)) / log(whole + 1)
