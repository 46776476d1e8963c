"""How well words fit an indicator: rare words of its name weigh more, words that say the same count as one. Pure."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from pathlib import Path

from tongket.core.text import nfc
from tongket.reviews.reports.measures import dimension_of
from tongket.reviews.values import Indicator, Outline

# Sentences of a report are looked at once for each indicator; those of other reports need not be kept.
_KEPT = 2048
# Where the tone stands in an open syllable makes no word another one: hoà, hòa; uỷ, ủy.
_PLACED = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
_OPEN = re.compile(rf"(?<!q)(?:{'|'.join(_PLACED)})(?!\w)")
# Words of names that tell nothing apart.
_EMPTY = frozenset(
    [
        "số",
        "lượng",
        "lượt",
        "tổng",
        "của",
        "và",
        "các",
        "được",
        "trong",
        "cho",
        "từ",
        "do",
        "vào",
        "với",
        "là",
        "có",
        "trở",
        "lên",
        "đến",
        "ở",
        "về",
        "theo",
        "thực",
        "hiện",
        "đã",
    ]
)


# That something is worth so much names no indicator: gifts, cattle and initiatives are all of some worth.
_WORTH = frozenset(["giá", "trị"])
# A word counts as said where it stands at least as near as its sentence.
_SPOKEN = 0.4


@lru_cache(_KEPT)
def key(text: str) -> str:
    """The words of a text as they are compared: small letters, tones where they used to stand."""
    return _OPEN.sub(lambda found: _PLACED[found[0]], " ".join(nfc(text).lower().split()))


@cache
def _same() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """All words that say the same as one pattern, the longest first, and what each is taken for."""
    table = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text(encoding="utf-8"))
    taken = {key(word): key(group[0]).replace(" ", "_") for group in table["same"] for word in group}
    longest = sorted(map(re.escape, taken), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)"), taken


@lru_cache(_KEPT)
def told(text: str) -> str:
    """The text as it is compared, phrases that say the same made one word (`đang_duy_trì`)."""
    pattern, taken = _same()
    return pattern.sub(lambda found: taken[found[0]], key(text))


@lru_cache(_KEPT)
def terms_of(text: str) -> frozenset[str]:
    """The words of a text that tell something, phrases that say the same as one."""
    return frozenset(re.findall(r"[\w²%]+", told(text))) - _EMPTY


@lru_cache(_KEPT)
def words_of(text: str) -> frozenset[str]:
    """All that may name an indicator in running text: its terms, and its words as they stand."""
    return terms_of(text) | (frozenset(re.findall(r"[\w²%]+", key(text))) - _EMPTY)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator with the words that name it, its measure left out where other words remain, and what each weighs.

    `is_only` says that its measure has two words or more and no other indicator's measure is the same. `dimension` is
    what it measures; `said_measure` and `said_name` are its words as they are compared, `typed_measure` as they stand.
    """

    indicator: Indicator
    weights: Mapping[str, float]
    measure: frozenset[str]
    is_only: bool
    dimension: str
    said_measure: str
    typed_measure: str
    said_name: str

    def share(self, nearness: Mapping[str, float]) -> float:
        """How much of what names the indicator is there, each word as near as it stands; from 0 to 1.

        Words of worth (`trị giá`) say nothing without another word of the name in the same sentence.
        """
        total = sum(self.weights.values())
        if not total or self._is_only_worth(nearness):
            return 0.0
        return sum(weight * nearness.get(term, 0.0) for term, weight in self.weights.items()) / total

    def _is_only_worth(self, nearness: Mapping[str, float]) -> bool:
        """Whether the sentence says no other word of a name that has words of worth."""
        if _WORTH.isdisjoint(self.weights):
            return False
        others = self.weights.keys() - _WORTH
        return bool(others) and all(nearness.get(term, 0.0) < _SPOKEN for term in others)


@lru_cache(8)
def wanted_of(outline: Outline) -> tuple[Wanted, ...]:
    """Every indicator of the outline with its words; a word that few indicators have weighs more."""
    named = [terms_of(each.name) for each in outline.indicators]
    measures = [key(each.measure) for each in outline.indicators]
    often = Counter(term for terms in named for term in terms)
    return tuple(
        _wanted(each, terms, often, len(named), is_only=" " in measure and measures.count(measure) == 1)
        for each, terms, measure in zip(outline.indicators, named, measures, strict=True)
    )


def _wanted(
    indicator: Indicator, terms: frozenset[str], often: Mapping[str, int], count: int, *, is_only: bool
) -> Wanted:
    measure = terms_of(indicator.measure)
    return Wanted(
        indicator,
        {term: log(1 + count / often[term]) for term in (terms - measure or terms)},
        measure,
        is_only,
        dimension_of(indicator)[0],
        told(indicator.measure),
        key(indicator.measure),
        told(indicator.name).replace(",", ""),
    )
