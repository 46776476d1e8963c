"""Names of units are spelled as in the directory: only near misses are told, strangers may be strangers.

Habit; Decree 30, Annex II, III.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.distance import DamerauLevenshtein

from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold, fold_tones
from tongket.papers.checks.sight import Sight
from tongket.papers.values import Name
from tongket.units.names import OPENED_KINDS, opened, take_apart

_PLACE = re.compile(r"\b([Xx]ã|[Pp]hường|[Tt]hị trấn) ([^\W\d_]+(?: [^\W\d_]+){0,2})")
# "xã Tam Thành, huyện Phú Ninh" is another place.
_ELSEWHERE = re.compile(r"^\s*[,(]?\s*(?:thuộc\s+)?(?:huyện|thị xã|thành phố|tp\.?|tỉnh|quận)\s+[A-ZĐ]", re.IGNORECASE)
_LEAST_BODY_WORDS, _LEAST_LETTERS = 3, 3
_COMMUNES = frozenset({"xã", "phường", "thị trấn"})
_WORDS = re.compile(r"[\w]+")


# A body as it is written, and the keys of its words.
Body = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Spelling:
    """The directory's names taken apart: places (kind and opened name) and bodies, each with how it is written.

    `by_word` has the numbers of bodies by the place and key of each of their first two words: of these a name with
    one slip has at least one right.
    """

    places: Mapping[tuple[str, str], str]
    bodies: tuple[Body, ...]
    by_word: Mapping[tuple[int, str], tuple[int, ...]]


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
    spelling, misses = _spelling(sight.known.units), dict[str, Miss]()
    for place, text in sight.texts:
        for miss in (*_places(place, text, spelling.places), *_bodies(place, text, spelling)):
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


@lru_cache(maxsize=8)
def _spelling(units: tuple[Name, ...]) -> Spelling:
    """What the names of a directory teach; a server asks for the same one again and again."""
    places: dict[tuple[str, str], str] = {}
    bodies: dict[str, tuple[str, ...]] = {}
    for unit in units:
        named, parts = take_apart(unit.name), _WORDS.findall(unit.name)
        count = len(f"{named.kind} {named.place}".split())
        if named.place:
            places.setdefault((named.kind, named.place), " ".join(unit.name.split()[-count:]))
        body = parts[: len(parts) - count] if named.kind else parts
        if len(body) >= _LEAST_BODY_WORDS:
            bodies.setdefault(" ".join(body), tuple(map(fold_tones, body)))
    return Spelling(places, tuple(bodies.items()), _by_word(bodies.values()))


def _by_word(bodies: Iterable[tuple[str, ...]]) -> dict[tuple[int, str], tuple[int, ...]]:
    found: dict[tuple[int, str], tuple[int, ...]] = {}
    for number, keys in enumerate(bodies):
        for at, key in enumerate(keys[:2]):
            found[at, key] = (*found.get((at, key), ()), number)
    return found


def _places(block: int, text: str, known: Mapping[tuple[str, str], str]) -> Iterator[Miss]:
    """Communes and wards: another kind before a known name, or a known kind before a name with one slip."""
    for found in _PLACE.finditer(text):
        kind, names = OPENED_KINDS[opened(found[1])], _names(found[2])
        if any((kind, opened(name)) in known for name in names):
            continue
        near = _nearest(kind, [name for name in names if " " in name], known)
        if near and not _ELSEWHERE.match(text[found.start(2) + len(near[0]) :]):
            yield Miss(block, f"{found[1]} {near[0]}", known[near[1]])


def _names(text: str) -> list[str]:
    """The words with capitals, and their beginnings: `Tam Thăng Nguyễn` may be `Tam Thăng` with a person after it."""
    parts = list(takewhile(lambda word: word[0].isupper(), text.split()))
    return [" ".join(parts[:count]) for count in range(len(parts), 0, -1)]


def _nearest(kind: str, names: list[str], known: Iterable[tuple[str, str]]) -> tuple[str, tuple[str, str]] | None:
    """The name and the one place that it is a slip away from, None where there is none or there are several."""
    slips = ((_slip(kind, opened(name), *pair), name, pair) for pair in known for name in names)
    near = sorted((slip, name, pair) for slip, name, pair in slips if slip is not None)
    is_alone = len(near) == 1 or (len(near) > 1 and near[0][0] < near[1][0])
    return near[0][1:] if is_alone else None


def _slip(kind: str, name: str, known_kind: str, known_name: str) -> int | None:
    """0 for another kind or a wrong mark alone, 1 for a wrong letter or two changed about, None for another name."""
    if name == known_name:
        return 0 if kind != known_kind and {kind, known_kind} <= _COMMUNES else None
    if kind != known_kind or len(name.split()) != len(known_name.split()):
        return None
    letters = DamerauLevenshtein.distance(fold(name), fold(known_name))
    return letters if letters <= 1 else None


def _bodies(block: int, text: str, spelling: Spelling) -> Iterator[Miss]:
    """Bodies of three words or more of which one word has one slip, written with a capital as names are."""
    said = list(_WORDS.finditer(text))
    keys = [_key(found[0]) for found in said]
    begins = (at for at, found in enumerate(said) if text[found.start()].isupper())
    for at, (name, wanted) in (
        (begin, body) for begin in begins for body in _likely(keys[begin : begin + 2], spelling)
    ):
        window = keys[at : at + len(wanted)]
        if len(window) == len(wanted) and _one_slip(window, wanted):
            yield Miss(block, text[said[at].start() : said[at + len(wanted) - 1].end()], name)


def _likely(keys: Sequence[str], spelling: Spelling) -> list[Body]:
    """The bodies with one of these two words at its place, as the directory has them in order."""
    numbers = {number for place in enumerate(keys) for number in spelling.by_word.get(place, ())}
    return [spelling.bodies[number] for number in sorted(numbers)]


@lru_cache(maxsize=16_384)
def _key(word: str) -> str:
    """The key of a word; papers use the same ones again and again."""
    return fold_tones(word)


def _one_slip(window: Sequence[str], wanted: Sequence[str]) -> bool:
    wrong = [(word, right) for word, right in zip(window, wanted, strict=True) if word != right]
    if len(wrong) != 1:
        return False
    word, right = map(fold, wrong[0])
    return len(right) >= _LEAST_LETTERS and DamerauLevenshtein.distance(word, right) <= 1
