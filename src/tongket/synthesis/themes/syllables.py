"""A statement as syllables that can be compared: one spelling, abbreviations written out, numbers alike. Pure."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from tongket.core.text import fold_tones, nfc

NUMBER = "#"

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# `kỹ` and `kĩ`, `lý` and `lí` are one word in two spellings.
_Y = re.compile(r"^([hklmst]|qu)y(?=[^\w\s]*$)")


def syllables(text: str) -> tuple[str, ...]:
    """The syllables of `text` in the form they are compared in; what `words.toml` calls silent is left out."""
    return without_silent(tuple(_spelt(text)))


def without_silent(parts: Sequence[str]) -> tuple[str, ...]:
    """`parts` without the sequences that tell nothing, the longest first."""
    heads, kept, place = _silent(), list[str](), 0
    while place < len(parts):
        skipped = next((len(run) for run in heads.get(parts[place], ()) if parts[place : place + len(run)] == run), 0)
        if not skipped:
            kept.append(parts[place])
        place += skipped or 1
    return tuple(kept)


def _spelt(text: str) -> Iterator[str]:
    for word in _WORD.findall(nfc(text)):
        yield from _alike(word)


@lru_cache(maxsize=65536)
def _alike(word: str) -> tuple[str, ...]:
    lower = word.lower()
    if lower[0].isdigit() and not lower[-1].isalpha():
        return (NUMBER,)
    written_out = _short().get(lower)
    return written_out or (_Y.sub(r"\1i", fold_tones(lower)),)


@cache
def _tables() -> dict[str, dict[str, str] | list[str]]:
    text = Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(nfc(text))


@cache
def _short() -> dict[str, tuple[str, ...]]:
    table = _tables()["short"]
    assert isinstance(table, dict)
    return {short: tuple(_Y.sub(r"\1i", fold_tones(word)) for word in long.split()) for short, long in table.items()}


@cache
def _silent() -> dict[str, tuple[tuple[str, ...], ...]]:
    runs = sorted((tuple(_spelt(line)) for line in _tables()["silent"]), key=lambda run: (-len(run), run))
    return {run[0]: tuple(other for other in runs if other[0] == run[0]) for run in runs}


@cache
def common() -> frozenset[str]:
    """Syllables so frequent in any report that alone they tell nothing."""
    return frozenset(part for line in _tables()["common"] for part in _spelt(line))
