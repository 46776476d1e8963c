"""What a heading promises: the kinds of statement below it, and the question of the outline that it answers. Pure."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from tongket.core.text import fold
from tongket.reviews.rules import Kind
from tongket.reviews.values import Outline, Question

_FEWEST_SHARED = 0.6
_EMPTY = frozenset(
    [
        "va",
        "cac",
        "cua",
        "trong",
        "ve",
        "nhung",
        "mot",
        "so",
        "viec",
        "cong",
        "tac",
        "thuc",
        "hien",
        "phong",
        "trao",
        "cho",
        "tai",
        "voi",
        "den",
    ]
)


@cache
def heading_words() -> tuple[tuple[str, Kind], ...]:
    """The words of headings with their kinds, the longest first; raises ValueError for a kind that is none."""
    table = tomllib.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))
    pairs = [(word, Kind(kind)) for kind, said in table.items() for word in said]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(1024)
def kinds_of(heading: str) -> tuple[Kind, ...]:
    """The kinds that a heading speaks of, in the order in which they stand; none where it speaks of none."""
    left = fold(heading)
    found: list[tuple[int, Kind]] = []
    for word, kind in heading_words():
        match = re.search(rf"\b{re.escape(word)}\b", left)
        if match:
            found.append((match.start(), kind))
            left = left[: match.start()] + "#" * len(match.group()) + left[match.end() :]
    kinds = [kind for _place, kind in sorted(found)]
    return tuple(dict.fromkeys(kinds))


def question_of(heading: str, kinds: tuple[Kind, ...], outline: Outline) -> str:
    """The code of the question that a section of this heading answers, empty where none fits.

    A heading taken over from the outline names its question; else the only question of its kind, or of several the one
    that shares most words with the heading.
    """
    said = _content(heading)
    shares = [(_share(said, each), each) for each in outline.questions]
    best = max(shares, key=lambda pair: pair[0], default=None)
    if best and best[0] >= _FEWEST_SHARED and (not kinds or best[1].kind in kinds):
        return best[1].code
    for kind in kinds:
        fitting = [(share, each) for share, each in shares if each.kind is kind]
        if fitting:
            return max(fitting, key=lambda pair: pair[0])[1].code
    return ""


def _content(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text))) - _EMPTY


def _share(said: frozenset[str], question: Question) -> float:
    """How much of the heading's words and of the question's heading agree, from 0 to 1."""
    asked = _content(question.heading or question.text)
    both = len(said & asked)
    return 2 * both / (len(said) + len(asked)) if said and asked else 0.0
