"""Two wordings as one line: what stayed, what was cut, what is new; long stretches that stayed are shortened."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

AROUND = 6
LEAST_SHARED = 0.4


class Mark(StrEnum):
    """Whether words stand in both wordings, only in the old one, or only in the new one."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share one mark."""

    text: str
    mark: Mark


@lru_cache(maxsize=512)
def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """The change from `old` to `new` word by word; wordings with little in common are set side by side whole."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < LEAST_SHARED:
        return _pieces(before, after)
    found: list[Piece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            shown = _shortened(before[i1:i2], is_first=i1 == 0, is_last=i2 == len(before) and j2 == len(after))
            found.append(Piece(shown, Mark.SAME))
        else:
            found += _pieces(before[i1:i2], after[j1:j2])
    return tuple(found)


def _pieces(old: list[str], new: list[str]) -> tuple[Piece, ...]:
    both = ((old, Mark.OLD), (new, Mark.NEW))
    return tuple(Piece(" ".join(words), mark) for words, mark in both if words)


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> str:
    """At most six words beside a change; nothing is cut where only a few would go."""
    if len(words) <= AROUND * (2 if not (is_first or is_last) else 1) + 2:
        return " ".join(words)
    return " ".join(_kept(words, is_first=is_first, is_last=is_last))


def _kept(words: list[str], *, is_first: bool, is_last: bool) -> Iterator[str]:
    if not is_first:
        yield from words[:AROUND]
    yield "…"
    if not is_last:
        yield from words[-AROUND:]
