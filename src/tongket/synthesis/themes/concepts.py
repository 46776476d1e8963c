"""A statement as concepts: words that mean the same in reports of this movement are one. Pure."""

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from tongket.core.text import nfc
from tongket.synthesis.themes.lexicon import words_and_pairs
from tongket.synthesis.themes.syllables import NUMBER, Run, common, syllables

CONCEPT_WEIGHT = 2.0
PAIR_WEIGHT = 0.5
WORD_WEIGHT = 0.5


def concepts_of(text: str) -> dict[Run, float]:
    """The concepts of a statement by their first wording, and its other telling words, each with its weight."""
    parts, weights, place = syllables(text), dict[Run, float](), 0
    rest: list[Run] = [()]
    while place < len(parts):
        found = _concept_at(parts, place)
        if found:
            weights[found[0]] = CONCEPT_WEIGHT
            rest.append(())
        else:
            rest[-1] += parts[place : place + 1]
        place += found[1] if found else 1
    return {**_telling(rest), **weights}


def _telling(stretches: list[Run]) -> dict[Run, float]:
    """Words and pairs that are not in everybody's mouth."""
    silent = common()
    counted = Counter(run for stretch in stretches for run in words_and_pairs(stretch))
    return {
        run: PAIR_WEIGHT if len(run) == 2 else WORD_WEIGHT
        for run in counted
        if NUMBER not in run and not silent.issuperset(run)
    }


def _concept_at(parts: Run, place: int) -> tuple[Run, int] | None:
    """The concept whose wording stands at `place` and how many syllables it has, the longest wording first."""
    for wording, concept in _wordings().get(parts[place], ()):
        if parts[place : place + len(wording)] == wording:
            return concept, len(wording)
    return None


@cache
def _wordings() -> dict[str, tuple[tuple[Run, Run], ...]]:
    text = Path(__file__).with_name("concepts.toml").read_text(encoding="utf-8")
    pairs = [(syllables(wording), syllables(line[0])) for line in tomllib.loads(nfc(text))["same"] for wording in line]
    heads = sorted({wording[0] for wording, _ in pairs})
    ordered = sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))
    return {head: tuple(pair for pair in ordered if pair[0][0] == head) for head in heads}
