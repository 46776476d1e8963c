"""Stock phrases: words that every official text has, and that are therefore never copied. Pure."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

from tongket.papers.copying.shingles import SIZE, shingle, words_of


@lru_cache(maxsize=1)
def usual_phrases() -> tuple[str, ...]:
    """The shipped list: greetings, bodies, movements, turns of phrase."""
    text = files("tongket.papers.copying").joinpath("stock.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["phrases"])


def stock_words(folded: Sequence[str], phrases: Iterable[str]) -> list[bool]:
    """Which words stand within a stock phrase; a long one, or a whole plan, counts four by four words."""
    covered = [False] * len(folded)
    for size, known in _by_size(phrases).items():
        places = range(len(folded) - size + 1)
        for place in (each for each in places if shingle(folded[each : each + size]) in known):
            covered[place : place + size] = [True] * size
    return covered


def _by_size(phrases: Iterable[str]) -> dict[int, set[int]]:
    known: dict[int, set[int]] = defaultdict(set)
    for phrase in phrases:
        folded = words_of(phrase).folded
        size = min(len(folded), SIZE)
        if size:
            known[size].update(shingle(folded[place : place + size]) for place in range(len(folded) - size + 1))
    return known
