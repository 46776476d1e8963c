"""Proposes a theme for each statement and learns at once from where a person puts one. Pure, the same at every run."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from tongket.reviews.rules import Kind
from tongket.synthesis.themes.lexicon import Lexicon, Scores, words_and_pairs
from tongket.synthesis.themes.memory import Lesson, Memory
from tongket.synthesis.themes.syllables import NUMBER, Run, common, is_bare, syllables, without_accents
from tongket.synthesis.themes.weights import unit_vector
from tongket.synthesis.values import Placed, Said, Theme

PROPOSALS = 3
# Sums of the same numbers in another order differ by less.
DIGITS, EQUAL = 9, 1e-9
SHARPNESS = 2
LEAST_SHARE = 0.02
# A phrase of two syllables in one theme alone weighs about so much: less evidence leaves the word to what was learnt.
HALF_SURE = 3.0
WORD_WEIGHT = 0.7
# So much is always assumed to speak against a proposal: one weak word is no certainty.
DOUBT = 0.15
# A shorter statement without accents may be one of names and numbers.
BARE_LEAST = 4


class Sorter:
    """Themes with what has been learnt so far. `placed` are statements a person put into a theme, known or new."""

    def __init__(self, themes: Sequence[Theme], placed: Iterable[tuple[Said, str]] = ()) -> None:
        self._themes = themes
        self._kinds = {theme.code: theme.kinds for theme in themes if theme.kinds}
        self._lexicon = _lexicon(tuple(themes))
        self.memory = Memory()
        for said, theme in placed:
            self.learn(said, theme)

    def judged(self, key: int, kind: Kind, scores: Scores) -> Placed:
        """The best proposal for a statement for whose themes so much speaks."""
        theme = self.best(kind, scores)
        return Placed(key, theme, round(scores.get(theme, 0.0) / (sum(scores.values()) + DOUBT), 4))

    def best(self, kind: Kind, scores: Scores) -> str:
        """The theme for which most speaks of those that hold statements of this kind; empty where nothing fits."""
        return best_of(self.fitting(scores, kind))

    def proposals(self, said: Said) -> tuple[Placed, ...]:
        """The best proposals for a statement, best first; none where nothing fits."""
        parts, memory = syllables(said.text), self.memory
        likes = memory.like_voices(vector_of(parts)) if memory.lessons else {}
        scores = memory.speaking(self.profile(parts), likes)
        whole = sum(scores.values()) + DOUBT
        proposals = ranked(self.fitting(scores, said.kind))[:PROPOSALS]
        return tuple(Placed(said.key, code, round(score / whole, 4)) for code, score in proposals)

    def learn(self, said: Said, theme: str) -> None:
        """A person put `said` into `theme`; an earlier word on the same statement is forgotten."""
        self.memory.add(said.key, self.lesson(said, theme))

    def lesson(self, said: Said, theme: str) -> Lesson:
        """What there is to learn from `said` in `theme`."""
        parts = syllables(said.text)
        return Lesson(self.profile(parts), vector_of(parts), theme)

    def profile(self, parts: Run) -> Scores:
        """What the taxonomy alone thinks: the share of each theme that counts, together less than 1 by its doubt."""
        return shares(self._lexicon_of(parts).scores(parts))

    def _lexicon_of(self, parts: Run) -> Lexicon:
        return self._bare if len(parts) >= BARE_LEAST and is_bare(parts) else self._lexicon

    @cached_property
    def _bare(self) -> Lexicon:
        """The phrases without accents, for a statement typed without any."""
        return _lexicon(tuple(self._themes), is_bare=True)

    def fitting(self, scores: Scores, kind: Kind) -> Scores:
        """`scores` without the themes that hold no statements of this kind."""
        if not self._kinds:
            return scores
        return {code: score for code, score in scores.items() if kind in self._kinds.get(code, (kind,))}


@lru_cache(maxsize=8)
def _lexicon(themes: tuple[Theme, ...], *, is_bare: bool = False) -> Lexicon:
    """The phrases of these themes, kept: every page and job asks for the same."""
    return Lexicon(themes, lambda phrase: without_accents(syllables(phrase))) if is_bare else Lexicon(themes)


def ranked(scores: Scores) -> list[tuple[str, float]]:
    """Themes with their scores, the greatest first; equal ones by their codes."""
    best = best_of(scores)
    return sorted(scores.items(), key=lambda pair: (pair[0] != best, -round(pair[1], DIGITS), pair[0]))


def best_of(scores: Scores) -> str:
    """The theme with the greatest score, of equal ones the first by code; empty where there is none."""
    least = max(scores.values(), default=0.0) - EQUAL
    found = [theme for theme, score in scores.items() if score > least]
    return min(found, default="")


def shares(scores: Scores) -> Scores:
    """Scores as shares of one whole, great ones favoured, tiny ones left out; little evidence makes less than one."""
    evidence = sum(scores.values())
    raised = {theme: score**SHARPNESS for theme, score in scores.items()}
    whole = sum(raised.values())
    sure = evidence / (evidence + HALF_SURE)
    return {theme: sure * score / whole for theme, score in raised.items() if score > LEAST_SHARE * whole}


def vector_of(parts: Run) -> Mapping[Run, float]:
    """The telling words and pairs of a statement with their weights, of length 1."""
    return unit_vector({run: weight_of(run) for run in telling(parts)})


def weight_of(run: Run) -> float:
    """The weight of a word or a pair before a statement's is made one."""
    return 1.0 if len(run) == 2 else WORD_WEIGHT


def telling(parts: Run) -> set[Run]:
    """The words and pairs of a statement that can tell anything: no number, not only words of every report."""
    silent = common()
    return {run for run in words_and_pairs(parts) if NUMBER not in run and not silent.issuperset(run)}
