"""A text as words that can be compared, and the shingles of four that are looked up. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from tongket.core.text import fold

SIZE = 4

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text without accents and capitals, and where each stands: first character and the one after."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=32768)
def _folded(word: str) -> str:
    return fold(word)


def words_of(text: str) -> Words:
    """The words of `text` (NFC)."""
    found = list(_WORD.finditer(text))
    return Words(
        tuple(_folded(match.group()) for match in found),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
    )


def shingle(words: Iterable[str]) -> int:
    """The 32 bits under which words standing together are known."""
    return crc32(" ".join(words).encode())


def shingles(folded: Sequence[str]) -> Iterator[int]:
    """The shingle that begins at each word; the last three begin none."""
    return (shingle(folded[place : place + SIZE]) for place in range(len(folded) - SIZE + 1))
