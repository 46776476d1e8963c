"""How well words fit an indicator: rare words of its name weigh more, words that say the same count as one. Pure."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path

from tongket.core.text import fold_tones
from tongket.reviews.values import Indicator, Outline

# Words of names that tell nothing apart.
_EMPTY = frozenset(
    map(
        fold_tones,
        "số lượng lượt tổng của và các được trong cho từ do vào với là có trở lên đến ở về theo thực hiện".split(),
    )
)


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text(encoding="utf-8"))
    pairs = [(word, group[0]) for group in table["same"] for word in group]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(fold_tones(word))}(?!\w)"), fold_tones(first).replace(" ", "_"))
        for word, first in pairs
    )


@cache
def terms_of(text: str) -> frozenset[str]:
    """The words of a text that tell something, phrases that say the same made one word."""
    folded = fold_tones(text)
    for pattern, first in _same():
        folded = pattern.sub(first, folded)
    return frozenset(re.findall(r"[\w²%]+", folded)) - _EMPTY


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator with the words that name it and how much each tells."""

    indicator: Indicator
    weights: Mapping[str, float]

    def share(self, terms: Iterable[str]) -> float:
        """How much of what names the indicator is among these words, from 0 to 1."""
        total = sum(self.weights.values())
        return sum(weight for term, weight in self.weights.items() if term in set(terms)) / total if total else 0.0


def wanted_of(outline: Outline) -> tuple[Wanted, ...]:
    """Every indicator of the outline with its words; a word that few indicators have weighs more."""
    named = [terms_of(each.name) | terms_of(each.measure) for each in outline.indicators]
    often: dict[str, int] = {}
    for terms in named:
        for term in terms:
            often[term] = often.get(term, 0) + 1
    count = len(named)
    return tuple(
        Wanted(each, {term: log(1 + count / often[term]) for term in terms})
        for each, terms in zip(outline.indicators, named, strict=True)
    )
