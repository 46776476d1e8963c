"""Which unit a name means: abbreviations opened, places compared exactly, the rest by likeness. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from tongket.core.text import clean, fold, fold_tones
from tongket.units.rules import PlaceKind, UnitRecord

SURE = 90.0
MOST_CANDIDATES = 5
# What offices write short; longer ones first. Source: the field notes on abbreviations, part 8.
SHORT_FORMS: tuple[tuple[str, str], ...] = (
    ("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("mttqvn", "mặt trận tổ quốc việt nam"),
    ("mttq", "mặt trận tổ quốc"),
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("btv", "ban thường vụ"),
    ("btt", "ban thường trực"),
    ("lhpn", "liên hiệp phụ nữ"),
    ("lđlđ", "liên đoàn lao động"),
    ("cđcs", "công đoàn cơ sở"),
    ("ccb", "cựu chiến binh"),
    ("tncs", "thanh niên cộng sản"),
    ("hcm", "hồ chí minh"),
    ("gd&đt", "giáo dục và đào tạo"),
    ("gdđt", "giáo dục và đào tạo"),
    ("vhtt", "văn hóa thông tin"),
    ("lđtb&xh", "lao động thương binh và xã hội"),
    ("tn&mt", "tài nguyên và môi trường"),
    ("nn&ptnt", "nông nghiệp và phát triển nông thôn"),
    ("ct-xh", "chính trị xã hội"),
    ("tp.", "thành phố "),
    ("tp", "thành phố"),
    ("tx.", "thị xã "),
    ("tx", "thị xã"),
    ("p.", "phường "),
    ("x.", "xã "),
)
SHORT = re.compile(
    r"(?<![\w])("
    + "|".join(re.escape(short) for short, _ in sorted(SHORT_FORMS, key=lambda form: -len(form[0])))
    + r")(?:(?<=\.)|(?!\w))"
)
OPENED = dict(SHORT_FORMS)
KINDS = sorted((kind.value for kind in PlaceKind if kind.value), key=len, reverse=True)
PUNCTUATION = re.compile(r"[^\w\s]|_")


def opened(name: str) -> str:
    """The name in lower case, tones in one place, abbreviations written out, punctuation gone."""
    text = clean(name).lower()
    text = SHORT.sub(lambda match: OPENED[match.group(1)] + (" " if match.group(1).endswith(".") else ""), text)
    return fold_tones(PUNCTUATION.sub(" ", text))


OPENED_FRONT = opened("mặt trận tổ quốc")
OPENED_YOUTH = opened("đoàn thanh niên")
OPENED_WOMEN = opened("hội liên hiệp phụ nữ")


def _bodies(text: str) -> str:
    """The bodies that are written in several ways, in one: front, youth union, women's union."""
    text = re.sub(opened("ủy ban mặt trận tổ quốc"), OPENED_FRONT, text)
    text = text.replace(opened("mặt trận tổ quốc việt nam"), OPENED_FRONT)
    text = re.sub(f"{OPENED_YOUTH}( {opened('cộng sản')})?( {opened('hồ chí minh')})?", OPENED_YOUTH, text)
    return re.sub(
        f"{opened('hội')} ({opened('liên hiệp')} )?{opened('phụ nữ')}( {opened('việt nam')})?", OPENED_WOMEN, text
    )


