"""The index: authors as offices list people, units by their names, each with the chapters that are theirs."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tongket.core.text import clean, collation_key, sort_name_key
from tongket.documents.render.chapters import Chapter, ForeignChapter, PaperChapter
from tongket.proceedings.render.words import AUTHORS, UNITS

_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and the codes of its chapters in their order."""

    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """Names that begin with one letter of the Vietnamese alphabet; people by their given names."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The authors, or the units."""

    title: str
    letters: tuple[Letter, ...]


def index_of(chapters: Iterable[Chapter]) -> tuple[Group, ...]:
    """Authors and units of the papers among `chapters`; a group without names is left out."""
    papers = [chapter for chapter in chapters if isinstance(chapter, PaperChapter | ForeignChapter)]
    authors = _entries((paper.author, paper.code) for paper in papers)
    units = _entries((paper.unit, paper.code) for paper in papers)
    groups = (
        Group(AUTHORS, _lettered(sorted(authors, key=lambda each: sort_name_key(each.name)), _given)),
        Group(UNITS, _lettered(sorted(units, key=lambda each: collation_key(each.name)), lambda name: name)),
    )
    return tuple(group for group in groups if group.letters)


def _entries(named: Iterable[tuple[str, str]]) -> list[Entry]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, code in named:
        if clean(name):
            found[clean(name)].append(code)
    return [Entry(name, tuple(codes)) for name, codes in found.items()]


def _given(name: str) -> str:
    return name.split(" ")[-1]


def _lettered(entries: Sequence[Entry], word: Callable[[str], str]) -> tuple[Letter, ...]:
    grouped = groupby(entries, lambda each: first_letter(word(each.name)))
    return tuple(Letter(letter, tuple(inner)) for letter, inner in grouped)


def first_letter(word: str) -> str:
    """The letter that a word stands under: `Ánh` under A, `Ân` under Â, `Đào` under Đ, a figure under `0–9`."""
    letter = unicodedata.normalize("NFD", unicodedata.normalize("NFC", word)[:1].upper())
    bare = unicodedata.normalize("NFC", "".join(part for part in letter if part not in _TONES))
    return "0–9" if bare.isdigit() else bare
