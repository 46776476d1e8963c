"""The themes that ship with the product, read from `taxonomy.toml`, with statements from `examples.toml`. Pure."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from tongket.core.text import nfc
from tongket.reviews.rules import Kind
from tongket.synthesis.values import Theme


@cache
def load() -> tuple[Theme, ...]:
    """The shipped themes in their order; a ValueError names a code that stands twice."""
    themes = tuple(_theme(row) for row in _read("taxonomy.toml")["theme"])
    codes = [theme.code for theme in themes]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"taxonomy.toml names {', '.join(twice)} twice")
    return themes


def _theme(row: dict[str, object]) -> Theme:
    phrases, kinds = row.get("phrases", []), row.get("kinds", [])
    assert isinstance(phrases, list)
    assert isinstance(kinds, list)
    code = str(row["code"])
    return Theme(code, str(row["name"]), tuple(phrases), tuple(Kind(kind) for kind in kinds), examples_of(code))


def examples_of(code: str) -> tuple[str, ...]:
    """The shipped statements of a shipped theme; none of one that a person made."""
    return _examples().get(code, ())


@cache
def _examples() -> dict[str, tuple[str, ...]]:
    return {code: tuple(row["said"]) for code, row in _read("examples.toml").items()}


def is_still_shipped(code: str, phrases: Iterable[str]) -> bool:
    """Whether a theme still means what it was shipped for: a person left at least half of its phrases."""
    shipped = next((theme.phrases for theme in load() if theme.code == code), ())
    return 2 * len(set(shipped).intersection(phrases)) >= len(shipped) > 0


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(nfc(Path(__file__).with_name(name).read_text(encoding="utf-8")))
