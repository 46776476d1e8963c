"""The themes that ship with the product, read from `taxonomy.toml`. Pure."""

import tomllib
from functools import cache
from pathlib import Path

from tongket.core.text import nfc
from tongket.reviews.rules import Kind
from tongket.synthesis.values import Theme


@cache
def load() -> tuple[Theme, ...]:
    """The shipped themes in their order; a ValueError names a code that stands twice."""
    text = Path(__file__).with_name("taxonomy.toml").read_text(encoding="utf-8")
    themes = tuple(_theme(row) for row in tomllib.loads(nfc(text))["theme"])
    codes = [theme.code for theme in themes]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"taxonomy.toml names {', '.join(twice)} twice")
    return themes


def _theme(row: dict[str, object]) -> Theme:
    phrases, kinds = row.get("phrases", []), row.get("kinds", [])
    assert isinstance(phrases, list)
    assert isinstance(kinds, list)
    return Theme(str(row["code"]), str(row["name"]), tuple(phrases), tuple(Kind(kind) for kind in kinds))
