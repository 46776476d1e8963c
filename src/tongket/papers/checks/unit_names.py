"""Names of units are spelled as in the directory: only near misses are told, strangers may be strangers. Habit; Decree 30, Annex II, III."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold, fold_tones
from tongket.papers.checks.sight import Sight
from tongket.papers.values import Name
from tongket.units.names import OPENED_KINDS, opened, take_apart

_WORD = r"[A-ZĐÀ-ỸƠƯ][\wÀ-ỹ]*"
_PLACE = re.compile(rf"\b(xã|phường|thị trấn|[Xx]ã|[Pp]hường)\s+({_WORD}(?:\s+{_WORD}){{0,2}})")
# "xã Tam Thành, huyện Phú Ninh" is another place.
_ELSEWHERE = re.compile(r"^\s*[,(]?\s*(?:thuộc\s+)?(?:huyện|thị xã|thành phố|tp\.?|tỉnh|quận)\s+[A-ZĐ]", re.IGNORECASE)
_LEAST_BODY_WORDS = 3
_WORDS = re.compile(r"[\w]+")


@dataclass(frozen=True, slots=True)
class Miss:
    """A name as the paper writes it, and the one in the directory that it nearly is."""

    block: int
    written: str
    name: str


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each way of writing a name that is one slip away from a name of the directory."""
    if not sight.known.units:
        return ()
    misses: dict[str, Miss] = {}
    for place, text in sight.texts:
        for miss in (*_places(place, text, sight.known.units), *_bodies(place, text, sight.known.units)):
            misses.setdefault(miss.written, miss)
    return tuple(_finding(sight, miss) for miss in misses.values())


def _finding(sight: Sight, miss: Miss) -> Finding:
    return Finding(
        "unit-name",
        Level.ADVICE,
        found=words("Ghi “{written}”, danh bạ có “{name}”."),
        wanted=words("Tên đơn vị viết như danh bạ."),
        where=sight.where(miss.block),
        todo=words("Nếu là cùng một đơn vị thì sửa theo danh bạ."),
        quote=miss.written,
        values={**sight.values(miss.block, miss.written), "written": miss.written, "name": miss.name},
    )


def _places(block: int, text: str, units: tuple[Name, ...]) -> Iterator[Miss]:
    """Communes and wards: another kind before a known name, or a known kind before a name with one slip."""
    known = {(named.kind, named.place) for unit in units if (named := take_apart(unit.name)).place}
    for found in _PLACE.finditer(text):
        kind = opened(found[1])
        kind = OPENED_KINDS.get(kind, kind)
        if _ELSEWHERE.match(text[found.end() :]) or _is_known(kind, found[2], known):
            continue
        near = {pair for pair in known for name in _beginnings(found[2]) if _is_slip(kind, opened(name), *pair)}
        if len(near) == 1:
            (pair,) = near
            name = _as_written(pair, units)
            yield Miss(block, found[0], name)


def _beginnings(name: str) -> list[str]:
    """`Tam Thăng Nguyễn` may be the place `Tam Thăng` with a person after it."""
    parts = name.split()
    return [" ".join(parts[:count]) for count in range(len(parts), 1, -1)]


def _is_known(kind: str, name: str, known: set[tuple[str, str]]) -> bool:
    return any((kind, opened(beginning)) in known for beginning in [*_beginnings(name), name.split()[0]])


def _is_slip(kind: str, name: str, known_kind: str, known_name: str) -> bool:
    """The same name of another kind, or of the same kind with one wrong mark, letter or two letters changed about."""
    if name == known_name:
        return kind != known_kind and {kind, known_kind} <= {"xã", "phường", "thị trấn"}
    if kind != known_kind or len(name.split()) != len(known_name.split()):
        return False
    return DamerauLevenshtein.distance(fold(name), fold(known_name)) <= 1


def _as_written(pair: tuple[str, str], units: tuple[Name, ...]) -> str:
    """The end of the directory's name from the kind of place on."""
    for unit in units:
        named = take_apart(unit.name)
        if (named.kind, named.place) == pair:
            parts = unit.name.split()
            length = len(f"{named.kind} {named.place}".split())
            return " ".join(parts[-length:])
    return " ".join(pair)


def _bodies(block: int, text: str, units: tuple[Name, ...]) -> Iterator[Miss]:
    """Bodies of three words or more of which one word has one slip, written with a capital as names are."""
    said = [(found.start(), found.end(), fold_tones(found[0])) for found in _WORDS.finditer(text)]
    for name in dict.fromkeys(body for unit in units for body in _body(unit.name)):
        wanted = fold_tones(name).split()
        for at in range(len(said) - len(wanted) + 1):
            window = said[at : at + len(wanted)]
            start, end = window[0][0], window[-1][1]
            if text[start].isupper() and _one_slip([word for _, _, word in window], wanted):
                yield Miss(block, text[start:end], name)


def _body(name: str) -> Iterator[str]:
    """The directory's name up to its place, without signs, where it has enough words to be sure."""
    parts = _WORDS.findall(name)
    place = take_apart(name)
    length = len(parts) - len(f"{place.kind} {place.place}".split()) if place.kind else len(parts)
    if length >= _LEAST_BODY_WORDS:
        yield " ".join(parts[:length])


def _one_slip(window: list[str], wanted: list[str]) -> bool:
    wrong = [(word, right) for word, right in zip(window, wanted, strict=True) if word != right]
    if len(wrong) != 1:
        return False
    word, right = wrong[0]
    return len(right) > 2 and DamerauLevenshtein.distance(fold(word), fold(right)) <= 1 and len(fold(right)) > 2
