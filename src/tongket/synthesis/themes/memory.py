"""What the person's own moves teach: which themes the taxonomy takes for which, and whom a statement is like. Pure.

Two things speak for a theme: the taxonomy's own voice, corrected by what it was wrong about, and the placed statement
of the theme that is nearest to this one. One is a sum over the lessons and the other a greatest value, so a new lesson
can be added to scores that are already there.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tongket.synthesis.themes.lexicon import Scores
from tongket.synthesis.themes.syllables import Run

# A theme of the taxonomy speaks for itself as much as so many placed statements do.
OWN_VOICE = 2.0
LIKE_WEIGHT = 4.0
# Statements less alike than this have only common turns in common.
LEAST_LIKE = 0.15
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
        self.lessons: dict[int, Lesson] = {}
        self._taken_for: dict[str, Scores] = defaultdict(lambda: defaultdict(float))
        self._stands_in: dict[Run, dict[int, float]] = defaultdict(dict)

    def add(self, key: int, lesson: Lesson) -> None:
        """Learns a lesson; one of the same key is forgotten first."""
        self.forget(key)
        self.lessons[key] = lesson
        self._count(lesson, 1)
        for run, weight in lesson.vector.items():
            self._stands_in[run][key] = weight

    def forget(self, key: int) -> None:
        """Takes a lesson back, if there is one."""
        lesson = self.lessons.pop(key, None)
        if lesson:
            self._count(lesson, -1)
            for run in lesson.vector:
                del self._stands_in[run][key]

    def speaking(self, profile: Mapping[str, float], likes: Mapping[str, float]) -> Scores:
        """What speaks for each theme: the taxonomy's own voice (`profile`) and placed statements (`likes`)."""
        scores = dict(likes)
        for taken, share in profile.items():
            for theme, voice in self.voices(taken).items():
                scores[theme] = scores.get(theme, 0.0) + share * voice
        return scores

    def voices(self, taken: str) -> Scores:
        """For which themes it speaks that the taxonomy takes a statement for `taken`."""
        learnt = self._taken_for.get(taken)
        if not learnt:
            return {taken: 1.0}
        whole = OWN_VOICE + sum(learnt.values())
        voices = {theme: times / whole for theme, times in learnt.items()}
        voices[taken] = voices.get(taken, 0.0) + OWN_VOICE / whole
        return voices

    def like_voices(self, vector: Mapping[Run, float]) -> Scores:
        """For each theme the voice of its placed statement nearest to `vector`."""
        likeness: dict[int, float] = defaultdict(float)
        for run, weight in vector.items():
            for key, other in self._stands_in.get(run, {}).items():
                likeness[key] += weight * other
        voices: Scores = {}
        for key, cosine in likeness.items():
            theme = self.lessons[key].theme
            if (voice := like_voice(cosine)) > voices.get(theme, 0.0):
                voices[theme] = voice
        return voices

    def _count(self, lesson: Lesson, sign: int) -> None:
        for taken, share in lesson.profile.items():
            counts = self._taken_for[taken]
            counts[lesson.theme] += sign * share
            if counts[lesson.theme] < NOT_MUCH:
                del counts[lesson.theme]


def like_voice(cosine: float) -> float:
    """How loud a placed statement speaks to another, by the cosine of the angle between them."""
    return LIKE_WEIGHT * cosine * cosine if cosine >= LEAST_LIKE else 0.0
