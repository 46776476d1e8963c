"""What officials write short and how it is said: the shipped table as values. Pure."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from tongket.core.text import nfc

Table = dict[str, str]

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of lexicon.toml, each as that file describes it; an unknown table there is a TypeError."""

    words: Table
    codes: Table
    short: Table
    before_names: Table
    units: Table
    signs: Table
    address_signs: Table
    before_figures: Table
    letters: Table
    foreign: Table
    rated: frozenset[str]
    per: frozenset[str]
    roman_after: frozenset[str]

    def first_words(self) -> frozenset[str]:
        """The letters with which any entry begins: a word that is none of them has nothing to be looked up."""
        tables = (self.words, self.short, self.before_names, self.units, self.foreign)
        found = (_LETTERS.match(written) for table in tables for written in table)
        return frozenset(match.group() for match in found if match)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped table, read once."""
    text = nfc(files("tongket.core.spoken").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    data = tomllib.loads(text)
    lists: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in data.pop("lists").items()}
    return Lexicon(**(data | lists))


def longest_first(table: Table) -> str:
    """A pattern that matches the longest entry of a table."""
    return "|".join(re.escape(written) for written in sorted(table, key=lambda written: (-len(written), written)))
