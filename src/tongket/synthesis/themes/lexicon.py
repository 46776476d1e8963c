"""What the key phrases of a taxonomy say of a statement, before anybody has placed one. Pure.

A phrase that stands in the statement counts by its length and by how few themes share its words; a phrase inside a
longer one counts less, one that comes early a little more. Words and pairs of words of the phrases count on their own
too, much less, so that `mở rộng thêm nhiều tuyến đường` still leans to where `mở rộng đường` leads.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, pairwise
from math import log

from tongket.synthesis.themes.syllables import Run, syllables
from tongket.synthesis.values import Theme

LENGTH_POWER = 1.3
INSIDE_SHARE = 0.3
EARLY_SHARE = 0.3
PAIR_WEIGHT = 0.6
WORD_WEIGHT = 0.3

Scores = dict[str, float]
Told = dict[Run, tuple[tuple[str, float], ...]]


@dataclass(slots=True)
class _Node:
    """A place in the tree of phrases: what may follow, and whose phrase ends here with which weight."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    themes: Run = ()
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a statement, its first syllable and the one after its last."""

    begin: int
    end: int
    themes: tuple[str, ...]
    weight: float


class Lexicon:
    """The phrases of some themes, ready to be looked for; `spelt` makes syllables of a phrase."""

    def __init__(self, themes: Sequence[Theme], spelt: Callable[[str], Run] = syllables) -> None:
        phrases: dict[Run, set[str]] = defaultdict(set)
        for theme in themes:
            for phrase in (theme.name, *theme.phrases):
                phrases[spelt(phrase)].add(theme.code)
        phrases.pop((), None)
        rarity = _rarity(phrases, len(themes))
        self._root = _Node()
        for run, codes in sorted(phrases.items()):
            self._plant(run, tuple(sorted(codes)), len(run) ** LENGTH_POWER * rarity[run])
        self._told = _told(phrases, rarity)

    def scores(self, parts: Run) -> Scores:
        """For each theme how much speaks for it."""
        scores: Scores = defaultdict(float)
        for match, share in _with_shares(self.matches(parts)):
            weight = match.weight * share * (1 + EARLY_SHARE * (1 - match.begin / len(parts)))
            for theme in match.themes:
                scores[theme] += weight
        told = self._told
        for run in words_and_pairs(parts):
            for theme, weight in told.get(run, ()):
                scores[theme] += weight
        return scores

    def matches(self, parts: Run) -> Iterator[Match]:
        """The phrases that stand in a statement, in order."""
        for begin, part in enumerate(parts):
            if part in self._root.following:
                yield from self._matches_at(parts, begin)

    def _matches_at(self, parts: Run, begin: int) -> Iterator[Match]:
        node: _Node | None = self._root
        for end in range(begin, len(parts)):
            node = node.following.get(parts[end]) if node else None
            if node is None:
                return
            if node.themes:
                yield Match(begin, end + 1, node.themes, node.weight)

    def _plant(self, run: Run, themes: tuple[str, ...], weight: float) -> None:
        node = self._root
        for part in run:
            node = node.following.setdefault(part, _Node())
        node.themes, node.weight = themes, weight


def words_and_pairs(parts: Run) -> Iterator[Run]:
    """Each syllable and each two that follow one another, as often as they stand."""
    return chain(zip(parts, strict=True), pairwise(parts))


def _with_shares(matches: Iterable[Match]) -> Iterator[tuple[Match, float]]:
    """Each match with the share that counts of it: less where it stands inside a longer one."""
    covered = 0
    for match in sorted(matches, key=lambda each: (each.begin, -each.end)):
        yield match, INSIDE_SHARE if match.end <= covered else 1.0
        covered = max(covered, match.end)


def _rarity(phrases: Mapping[Run, set[str]], themes: int) -> dict[Run, float]:
    """For each run of syllables inside a phrase, 1 where one theme has it and less the more themes do."""
    owners: dict[Run, set[str]] = defaultdict(set)
    for run, codes in phrases.items():
        for begin, end in combinations(range(len(run) + 1), 2):
            owners[run[begin:end]] |= codes
    return {run: log((themes + 1) / len(codes)) / log(themes + 1) for run, codes in owners.items()}


def _told(phrases: Mapping[Run, set[str]], rarity: Mapping[Run, float]) -> Told:
    """The words and pairs of all phrases with what each tells for which theme."""
    counts: dict[Run, Counter[str]] = defaultdict(Counter)
    for run, codes in phrases.items():
        for part in set(words_and_pairs(run)):
            counts[part].update(codes)
    return {part: tuple(sorted(_shared(part, count, rarity[part]))) for part, count in counts.items()}


def _shared(part: Run, count: Counter[str], rarity: float) -> Iterable[tuple[str, float]]:
    weight = (PAIR_WEIGHT if len(part) == 2 else WORD_WEIGHT) * rarity
    for theme, times in count.items():
        yield theme, weight * (times / count.total()) ** 0.5 * min(1.0, log(1 + times))
