"""A statement as syllables that can be compared: one spelling, abbreviations written out, numbers alike. Pure."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tongket.core.text import fold, fold_tones, nfc

Run = tuple[str, ...]

NUMBER = "#"

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# `kỹ` and `kĩ`, `lý` and `lí` are one word in two spellings.
_Y = re.compile(r"^([hklmst]|qu)y(?=[^\w\s]*$)")


@dataclass(frozen=True, slots=True)
class Written:
    """Syllables as they are compared, and the stretch of the text (begin, end) each was written in."""

    parts: Run
    stretches: tuple[tuple[int, int], ...]


def syllables(text: str) -> Run:
    """The syllables of `text` in the form they are compared in; what `words.toml` calls silent is left out.

    A text without any accent was typed so: its abbreviations are written out without accents too.
    """
    words = _WORD.findall(nfc(text))
    parts = tuple(part for word in words for part in _alike(word))
    if is_bare(words):
        parts = without_accents(parts)
    kept = _told(parts)
    return parts if len(kept) == len(parts) else tuple(parts[place] for place in kept)


def written(text: str) -> Written:
    """`syllables` with where each stands in `text`, which is NFC."""
    found = [(part, match.span()) for match in _WORD.finditer(text) for part in _alike(match.group())]
    parts = tuple(part for part, _ in found)
    if is_bare(_WORD.findall(text)):
        parts = without_accents(parts)
    kept = _told(parts)
    return Written(tuple(parts[place] for place in kept), tuple(found[place][1] for place in kept))


def is_bare(parts: Iterable[str]) -> bool:
    """Whether words or syllables carry no accent at all."""
    return all(map(str.isascii, parts))


def without_accents(parts: Run) -> Run:
    """Syllables as they are typed on a keyboard without Vietnamese."""
    return tuple(map(fold, parts))


@cache
def common() -> frozenset[str]:
    """Syllables so frequent in any report that alone they tell nothing."""
    return frozenset(part for line in _tables()["common"] for part in syllables(line))


def _told(parts: Sequence[str]) -> list[int]:
    """The places of `parts` that are not in a silent sequence."""
    heads, kept, place = _silent(), list[int](), 0
    while place < len(parts):
        skipped = _silent_at(parts, place) if parts[place] in heads else 0
        if not skipped:
            kept.append(place)
        place += skipped or 1
    return kept


def _silent_at(parts: Sequence[str], place: int) -> int:
    """How many syllables from `place` on tell nothing, as the longest silent sequence has it."""
    runs = _silent()[parts[place]]
    return next((len(run) for run in runs if tuple(parts[place : place + len(run)]) == run), 0)


@lru_cache(maxsize=65536)
def _alike(word: str) -> Run:
    lower = word.lower()
    if lower[0].isdigit() and not lower[-1].isalpha():
        return (NUMBER,)
    return _short().get(lower) or (_one_spelling(lower),)


def _one_spelling(word: str) -> str:
    return _Y.sub(r"\1i", fold_tones(word))


@cache
def _tables() -> dict[str, Any]:
    text = Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(nfc(text))


@cache
def _short() -> dict[str, Run]:
    return {short: tuple(map(_one_spelling, long.split())) for short, long in _tables()["short"].items()}


@cache
def _silent() -> dict[str, tuple[Run, ...]]:
    """Silent sequences by their first syllable, the longest first."""
    runs = [tuple(_split(line)) for line in _tables()["silent"]]
    ordered = sorted(runs, key=lambda run: (-len(run), run))
    return {run[0]: tuple(other for other in ordered if other[0] == run[0]) for run in runs}


def _split(line: str) -> Iterator[str]:
    return (part for word in _WORD.findall(line) for part in _alike(word))
