"""Which exemplars may be one and the same that two units told: by name, and by where each of them may be. Pure.

A name alone proves nothing: every second commune has its own “Ngôi nhà xanh”. Two are likely the same when their names
are alike and one may stand where the other does: a mass organisation tells of a model in a ward that tells it too.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from tongket.core.text import fold

# Below this two names are two models; chosen on names of one model as several reports write them (see the tests).
LEAST_ALIKE = 86.0
# A syllable that more names than these hold does not bring two of them together.
_TOO_COMMON = 400
_OPENING = re.compile(
    r"^(?:(?:cac|cai|mot|01|1|nhung)\s+)?(?:mo hinh|cong trinh|phan viec|cach lam|diem sang)\s+(?:diem\s+)?"
)
# `… do Hội Phụ nữ phụ trách`, `… của phường An Mỹ`, `… tại khối phố 3`: who and where, not what.
_AFTER = re.compile(
    r"\s+(?:do|cua|tai|o|thuoc)\s+(?:hoi|doan|chi hoi|uy ban|phuong|xa|thon|khoi|to|lien doan|mttq)\b.*$"
)
_NO_LETTER = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True, slots=True)
class Told:
    """An exemplar as it is known.

    `places` are the places it is said to stand in, `homes` those of the units that told it, as names without kind
    (`An Mỹ`). `is_wide` says that a unit told it that works above the communes, so it may stand in any of them.
    """

    key: int
    name: str
    places: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that may be one: the lower number first, how alike their names are from 0 to 100, the place they share."""

    one: int
    other: int
    alike: float
    place: str = ""


def bare(name: str) -> str:
    """What a model is called, folded, without `mô hình`, quotes, and who runs it where."""
    said = _NO_LETTER.sub(" ", fold(name)).strip()
    said = _OPENING.sub("", said)
    return _AFTER.sub("", said) or said


def likely_same(told: Sequence[Told], *, apart: Collection[tuple[int, int]] = ()) -> tuple[Pair, ...]:
    """Every pair that a person should look at, most alike first; those in `apart`, lower number first, are left out."""
    names = {each.key: bare(each.name) for each in told}
    by_key = {each.key: each for each in told}
    kept_apart = frozenset(apart)
    pairs = []
    for one, other in _neighbours(names):
        alike = fuzz.ratio(names[one], names[other])
        if alike < LEAST_ALIKE or (one, other) in kept_apart:
            continue
        place = _shared_place(by_key[one], by_key[other])
        if place is not None:
            pairs.append(Pair(one, other, round(alike, 1), place))
    return tuple(sorted(pairs, key=lambda pair: (-pair.alike, pair.one, pair.other)))


def _neighbours(names: dict[int, str]) -> Iterable[tuple[int, int]]:
    """The pairs of names that share a syllable which not everybody uses, each once, lower number first."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for key, name in sorted(names.items()):
        for syllable in set(name.split()):
            holding[syllable].append(key)
    found = {pair for keys in holding.values() if len(keys) <= _TOO_COMMON for pair in combinations(keys, 2)}
    return sorted(found)


def _shared_place(one: Told, other: Told) -> str | None:
    """The place where both may stand, empty where only a wide teller makes it possible; None where they cannot."""
    wheres = [_wheres(each) for each in (one, other)]
    for place in wheres[0]:
        if any(_holds(place, at) or _holds(at, place) for at in wheres[1]):
            return place
    could = any(each.is_wide and not each.places for each in (one, other))
    return "" if could or not all(wheres) else None


def _wheres(told: Told) -> tuple[str, ...]:
    """The places that are said; else the home of who told it, unless that unit works in many places."""
    return told.places or (() if told.is_wide else told.homes)


def _holds(place: str, other: str) -> bool:
    """Whether `other` is named within `place`: `khối phố 3, phường An Mỹ` holds `An Mỹ`."""
    words = f" {_NO_LETTER.sub(' ', fold(place)).strip()} "
    return f" {_NO_LETTER.sub(' ', fold(other)).strip()} " in words
