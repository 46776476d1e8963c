"""A Vietnamese text as it is read aloud: what is said otherwise than written, and the syllables of all. Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from tongket.core.spoken import addresses, days, figures, short
from tongket.core.spoken.context import Reader, Said, begins_line
from tongket.core.spoken.lexicon import lexicon
from tongket.core.spoken.numbers import roman_value
from tongket.core.spoken.syllables import count, is_syllable, syllables_of
from tongket.core.spoken.values import Expansion, Spoken

_WORD = re.compile(r"[^\W\d_]+(?!\w)")
# With these begin a telephone, a rate, what joins two numbers or stands between them; others have a name or are units.
_TELLING = "+/-–—×:_"


def _sign(text: str, place: int) -> Said:
    """A sign that has a name of its own; at the beginning of a line it is a mark."""
    said = None if begins_line(text, place) else lexicon().signs.get(text[place])
    return (place + 1, said) if said else None


# In the order in which they are tried: what is longer and surer stands before what could be its beginning.
AT_FIGURE: tuple[Reader, ...] = (
    addresses.address,
    figures.telephone,
    days.full_day,
    days.month_of_year,
    short.document_number,
    days.short_day,
    days.clock,
    figures.share,
    days.unpadded,
    figures.number,
)
AT_LETTER: tuple[Reader, ...] = (
    addresses.address,
    short.as_written,
    short.unit,
    short.roman,
    figures.between,
    short.abbreviation,
    short.foreign,
)
AT_SIGN: tuple[Reader, ...] = (figures.telephone, short.unit, short.rate, figures.join, figures.between, _sign)


def spoken(text: str) -> Spoken:
    """How `text` (NFC) is read aloud by an official at a desk: brackets, quotes and the marks of items are silent."""
    found: list[tuple[int, int, str]] = []
    syllables, seen = _plain_from(text, 0)
    while seen:
        start = seen.start()
        said = _read(text, start)
        place = said[0] if said else _behind_word(text, start)
        if said and (said[1] != text[start:place] or syllables_of(said[1]) > 1):
            found.append((start, place, said[1]))
        elif said:
            syllables += 1
        plain, seen = _plain_from(text, place)
        syllables += plain
    expansions = tuple(_joined(text, found))
    return Spoken(syllables + sum(each.syllables for each in expansions), len(text.split()), expansions)


def _plain_from(text: str, place: int) -> tuple[int, re.Match[str] | None]:
    """How many plain words stand from `place` on, each a syllable said as it is written, and what comes behind them."""
    count = 0
    for seen in _seen().finditer(text, place):
        if not seen[1] or not _is_plain(seen[1]):
            return count, seen
        count += 1
    return count, None


def _behind_word(text: str, start: int) -> int:
    """Where to go on behind what nobody reads: a word whole, anything else sign by sign."""
    word = _WORD.match(text, start)
    return word.end() if word else start + 1


def _read(text: str, place: int) -> Said:
    first = text[place]
    readers = AT_FIGURE if first in "0123456789" else AT_LETTER if first.isalpha() else AT_SIGN
    return next((said for reader in readers if (said := reader(text, place))), None)


@lru_cache(maxsize=1)
def _seen() -> re.Pattern[str]:
    """The next word that nothing ties to another into an address, or whatever else is seen; most signs are silent."""
    signs = "".join(map(re.escape, {*_TELLING, *lexicon().signs, *(unit[0] for unit in lexicon().units)}))
    return re.compile(rf"({_WORD.pattern})(?![.\-_@]\w)|[^\W_]+|[{signs}]")


@lru_cache(maxsize=8192)
def _is_plain(word: str) -> bool:
    """Whether a word is one syllable that no table and no Roman figure could make anything else."""
    return is_syllable(word) and word not in _first_words() and roman_value(word) is None


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return lexicon().first_words()


def _joined(text: str, found: list[tuple[int, int, str]]) -> Iterator[Expansion]:
    """The expansions; those that touch are one: `12,5` and `%`, `2020`, `-` and `2024`."""
    ends = {end for _, end, _ in found}
    firsts = [place for place, (start, _, _) in enumerate(found) if start not in ends]
    for place, following in pairwise([*firsts, len(found)]):
        start, end = found[place][0], found[following - 1][1]
        words = " ".join(each[2] for each in found[place:following])
        yield Expansion(start, text[start:end], words, count(words))
