"""The labelled statements of `tests/samples/themes`: what units write and the theme a person would put it in.

`other-hands` were written by somebody who had not seen the taxonomy, under headings of their own.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tongket.core.text import nfc
from tongket.reviews.rules import Kind

SAMPLES = Path(__file__).parents[1] / "samples/themes"
HALVES = ("held-out", "tuning")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement with the name of its theme."""

    text: str
    kind: Kind
    theme: str


@cache
def labelled(*halves: str) -> tuple[Labelled, ...]:
    """The statements of the halves named, of both where none is."""
    return tuple(
        row for half in halves or HALVES for row in read_labelled((SAMPLES / f"{half}.txt").read_text("utf-8"))
    )


@cache
def recommendations() -> tuple[tuple[Labelled, ...], tuple[Labelled, ...]]:
    """Recommendations in several wordings under what a person makes of them: those tuned on and those set aside."""
    parts = nfc((SAMPLES / "recommendations.txt").read_text(encoding="utf-8")).split("---\n")
    first, second = (_worded(part) for part in parts)
    return first, second


@cache
def other_recommendations() -> tuple[Labelled, ...]:
    """Requests in three or four wordings, and as many single ones that resemble others, by other hands."""
    return _worded(nfc((SAMPLES / "other-recommendations.txt").read_text(encoding="utf-8")))


def _worded(text: str) -> tuple[Labelled, ...]:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        read_labelled("\n".join(line if line.startswith("[") else f"recommendation: {line}" for line in lines))
    )


def read_labelled(text: str) -> list[Labelled]:
    """`[theme]` lines and `kind: words` lines as statements; `#` begins a remark."""
    rows, theme = list[Labelled](), ""
    for line in nfc(text).splitlines():
        if line.startswith("["):
            theme = line.strip("[]")
        elif line and not line.startswith("#"):
            kind, _, words = line.partition(": ")
            rows.append(Labelled(words, Kind(kind), theme))
    return rows
