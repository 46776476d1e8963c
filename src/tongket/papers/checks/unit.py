"""A paper says whose it is, and its head is not left over from another unit's letter. Habit."""

import re
from collections.abc import Iterator

from tongket.core.findings import Finding, Level, words
from tongket.core.text import clean, fold
from tongket.papers.checks.anatomy import is_form_line
from tongket.papers.checks.sight import ON_PAGE, Sight
from tongket.papers.values import Name
from tongket.units.names import Named, opened, take_apart

# Folded beginnings of names of bodies, where the directory is not at hand.
_BODY = re.compile(
    r"\b(?:ban thuong truc|ban thuong vu|ban chap hanh|uy ban|ubnd|ubmttq|mttq|"
    r"hoi (?:lien hiep|nong dan|lhpn|phu nu|cuu)|doan (?:tncs|thanh nien|xa|phuong)|lien doan|"
    r"phong|so|trung tam|truong|hop tac xa|chi hoi|chi doan)\s+\w"
)
_COMMUNES = frozenset({"xã", "phường", "thị trấn", "đặc khu"})


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding where no unit is named, or where the head names another unit and not this one."""
    own = sight.assignment.unit
    if own.name and not _says(sight, own):
        other = next(_others_in_head(sight, own), "")
        return (_other(own, other) if other else _missing(own.name),)
    if own.name:
        other = next(_other_communes(sight, own), "")
        return (_other(own, other),) if other else ()
    is_said = bool(sight.speaker) or any(_BODY.search(fold(text)) for _, text in sight.texts)
    return () if is_said else (_missing(""),)


def _missing(name: str) -> Finding:
    return Finding(
        "unit-missing",
        Level.ADVICE,
        found=words("Bài chưa ghi là của đơn vị nào."),
        wanted=words("Tên đơn vị ở đầu bài: {unit}.") if name else words("Tên đơn vị hoặc người viết ở đầu bài."),
        where=ON_PAGE,
        todo=words("Thêm tên đơn vị."),
        values={"block": 0, "page": 1, "unit": name},
    )


def _other(own: Name, other: str) -> Finding:
    return Finding(
        "other-unit",
        Level.APPROVAL,
        found=words("Đầu bài ghi “{other}”."),
        wanted=words("Bài của {unit}."),
        where=ON_PAGE,
        todo=words("Xem có gửi nhầm tệp, hoặc còn chữ của mẫu cũ ở đầu bài."),
        quote=other,
        values={"block": 0, "page": 1, "unit": own.name, "other": other},
    )


def _says(sight: Sight, own: Name) -> bool:
    """Whether the unit is named anywhere: by one of its names, or by its body and its place near each other."""
    text = opened(" ".join(text for _, text in sight.texts))
    ways = {opened(name) for name in own.names}
    return any(_holds(text, way) for way in ways) or any(_names(text, take_apart(name)) for name in own.names)


def _holds(text: str, name: str) -> bool:
    return f" {name} " in f" {text} "


def _names(text: str, unit: Named) -> bool:
    """`Mặt trận xã Tam Thăng`: for a commune its place is enough, for others the body's own words."""
    if unit.place:
        return _holds(text, opened(f"{unit.kind} {unit.place}"))
    return bool(unit.body) and _holds(take_apart_all(text), unit.body)


def take_apart_all(text: str) -> str:
    """The text with the bodies that are written in several ways in one, as names are compared."""
    return take_apart(f"{text} ").body or text


def _others_in_head(sight: Sight, own: Name) -> Iterator[str]:
    """Known units that the head names by all their words, the host's own line above aside; then other communes."""
    head = opened(" ".join(line for line in sight.anatomy.above if not is_form_line(line)))
    mine = take_apart(own.name)
    for unit in sight.known.units:
        named = take_apart(unit.name)
        is_other = unit.name != own.name and (named.body, named.kind, named.place) != (mine.body, mine.kind, mine.place)
        if is_other and named.kind not in _COMMUNES and named.body != take_apart("ubmttq").body and _names(head, named):
            yield unit.name
    yield from _other_communes(sight, own)


def _other_communes(sight: Sight, own: Name) -> Iterator[str]:
    """Communes of the directory that the lines above the kind of paper name, this unit's own not among them."""
    head = opened(" ".join(sight.anatomy.above))
    mine = take_apart(own.name)
    if mine.kind in _COMMUNES and _holds(head, opened(f"{mine.kind} {mine.place}")):
        return
    for unit in sight.known.units:
        named = take_apart(unit.name)
        if named.kind in _COMMUNES and named.place and _holds(head, opened(f"{named.kind} {named.place}")):
            yield clean(f"{named.kind} {unit.name.split(named.kind, 1)[-1].strip()}")
