"""Proposes a theme for each statement and learns at once from where a person puts one. Pure, the same at every run."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tongket.synthesis.themes.lexicon import Lexicon, Run, words_and_pairs
from tongket.synthesis.themes.memory import Lesson, Memory, unit_vector
from tongket.synthesis.themes.syllables import NUMBER, common, syllables
from tongket.synthesis.values import Placed, Said, Theme

PROPOSALS = 3
SHARPNESS = 2
LEAST_SHARE = 0.02
WORD_WEIGHT = 0.7
# So much evidence against a proposal is always assumed: a single weak word is not certainty.
DOUBT = 0.15


class Sorter:
    """Themes with what has been learnt so far. `placed` are statements a person put into a theme, known or new."""

    def __init__(self, themes: Sequence[Theme], placed: Iterable[tuple[Said, str]] = ()) -> None:
        self._lexicon = Lexicon(themes)
        self._memory = Memory()
        for said, theme in placed:
            self.learn(said, theme)

    def place(self, said: Said) -> tuple[Placed, ...]:
        """The best proposals for a statement, best first; one with an empty theme where nothing fits."""
        parts = syllables(said.text)
        scores = self._memory.scores(self._profile(parts), vector_of(parts))
        best = sorted(scores.items(), key=lambda pair: (-round(pair[1], 9), pair[0]))[:PROPOSALS]
        whole = sum(scores.values()) + DOUBT
        made = tuple(Placed(said.key, code, round(score / whole, 4), self._why(parts, code)) for code, score in best)
        return made or (Placed(said.key, "", 0.0),)

    def learn(self, said: Said, theme: str) -> None:
        """A person put `said` into `theme`; an earlier word on the same statement is forgotten."""
        parts = syllables(said.text)
        self._memory.add(said.key, Lesson(self._profile(parts), vector_of(parts), theme))

    def forget(self, key: int) -> None:
        """A person took back where the statement of that key belongs."""
        self._memory.forget(key)

    def _profile(self, parts: Run) -> dict[str, float]:
        """What the taxonomy alone thinks: the share of each theme that counts."""
        return shares(self._lexicon.scores(parts))

    def _why(self, parts: Run, theme: str) -> tuple[str, ...]:
        found = [match for match in self._lexicon.matches(parts) if theme in match.themes]
        return tuple(dict.fromkeys(" ".join(parts[match.begin : match.end]) for match in found))


def shares(scores: Counter[str]) -> dict[str, float]:
    """Scores as shares of one whole, the great ones favoured, the tiny ones left out."""
    raised = {theme: score**SHARPNESS for theme, score in scores.items()}
    whole = sum(raised.values())
    return {theme: score / whole for theme, score in raised.items() if score / whole > LEAST_SHARE}


def vector_of(parts: Run) -> Mapping[Run, float]:
    """The telling words and pairs of a statement with their weights, of length 1."""
    silent = common()
    weights: dict[Run, float] = {}
    for run in words_and_pairs(parts):
        if NUMBER not in run and not silent.issuperset(run):
            weights[run] = 1.0 if len(run) == 2 else WORD_WEIGHT
    return unit_vector(weights)
