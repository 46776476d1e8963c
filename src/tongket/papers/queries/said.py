"""How the speaking time of a text comes about: its words, and what numbers, dates and codes add when said aloud."""

from collections import Counter
from dataclasses import dataclass

from tongket.core.said import counted
from tongket.core.spoken.saying import spoken
from tongket.core.text import clean

# A page lists at most so many; the sum holds for all.
MOST = 24


@dataclass(frozen=True, slots=True)
class Row:
    """What is written and how it is said, how often, and how many syllables that makes each time."""

    written: str
    spoken: str
    times: int
    syllables: int


@dataclass(frozen=True, slots=True)
class Expansions:
    """The syllables of a text: as written, added by saying signs aloud, and in all; the rows longest first."""

    written: str
    added: str
    total: str
    rows: tuple[Row, ...]
    more: int


def expansions_of(text: str) -> Expansions:
    """How `text` is said."""
    found = spoken(text)
    times = Counter((clean(each.written), each.spoken, each.syllables) for each in found.expansions)
    ordered = sorted(times.items(), key=lambda item: (-item[0][2] * item[1], item[0][0]))
    rows = tuple(Row(written, said, count, syllables) for (written, said, syllables), count in ordered)
    counts = (found.written, max(0, found.syllables - found.written), found.syllables)
    written, added, total = (counted(count) for count in counts)
    return Expansions(written, added, total, rows[:MOST], max(0, len(rows) - MOST))
