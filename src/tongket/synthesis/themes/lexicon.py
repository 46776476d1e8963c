"""What the key phrases of a taxonomy say of a statement, before anybody has placed one. Pure.

A phrase that stands in the statement counts by its length and by how few themes share its words; a phrase inside a
longer one counts less, one that comes early a little more. Words and pairs of words of the phrases and of the example
statements count on their own too, the more the fewer themes use them, so that `mở rộng thêm nhiều tuyến đường` still
leans to where `mở rộng đường` leads, and `bác nông dân không biết ghi mục nào` to where forms are spoken of.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, pairwise
from math import log

from tongket.synthesis.themes.syllables import NUMBER, Run, syllables
from tongket.synthesis.values import Theme

LENGTH_POWER = 1.3
INSIDE_SHARE = 0.3
EARLY_SHARE = 0.3
PAIR_WEIGHT = 4.0
WORD_WEIGHT = 3.0
# What tells less than this for a theme tells nothing.
LEAST_TOLD = 0.1

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
        examples = [(spelt(each), theme.code) for theme in themes for each in theme.examples]
        self._told = _told([*_owned(phrases), *examples], len(themes))

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


def _owned(phrases: Mapping[Run, set[str]]) -> Iterator[tuple[Run, str]]:
    for run, codes in phrases.items():
        for code in sorted(codes):
            yield run, code


def _told(texts: Iterable[tuple[Run, str]], themes: int) -> Told:
    """The words and pairs of phrases and examples, each of a theme, with what each tells for which theme."""
    counts: dict[Run, Counter[str]] = defaultdict(Counter)
    told = ((part, code) for run, code in texts for part in set(words_and_pairs(run)) if NUMBER not in part)
    for part, code in told:
        counts[part][code] += 1
    shared = {part: tuple(sorted(shared_by(part, count, themes))) for part, count in counts.items()}
    return {part: voices for part, voices in shared.items() if voices}


def shared_by(part: Run, count: Counter[str], themes: int) -> Iterator[tuple[str, float]]:
    """What a word or a pair tells for each theme that uses it, by how often each does.

    One that stands in one theme alone has its whole weight, one that all use alike has none.
    """
    total = count.total()
    spread = total**2 / sum(times**2 for times in count.values())
    weight = (PAIR_WEIGHT if len(part) == 2 else WORD_WEIGHT) * log((themes + 1) / spread) / log(themes + 1)
    for theme, times in count.items():
        told = weight * (times / total) ** 0.5 * min(1.0, log(1 + times))
        if told >= LEAST_TOLD:
            yield theme, told
