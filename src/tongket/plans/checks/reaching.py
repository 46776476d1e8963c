"""Which unit a name means, and whom lines of recipients reach; the directory is not needed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tongket.units.collectives import PLURAL_PLACES, is_collective
from tongket.units.names import OPENED_KINDS, Named, opened, take_apart, take_apart_opened

# Members of a steering board are heads of departments and of unions alike.
BOARD = ("thành viên ban chỉ đạo", "thành viên bcđ")
# Collective words of a recipients' line, and the first words of the bodies they reach.
CIRCLES = (
    (
        re.compile(
            "|".join(map(opened, (*BOARD, "tổ chức thành viên", "chính trị xã hội", "đoàn thể", "hội đoàn thể")))
        ),
        tuple(map(opened, ("hội ", "đoàn ", "liên đoàn", "công đoàn", "các tổ chức", "các đoàn thể", "các hội"))),
    ),
    (
        re.compile(
            "|".join(
                map(
                    opened,
                    (*BOARD, "phòng ban", "phòng ngành", "sở ban ngành", "ban ngành", "các phòng"),
                )
            )
        ),
        tuple(
            map(
                opened,
                (
                    *("phòng ", "sở ", "ban ", "trung tâm", "văn phòng", "các phòng", "công an", "các ban"),
                    *("bộ chỉ huy", "ban chỉ huy", "đài ", "báo ", "chi cục", "kho bạc", "ngân hàng"),
                ),
            )
        ),
    ),
)
# "Như trên", "Các đơn vị có tên ở phần III", "Các phòng, đơn vị thuộc Sở": who can say whom they leave out?
EVERYBODY = re.compile(
    rf"{opened('như')} |{opened('nêu tên')} |(?<!\S){opened('các')} (?:\S+ )*?{opened('đơn vị')}(?!\S)"
)
ASIDE = re.compile(r"\([^)]*\)")
# What makes a line mean many: "các", a figure, "trực thuộc", or two kinds of place side by side.
KIND = "|".join(map(re.escape, sorted(OPENED_KINDS, key=len, reverse=True)))
SEVERAL = "|".join(map(opened, ("các", "trực thuộc", "thành viên", "cấp")))
MANY = re.compile(rf"(?<!\S)(?:{SEVERAL}|\d+|(?:{KIND}) (?:{KIND}))(?!\S)")
PLURAL_WORDS = frozenset(map(opened, ("các", "mỗi", "từng", "những", "trưởng")))
SHORTEST_INITIALS = 2
TOGETHER = "*"


def key(name: str) -> Named:
    """The name taken apart, equal for every way of writing one unit; collective names are kept whole."""
    return Named(opened(name), "", "") if is_collective(name) else take_apart(name)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom lines under "Nơi nhận" reach: everybody; these bodies; names beginning so; a body at every such place."""

    everybody: bool
    bodies: frozenset[Named]
    words: frozenset[str]
    heads: tuple[str, ...]
    plurals: frozenset[tuple[str, str]]

    def covers(self, name: str) -> bool:
        """Whether whoever `name` means is among them."""
        text = opened(name)
        if self.everybody or key(name) in self.bodies or text.startswith(self.heads):
            return True
        return not self.words.isdisjoint(_beginnings(text)) or not self.plurals.isdisjoint(_places(text))


def reach_of(lines: Iterable[str]) -> Reach:
    """Whom the recipients in `lines` reach together; each line is looked at once, however many names are asked for."""
    bare = [ASIDE.sub(" ", line) for line in lines]
    texts = [(line, opened(line)) for line in bare]
    return Reach(
        everybody=any(EVERYBODY.search(text) for _, text in texts),
        bodies=frozenset(key(part) for line, _ in texts for part in (line, *line.split(",")) if part.strip()),
        words=frozenset(word for _, text in texts if MANY.search(text) for word in text.split()),
        heads=tuple(
            {head for words, heads in CIRCLES for head in heads if any(words.search(text) for _, text in texts)}
        ),
        plurals=frozenset(plural for _, text in texts for plural in _plurals(text)),
    )


def _beginnings(name: str) -> set[str]:
    """The first word of a name and the letters it is shortened to: a line that means many begins so."""
    words = [word for word in name.split() if word not in PLURAL_WORDS]
    initials = "".join(word[0] for word in words)
    return {*words[:1], *(initials[:end] for end in range(SHORTEST_INITIALS, len(initials) + 1))}


def _plurals(line: str) -> list[tuple[str, str]]:
    """`UBMTTQ các xã, phường` is the front's body at each commune and ward, and at all of them together."""
    places = PLURAL_PLACES.search(line)
    if places is None:
        return []
    body = take_apart_opened(line[: places.start()].strip()).body
    named = [kind for word, kind in OPENED_KINDS.items() if re.search(rf"(?<!\S){re.escape(word)}(?!\S)", places[1])]
    return [(kind, body) for kind in (*named, TOGETHER)]


def _places(name: str) -> set[tuple[str, str]]:
    """The body that a name means with the kind of its place, or with all places together."""
    together = PLURAL_PLACES.search(name)
    if together is not None:
        return {(TOGETHER, take_apart_opened(name[: together.start()].strip()).body)}
    named = take_apart_opened(name)
    return {(named.kind, named.body)} if named.kind else set()
