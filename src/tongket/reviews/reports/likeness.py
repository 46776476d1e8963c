"""How well words fit an indicator: rare words of its name weigh more, words that say the same count as one. Pure."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path

from tongket.core.text import nfc
from tongket.reviews.values import Indicator, Outline

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


@cache
def told(text: str) -> str:
    """The text as it is compared, phrases that say the same made one word (`đang_duy_trì`)."""
    pattern, taken = _same()
    return pattern.sub(lambda found: taken[found[0]], key(text))


def terms_of(text: str) -> frozenset[str]:
    """The words of a text that tell something, phrases that say the same as one."""
    return frozenset(re.findall(r"[\w²%]+", told(text))) - _EMPTY


@cache
def words_of(text: str) -> frozenset[str]:
    """All that may name an indicator in running text: its terms, and its words as they stand."""
    return terms_of(text) | (frozenset(re.findall(r"[\w²%]+", key(text))) - _EMPTY)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator with the words that name it, its measure left out where other words remain, and what each weighs.

    `is_only` says that its measure has two words or more and no other indicator's measure is the same.
    """

    indicator: Indicator
    weights: Mapping[str, float]
    measure: frozenset[str]
    is_only: bool = False

    def share(self, nearness: Mapping[str, float]) -> float:
        """How much of what names the indicator is there, each word as near as it stands; from 0 to 1."""
        total = sum(self.weights.values())
        return sum(weight * nearness.get(term, 0.0) for term, weight in self.weights.items()) / total if total else 0.0


def wanted_of(outline: Outline) -> tuple[Wanted, ...]:
    """Every indicator of the outline with its words; a word that few indicators have weighs more."""
    measures = [terms_of(each.measure) for each in outline.indicators]
    named = [terms_of(each.name) for each in outline.indicators]
    told_measures = [key(each.measure) for each in outline.indicators]
    only = [" " in each and told_measures.count(each) == 1 for each in told_measures]
    often: dict[str, int] = {}
    for terms in named:
        for term in terms:
            often[term] = often.get(term, 0) + 1
    return tuple(
        Wanted(each, {term: log(1 + len(named) / often[term]) for term in (terms - measure or terms)}, measure, is_only)
        for each, terms, measure, is_only in zip(outline.indicators, named, measures, only, strict=True)
    )
