"""Which units a collective name opens to: "các xã, phường", "các tổ chức chính trị - xã hội". Pure."""

import re

from rapidfuzz.fuzz import ratio

from tongket.units.directory import Directory
from tongket.units.names import OPENED_KINDS, SURE, opened, take_apart, take_apart_opened
from tongket.units.rules import COMMUNE_LEVEL, BodyType, PlaceKind, UnitRecord

# The folded text has combining tones, so words end at white space and not at \b.
SENT = "|".join(opened(word) + " " for word in ("đại diện", "lãnh đạo"))
PLURAL = "|".join(map(opened, ("các", "mỗi", "từng", "toàn thể")))
MANY = re.compile(rf"^(?:{SENT})*(?:{PLURAL})(?!\S)")
PLURAL_PLACES = re.compile(
    rf"(?<!\S){opened('các')} ((?:(?:{'|'.join(map(re.escape, OPENED_KINDS))})(?: {opened('và')})?(?: |$))+)$"
)
# Collective words for the host's own circle, each with the kinds of body they mean.
CIRCLES: tuple[tuple[str, tuple[BodyType, ...]], ...] = (
    (opened("tổ chức chính trị - xã hội"), (BodyType.POLITICAL_SOCIAL,)),
    (opened("đoàn thể chính trị - xã hội"), (BodyType.POLITICAL_SOCIAL,)),
    (opened("tổ chức thành viên"), (BodyType.POLITICAL_SOCIAL, BodyType.ASSOCIATION)),
    (opened("hội, đoàn thể"), (BodyType.POLITICAL_SOCIAL, BodyType.ASSOCIATION)),
    (opened("đoàn thể"), (BodyType.POLITICAL_SOCIAL,)),
    (opened("tổ chức hội"), (BodyType.ASSOCIATION,)),
    (opened("phòng, ban"), (BodyType.DEPARTMENT,)),
    (opened("phòng ban"), (BodyType.DEPARTMENT,)),
    (opened("sở, ban, ngành"), (BodyType.DEPARTMENT,)),
    (opened("ban, ngành"), (BodyType.DEPARTMENT,)),
    (opened("trường"), (BodyType.SCHOOL,)),
    (opened("doanh nghiệp"), (BodyType.ENTERPRISE,)),
    (opened("thôn"), (BodyType.VILLAGE,)),
    (opened("khu dân cư"), (BodyType.VILLAGE,)),
    (opened("khối phố"), (BodyType.VILLAGE,)),
    (opened("tổ dân phố"), (BodyType.VILLAGE,)),
)
LOCALITIES = tuple(opened(name) for name in ("các địa phương", "các xã, phường", "các cơ sở"))
BELOW = tuple(
    opened(name)
    for name in (
        "các đơn vị",
        "các chi hội",
        "các chi bộ",
        "các chi đoàn",
        "các cơ sở hội",
        "các cơ sở đoàn",
        "các tổ công đoàn",
    )
)


def is_collective(name: str) -> bool:
    """Whether the name means several units by its own words."""
    text = opened(name)
    return bool(MANY.search(text) or PLURAL_PLACES.search(text))


def open_collective(name: str, directory: Directory, *, host: UnitRecord | None) -> tuple[UnitRecord, ...] | None:
    """The units that a collective name stands for in `directory`, by name; None where it is no collective name."""
    if not is_collective(name):
        return None
    text = opened(name)
    by_place = _of_places(text, directory, host)
    found = by_place if by_place is not None else _of_circle(text, directory, host)
    return tuple(sorted(found, key=lambda unit: unit.name))


def _of_places(text: str, directory: Directory, host: UnitRecord | None) -> list[UnitRecord] | None:
    """The bodies of one kind at every place of the named levels: `UBND các xã, phường`."""
    places = PLURAL_PLACES.search(text)
    if places is None:
        return None
    kinds = {
        PlaceKind(OPENED_KINDS[word])
        for word in OPENED_KINDS
        if re.search(rf"(?<!\S){re.escape(word)}(?!\S)", places.group(1))
    }
    named = text[: places.start()].strip()
    if kinds == {PlaceKind.HAMLET} and not named:
        return None  # A village is a body of its own.
    body = take_apart_opened(named).body or (take_apart(host.name).body if host else "")
    return [
        unit
        for unit in directory
        if unit.place_kind in kinds and _is_body(unit, body) and _under(unit, host, directory)
    ]


def _is_body(unit: UnitRecord, body: str) -> bool:
    return any(ratio(take_apart(name).body, body) >= SURE for name in (unit.name, *unit.aliases))


def _under(unit: UnitRecord, host: UnitRecord | None, directory: Directory) -> bool:
    """Whether the unit stands below the host or below another body of the host's place."""
    if host is None:
        return True
    return any((above.place_kind, above.place) == (host.place_kind, host.place) for above in directory.above(unit))


def _of_circle(text: str, directory: Directory, host: UnitRecord | None) -> list[UnitRecord]:
    """The units of the host's place that the words mean, or those right below the host."""
    if text.startswith(LOCALITIES):
        return [unit for unit in directory if _is_locality(unit, host) and _under(unit, host, directory)]
    bodies = next((bodies for words, bodies in CIRCLES if re.search(rf"(?<!\S){re.escape(words)}(?!\S)", text)), None)
    if bodies is not None:
        return [unit for unit in directory if unit.body in bodies and _in_circle(unit, host, directory)]
    if text.startswith(BELOW) and host is not None:
        return list(directory.children(host.key))
    return []


def _is_locality(unit: UnitRecord, host: UnitRecord | None) -> bool:
    return unit.place_kind in COMMUNE_LEVEL and (host is None or unit.body is host.body)


def _in_circle(unit: UnitRecord, host: UnitRecord | None, directory: Directory) -> bool:
    """Whether the unit is at the host's own place, or right below the host."""
    if host is None:
        return True
    same_place = (unit.place_kind, unit.place) == (host.place_kind, host.place)
    return same_place or unit.parent == host.key or (not unit.place and _under(unit, host, directory))
