"""Whether two names mean one unit, and whether a line of recipients reaches a unit; the directory is not needed."""

import re

from tongket.units.collectives import PLURAL_PLACES, is_collective
from tongket.units.names import OPENED_KINDS, Named, opened, take_apart, take_apart_opened

# Collective words of a recipients' line, and the first words of the bodies they reach.
CIRCLES = (
    (
        re.compile("|".join(map(opened, ("tổ chức thành viên", "chính trị xã hội", "đoàn thể", "hội đoàn thể")))),
        tuple(map(opened, ("hội ", "đoàn ", "liên đoàn", "công đoàn", "các tổ chức", "các đoàn thể", "các hội"))),
    ),
    (
        re.compile(
            "|".join(
                map(
                    opened,
                    (
                        *("phòng ban", "sở ban ngành", "ban ngành", "các đơn vị", "các phòng", "cơ quan đơn vị"),
                        "thành viên ban chỉ đạo",
                    ),
                )
            )
        ),
        tuple(
            map(
                opened,
                (
                    *("phòng ", "sở ", "ban ", "trung tâm", "văn phòng", "các phòng", "công an", "các ban"),
                    *("bộ chỉ huy", "ban chỉ huy", "đài ", "báo ", "chi cục", "kho bạc"),
                ),
            )
        ),
    ),
)
# "Như trên", "Các đơn vị có tên ở phần III": whoever is named above.
AS_ABOVE = re.compile(rf"{opened('như')} |{opened('có tên')} |{opened('nêu tên')} ")
# What makes a line mean many: "các", a figure, "trực thuộc", or two kinds of place side by side.
KIND = "|".join(map(re.escape, sorted(OPENED_KINDS, key=len, reverse=True)))
MANY = re.compile(
    rf"(?<!\S)(?:{opened('các')}|\d+|{opened('trực thuộc')}|{opened('thành viên')}|(?:{KIND}) (?:{KIND}))(?!\S)"
)
PLURAL_WORDS = frozenset(map(opened, ("các", "mỗi", "từng", "những", "trưởng")))
SHORTEST_INITIALS = 2


def same_unit(first: str, second: str) -> bool:
    """Whether two names mean one unit: the same body at the same place, however each is written."""
    return key(first) == key(second)


def key(name: str) -> Named:
    """The name taken apart, equal for every way of writing one unit; collective names are kept whole."""
    return Named(opened(name), "", "") if is_collective(name) else take_apart(name)


def reaches(line: str, name: str) -> bool:
    """Whether a line under "Nơi nhận" reaches whoever `name` means."""
    text, wanted = opened(line), opened(name)
    if AS_ABOVE.search(text) or same_unit(line, name):
        return True
    if _plural_reaches(text, wanted) or _many_reach(text, wanted) or _part_reaches(line, name):
        return True
    return any(words.search(text) and wanted.startswith(heads) for words, heads in CIRCLES)


def _many_reach(line: str, name: str) -> bool:
    """A line that means many reaches a name that begins with one of its words, or with the letters it shortens."""
    if not MANY.search(line):
        return False
    words = [word for word in name.split() if word not in PLURAL_WORDS]
    initials = "".join(word[0] for word in words)
    shortened = {initials[:end] for end in range(SHORTEST_INITIALS, len(initials) + 1)}
    return bool(words) and not {words[0], *shortened}.isdisjoint(line.split())


def _part_reaches(line: str, name: str) -> bool:
    """ "Đảng ủy, HĐND, UBND phường" reaches each body in it that is named as such."""
    return any(same_unit(part, name) for part in line.split(",")) if "," in line else False


def _plural_reaches(line: str, name: str) -> bool:
    """`UBMTTQ các xã, phường` reaches the front of every commune, named alone or all together."""
    places = PLURAL_PLACES.search(line)
    if places is None:
        return False
    kinds = {
        kind for word, kind in OPENED_KINDS.items() if re.search(rf"(?<!\S){re.escape(word)}(?!\S)", places.group(1))
    }
    body = take_apart_opened(line[: places.start()].strip()).body
    together = PLURAL_PLACES.search(name)
    if together is not None:
        return take_apart_opened(name[: together.start()].strip()).body == body
    named = take_apart_opened(name)
    return named.kind in kinds and named.body == body
