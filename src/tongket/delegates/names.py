"""Whether two written names are one person; names are told apart by their accents: Hùng is not Hưng. Pure."""

from collections.abc import Iterable
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from tongket.core.text import clean, fold, fold_tones

T = TypeVar("T")


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are written alike: where a tone stands, capitals and spaces make no difference.

    A name typed without any accent is alike to each that it may stand for.
    """
    if fold_tones(one) == fold_tones(other):
        return True
    return fold(one) == fold(other) and (_is_bare(one) or _is_bare(other))


def the_one(name: str, known: Iterable[tuple[str, T]]) -> T | None:
    """What belongs to this name among others; None for nobody, and where it may be one of several people."""
    alike = [(written, thing) for written, thing in known if is_same_name(name, written)]
    exact = [thing for written, thing in alike if fold_tones(written) == fold_tones(name)]
    found = exact or [thing for _written, thing in alike]
    return found[0] if len(found) == 1 else None


def is_spelled_better(old: str, new: str) -> bool:
    """Whether a changed name is the old one spelled otherwise; else somebody else is meant.

    `Võ Thị Nhun` and `Võ Thị Nhung` are one person, `Nguyễn Thị Hoa` and `Nguyễn Thị Kim Hoa` too; `Phan Văn Hùng` and
    `Phan Văn Hưng`, `Trần Văn Hoa` and `Nguyễn Văn Hoa` are two.
    """
    if is_same_name(old, new):
        return True
    before, after = fold_tones(old).split(), fold_tones(new).split()
    if len(before) == len(after):
        changed = [pair for pair in zip(clean(old).split(), clean(new).split(), strict=True) if _differ(*pair)]
        return len(changed) == 1 and _is_slip(*changed[0])
    fewer, more = sorted((before, after), key=len)
    return len(more) - len(fewer) == 1 and any(more[:at] + more[at + 1 :] == fewer for at in range(len(more) - 1))


def _differ(one: str, other: str) -> bool:
    return fold_tones(one) != fold_tones(other)


def _is_slip(one: str, other: str) -> bool:
    """Whether a word lacks a letter, has one too many or another; words that differ in accents alone are two names."""
    return fold(one) != fold(other) and Levenshtein.distance(fold(one), fold(other)) <= 1


def _is_bare(name: str) -> bool:
    """Whether a name is typed without accents, as on a telephone."""
    return fold(name) == clean(name).lower()
