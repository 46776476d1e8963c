"""The kind of a statement: by the heading above it first, then by its words. Pure."""

import re
import tomllib
from functools import cache
from pathlib import Path

from tongket.core.text import fold
from tongket.reviews.rules import Kind

# Headings that say for certain what stands below them; under the others a statement's own words may say more.
_CERTAIN = frozenset({Kind.LESSON, Kind.PLANNED, Kind.RECOMMENDATION, Kind.CAUSE, Kind.SHORTCOMING, Kind.STRENGTH})
_MAY_CHANGE = frozenset({Kind.RECOMMENDATION, Kind.EXEMPLAR, Kind.SHORTCOMING, Kind.CAUSE})


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    table = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))
    return tuple((Kind(kind), re.compile("|".join(said))) for kind, said in table.items())


def kinds_by_words(text: str) -> tuple[Kind, ...]:
    """The kinds that the words of a statement speak for, the surest first."""
    said = re.sub(r"^[-–+*•.\d)\s]+", "", fold(text))
    return tuple(kind for kind, pattern in _patterns() if pattern.search(said))


def kind_of(text: str, headed: tuple[Kind, ...]) -> Kind:
    """The kind of a statement below a heading of these kinds.

    One certain kind is taken as it is. Of several (`Hạn chế và nguyên nhân`) the words choose, else the first. Below
    results and circumstances words may still tell a recommendation, a model, a shortcoming; without a heading all may.
    """
    said = kinds_by_words(text)
    if len(headed) > 1:
        return next((kind for kind in said if kind in headed), headed[0])
    if not headed:
        return said[0] if said else Kind.RESULT
    if headed[0] in _CERTAIN:
        return headed[0]
    return next((kind for kind in said if kind in _MAY_CHANGE), headed[0])
