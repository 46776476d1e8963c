"""The table that people edit: every entry can be said, none hides another, and what is written wrongly is refused."""

from dataclasses import fields
from unicodedata import is_normalized

import pytest

from tongket.core.spoken.lexicon import Lexicon, lexicon, longest_first
from tongket.core.spoken.saying import spoken
from tongket.core.spoken.syllables import is_syllable

TABLES = [field.name for field in fields(Lexicon) if field.name not in {"rated", "per", "roman_after"}]


@pytest.mark.parametrize("name", TABLES)
def test_words_of_every_entry_are_syllables(name: str) -> None:
    said = [word for words in getattr(lexicon(), name).values() for word in words.split()]

    assert [word for word in said if not is_syllable(word)] == []


@pytest.mark.parametrize("name", TABLES)
def test_words_of_every_entry_are_said_as_they_stand(name: str) -> None:
    words = set(getattr(lexicon(), name).values())

    assert {said: spoken(said.lower()).expansions for said in words if spoken(said.lower()).expansions} == {}


@pytest.mark.parametrize("name", TABLES)
def test_every_entry_is_in_one_normal_form(name: str) -> None:
    table = getattr(lexicon(), name)

    assert [written for pair in table.items() for written in pair if not is_normalized("NFC", written)] == []


def test_every_abbreviation_is_read_by_its_entry() -> None:
    words = lexicon().words

    assert {short: spoken(f"các {short} có").expansions[0].spoken for short in words} == words


def test_every_unit_is_read_by_its_entry() -> None:
    units = lexicon().units

    assert {short: spoken(f"20 {short}").expansions[-1].spoken.removeprefix("hai mươi ") for short in units} == units


def test_every_letter_has_a_name() -> None:
    assert "".join(sorted(lexicon().letters)) == "".join(sorted("AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ"))


def test_unknown_table_is_refused() -> None:
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'wrods'"):
        Lexicon(wrods={})  # type: ignore[call-arg]


def test_pattern_tries_longer_entries_first() -> None:
    assert longest_first({"T.": "", "TP.": ""}) == r"TP\.|T\."
