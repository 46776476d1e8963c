"""Two versions of a paper beside each other: paragraphs aligned, then word by word within those that changed. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from tongket.reading.manuscript.values import Manuscript

# Paragraphs less alike than this are one gone and one new, not one changed.
LEAST_LIKENESS = 0.4
# How many old paragraphs a new one is held against: with all, two wholly different papers would take seconds.
AHEAD = 30

# A figure with its points and commas, a date or an hour is one word: 1.900, 31,5, 15/10, 7:30.
_TOKEN = re.compile(r"(\s*)(\d+(?:[.,/:]\d+)+|[^\W_]+|[^\w\s]|_|\Z)")
_WORD = re.compile(r"[^\W_]+")

Step = tuple[str, int, int, int, int]
# White space and the word or sign behind it; the last has no word.
Token = tuple[str, str]


class Change(StrEnum):
    """What became of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Fate(StrEnum):
    """What became of a paragraph. A moved one stands in its new place as new and in its old as gone, word for word."""

    KEPT = "kept"
    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with the white space between them, as they are written."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ComparedParagraph:
    """A paragraph of one or both versions: `before` and `after` count the blocks, None where it is not."""

    fate: Fate
    before: int | None
    after: int | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The texts of both, and which of them only changed their place."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    moved_old: frozenset[int]
    moved_new: frozenset[int]


def compared(before: Manuscript, after: Manuscript) -> tuple[ComparedParagraph, ...]:
    """Every block of both, in the order of `after`, what is gone where it stood.

    In each paragraph kept and gone words give that of `before`, kept and new ones that of `after`: nothing is lost.
    """
    old, new = (tuple(block.text for block in each.blocks) for each in (before, after))
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    blocks = _Blocks(old, new, *_moved(steps, old, new))
    return tuple(_paragraph(pair, blocks) for step in steps for pair in _pairs(step, blocks))


def words_compared(old: str, new: str) -> tuple[Stretch, ...]:
    """Two texts word by word; neighbouring words of one change are one stretch."""
    if old == new or not old or not new:
        change = Change.KEPT if old == new else Change.GONE if old else Change.NEW
        return (Stretch(change, old or new),) if old or new else ()
    first, second = _TOKEN.findall(old), _TOKEN.findall(new)
    old_words, new_words = ([word for _, word in tokens] for tokens in (first, second))
    steps = SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes()
    parts = [part for step in steps for part in _parts(step, first, second)]
    return tuple(
        Stretch(change, "".join(part.text for part in same))
        for change, same in groupby((part for part in parts if part.text), key=lambda part: part.change)
    )


def _parts(step: Step, first: Sequence[Token], second: Sequence[Token]) -> Iterator[Stretch]:
    kind, old_start, old_end, new_start, new_end = step
    if kind != "equal":
        yield Stretch(Change.GONE, _text(first[old_start:old_end]))
        yield Stretch(Change.NEW, _text(second[new_start:new_end]))
        return
    for (old_space, word), (new_space, _) in zip(first[old_start:old_end], second[new_start:new_end], strict=True):
        if old_space != new_space:
            yield Stretch(Change.GONE, old_space)
            yield Stretch(Change.NEW, new_space)
        yield Stretch(Change.KEPT, word if old_space != new_space else old_space + word)


def _text(tokens: Iterable[Token]) -> str:
    return "".join(space + word for space, word in tokens)


def _moved(steps: Iterable[Step], old: Sequence[str], new: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The blocks, counted in either, that are gone in one place and stand in another with the same words."""
    changed = [step for step in steps if step[0] != "equal"]
    came: dict[str, list[int]] = {}
    for place in (place for step in changed for place in range(*step[3:])):
        came.setdefault(new[place], []).append(place)
    pairs = [
        (place, came[old[place]].pop(0))
        for step in changed
        for place in range(*step[1:3])
        if old[place].strip() and came.get(old[place])
    ]
    return frozenset(first for first, _ in pairs), frozenset(second for _, second in pairs)


def _pairs(step: Step, blocks: _Blocks) -> Iterator[_Pair]:
    """Blocks beside each other: equal ones, the likest in order, and those that have none."""
    kind, old_start, old_end, new_start, new_end = step
    if kind == "equal":
        yield from map(_Pair, range(old_start, old_end), range(new_start, new_end))
        return
    sets = {place: _words(blocks.old[place]) for place in range(old_start, old_end)}
    passed = old_start
    for place in range(new_start, new_end):
        best = None if place in blocks.moved_new else _likest(_words(blocks.new[place]), passed, sets, blocks)
        if best is not None:
            yield from (_Pair(gone, None) for gone in range(passed, best))
            passed = best + 1
        yield _Pair(best, place)
    yield from (_Pair(gone, None) for gone in range(passed, old_end))


def _likest(words: frozenset[str], passed: int, sets: dict[int, frozenset[str]], blocks: _Blocks) -> int | None:
    """The first likest old block not passed by and not moved, None where none is like enough."""
    ahead = range(passed, min(passed + AHEAD, max(sets, default=-1) + 1))
    likes = [(likeness(sets[place], words), -place) for place in ahead if place not in blocks.moved_old]
    best, place = max(likes, default=(0.0, 0))
    return -place if best >= LEAST_LIKENESS else None


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of words that two paragraphs have in common, 0 to 1; an empty one is like none."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def _paragraph(pair: _Pair, blocks: _Blocks) -> ComparedParagraph:
    old = "" if pair.before is None else blocks.old[pair.before]
    new = "" if pair.after is None else blocks.new[pair.after]
    return ComparedParagraph(_fate(pair, blocks), pair.before, pair.after, words_compared(old, new))


def _fate(pair: _Pair, blocks: _Blocks) -> Fate:
    if pair.after is None:
        return Fate.MOVED_FROM if pair.before in blocks.moved_old else Fate.GONE
    if pair.before is None:
        return Fate.MOVED_TO if pair.after in blocks.moved_new else Fate.NEW
    return Fate.KEPT if blocks.old[pair.before] == blocks.new[pair.after] else Fate.CHANGED