# A standing board acts for its body: "Ban Thường trực X" is X.
LEADING = tuple(
    opened(prefix) + " "
    for prefix in (
        "ban thường trực",
        "ban thường vụ",
        "ban chấp hành",
        "thường trực",
        "lãnh đạo",
        "đại diện",
        "văn phòng cơ quan",
    )
)
OPENED_KINDS = {opened(kind): kind for kind in KINDS}
# Folded text has combining tones, so words end at white space and not at \b.
OPENED_PLACE = re.compile(
    r"(?<!\S)(" + "|".join(map(re.escape, sorted(OPENED_KINDS, key=len, reverse=True))) + r")(?!\S)( .+)?$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name taken apart: the body, and the place where one is named; `place` is empty for the word alone."""

    body: str
    kind: str
    place: str


def take_apart(name: str) -> Named:
    """`Ban Thường trực UBMTTQVN xã Tam Thăng` is the front's body at `xã`, `tam thăng`."""
    return take_apart_opened(opened(name))


def take_apart_opened(text: str) -> Named:
    """As `take_apart`, for words that `opened` has gone over already."""
    stripped = True
    while stripped:
        prefix = next((prefix for prefix in LEADING if text.startswith(prefix)), "")
        text, stripped = text[len(prefix) :], bool(prefix)
    found = OPENED_PLACE.search(text)
    if found is None or found.start() == 0:
        return Named(_bodies(text).strip(), "", "")
    return Named(_bodies(text[: found.start()]).strip(), OPENED_KINDS[found.group(1)], (found.group(2) or "").strip())


@dataclass(frozen=True, slots=True)
class Match:
    """Which unit a name means, None below certainty; `candidates` are the likeliest, best first."""

    unit: UnitRecord | None
    score: float
    candidates: tuple[UnitRecord, ...]


def _at_place(named: Named, unit: UnitRecord, host: UnitRecord | None) -> bool:
    """Whether the unit is of the place the name says; a place without a name of its own is the host's."""
    kind, place = named.kind, named.place
    if not kind:
        return host is None or (unit.place_kind, unit.place) == (host.place_kind, host.place) or not unit.place
    if not place:
        same_level = unit.place_kind.value == kind
        return same_level and (host is None or host.place_kind.value != kind or unit.place == host.place)
    return unit.place_kind.value == kind and opened(unit.place) == place


def _likeness(named: Named, unit: UnitRecord) -> tuple[float, float]:
    """How alike the bodies are without accents, then with them, by the likest of the unit's names."""
    bodies = [take_apart(name).body for name in (unit.name, unit.short_name, *unit.aliases) if name]
    pairs = [(ratio(fold(named.body), fold(body)), ratio(named.body, body)) for body in bodies if body]
    return max(pairs, default=(0.0, 0.0))


def match(name: str, directory: Iterable[UnitRecord], *, host: UnitRecord | None) -> Match:
    """The unit that `name` means; below 90 in likeness, or between two equals, a person must say."""
    wanted = opened(name)
    exact = [
        unit for unit in directory if wanted in {opened(other) for other in (unit.name, unit.short_name, *unit.aliases)}
    ]
    if len(exact) == 1:
        return Match(exact[0], 100.0, (exact[0],))
    named = take_apart(name)
    scored = [(*_likeness(named, unit), unit) for unit in directory if _at_place(named, unit, host)]
    scored.sort(key=lambda row: (-row[0], -row[1], row[2].name))
    candidates = tuple(unit for score, _, unit in scored if score >= 50)[:MOST_CANDIDATES]
    if not scored:
        return Match(None, 0.0, ())
    best = scored[0]
    is_alone = len(scored) == 1 or scored[1][:2] < best[:2]
    return Match(best[2] if best[0] >= SURE and is_alone else None, best[0], candidates)


UNIT_HEADS = (
    "ban thường trực|ban thường vụ|ban chấp hành|ban tổ chức|ban |ủy ban|uỷ ban|ubnd|ubmttq|mttq|hội |liên đoàn|lđlđ|"
    "đoàn |công đoàn|phòng |sở |chi cục|cục |trung tâm|trường |đảng ủy|đảng uỷ|huyện ủy|thành ủy|quận ủy|chi bộ|"
    "chi hội|chi đoàn|văn phòng|công an|bộ chỉ huy|ban chỉ huy|các |đài |báo |hợp tác xã|htx|công ty|xí nghiệp|"
    "khoa |tổ |cụm |khối "
)
SPLIT = re.compile(rf"\s*(?:;|,|\bvà\b|\bcùng\b|\n)\s*(?=(?:{UNIT_HEADS}))", re.IGNORECASE)


def split_units(text: str) -> tuple[str, ...]:
    """A list of units in one line as its names: cut where a new body begins, never inside a name."""
    parts = [part.strip(" ;,.:-–") for part in SPLIT.split(clean(text))]
    return tuple(part for part in parts if part)
