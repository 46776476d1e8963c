"""Two versions of a paper beside each other: paragraphs aligned, then word by word within those that changed. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tongket.reading.manuscript.values import Manuscript

# Paragraphs less alike than this are one gone and one new, not one changed.
LEAST_LIKENESS = 0.4
# Beyond so many words a paragraph is compared line of sentence by sentence: a table of a thousand cells.
_TOKEN = re.compile(r"\s+|[^\W_]+|[^\w\s]|_")


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


def compared(before: Manuscript, after: Manuscript) -> tuple[ComparedParagraph, ...]:
    """Every block of both, in the order of `after`, what is gone where it stood.

    Joined, kept and gone words give `before`, kept and new ones give `after`: no letter and no space is lost.
    """
    old, new = ([block.text for block in each.blocks] for each in (before, after))
    pairs = list(_pairs(old, new))
    moved = _moved(pairs, old, new)
    return tuple(_paragraph(pair, old, new, moved) for pair in pairs)


def words_compared(old: str, new: str) -> tuple[Stretch, ...]:
    """Two texts word by word; neighbouring words of one change are one stretch."""
    first, second = _TOKEN.findall(old), _TOKEN.findall(new)
    steps = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    return tuple(stretch for step in steps for stretch in _stretches(step, first, second))


def _stretches(step: tuple[str, int, int, int, int], first: Sequence[str], second: Sequence[str]) -> Iterator[Stretch]:
    kind, old_start, old_end, new_start, new_end = step
    if kind == "equal":
        yield Stretch(Change.KEPT, "".join(first[old_start:old_end]))
        return
    if old_end > old_start:
        yield Stretch(Change.GONE, "".join(first[old_start:old_end]))
    if new_end > new_start:
        yield Stretch(Change.NEW, "".join(second[new_start:new_end]))


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[_Pair]:
    """Equal paragraphs in order first; between them the likest follow each other, the others are gone or new."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, old_start, old_end, new_start, new_end in steps:
        if kind == "equal":
            yield from map(_Pair, range(old_start, old_end), range(new_start, new_end))
        else:
            yield from _aligned(range(old_start, old_end), range(new_start, new_end), old, new)


def _aligned(olds: range, news: range, old: Sequence[str], new: Sequence[str]) -> Iterator[_Pair]:
    """Each new paragraph takes the first likest old one not yet passed by; the order of both is kept."""
    counts = {place: Counter(old[place].split()) for place in olds}
    rest = olds
    for place in news:
        words = Counter(new[place].split())
        best = max(rest, key=lambda each: likeness(counts[each], words), default=None)
        if best is None or likeness(counts[best], words) < LEAST_LIKENESS:
            yield _Pair(None, place)
            continue
        yield from (_Pair(gone, None) for gone in range(rest.start, best))
        yield _Pair(best, place)
        rest = range(best + 1, olds.stop)
    yield from (_Pair(gone, None) for gone in rest)


def likeness(first: Counter[str], second: Counter[str]) -> float:
    """The share of words that two paragraphs have in common, 0 to 1; an empty one is like none."""
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def _moved(pairs: Sequence[_Pair], old: Sequence[str], new: Sequence[str]) -> frozenset[_Pair]:
    """The pairs that are gone in one place and new in another with the same words."""
    came: dict[str, list[_Pair]] = {}
    for pair in pairs:
        if pair.before is None and pair.after is not None and new[pair.after].strip():
            came.setdefault(new[pair.after], []).append(pair)
    moved: set[_Pair] = set()
    for pair in pairs:
        waiting = came.get(old[pair.before]) if pair.after is None and pair.before is not None else None
        if waiting:
            moved |= {pair, waiting.pop(0)}
    return frozenset(moved)


def _paragraph(pair: _Pair, old: Sequence[str], new: Sequence[str], moved: frozenset[_Pair]) -> ComparedParagraph:
    is_moved = pair in moved
    if pair.before is None or pair.after is None:
        is_gone = pair.after is None
        text = old[pair.before] if pair.before is not None else new[pair.after or 0]
        stretches = (Stretch(Change.GONE if is_gone else Change.NEW, text),) if text else ()
        fate = (Fate.MOVED_FROM if is_gone else Fate.MOVED_TO) if is_moved else (Fate.GONE if is_gone else Fate.NEW)
        return ComparedParagraph(fate, pair.before, pair.after, stretches)
    text = new[pair.after]
    if old[pair.before] == text:
        return ComparedParagraph(Fate.KEPT, *_both(pair), (Stretch(Change.KEPT, text),) if text else ())
    return ComparedParagraph(Fate.CHANGED, *_both(pair), words_compared(old[pair.before], text))


def _both(pair: _Pair) -> tuple[int | None, int | None]:
    return pair.before, pair.after
