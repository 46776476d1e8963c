"""To whom a recommendation speaks, read from its own words, and what it asks without the address. Pure."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tongket.core.text import clean, nfc

_SMALL = "[a-zà-ỹđ]"
_AND = re.compile(r"\s*(?:,|và|cùng)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """`addressee` as written, empty where none is named, and `ask`, what is wanted of it."""

    addressee: str
    ask: str


def asked(text: str) -> Asked:
    """Who is asked and for what: `Đề nghị UBND xã bố trí kinh phí` asks `UBND xã` for `bố trí kinh phí`."""
    whole = clean(text).rstrip(" .;")
    grammar = _grammar()
    lead = grammar.lead.match(whole)
    begin = lead.end() if lead else 0
    if not lead or not grammar.begins_name(whole, begin):
        return Asked("", whole[begin:])
    end = _end_of_name(whole, begin)
    return Asked(whole[begin:end], whole[end:].lstrip(" ,:;-–"))


def _end_of_name(text: str, begin: int) -> int:
    """Where the name that begins at `begin` ends; a name after `và` or a comma belongs to it."""
    head = _grammar().head.match(text, begin)
    found = _grammar().end.search(text, head.end() if head else begin)
    end = found.start() if found else len(text)
    joined = _AND.match(text, end)
    return _end_of_name(text, joined.end()) if joined and _grammar().begins_name(text, joined.end()) else end


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The words that ask, those that begin a name, and what ends one."""

    lead: re.Pattern[str]
    head: re.Pattern[str]
    action: re.Pattern[str]
    end: re.Pattern[str]

    def begins_name(self, text: str, place: int) -> bool:
        """Whether a name begins at `place`: `Ban Thường trực …` does, `ban hành …` does not."""
        head, action = self.head.match(text, place), self.action.match(text, place)
        return head is not None and (action is None or action.end() < head.end())


@cache
def _grammar() -> _Grammar:
    lists = tomllib.loads(nfc(Path(__file__).with_name("addressees.toml").read_text(encoding="utf-8")))
    asks, heads, actions = (_any_of(lists[name]) for name in ("asks", "heads", "actions"))
    after_level = _after_level(lists["levels"])
    return _Grammar(
        re.compile(rf"^\W*(?:{asks})(?:\s*,?\s*(?:và\s+)?(?:{asks}))*(?!\w)[\s:,]*", re.IGNORECASE),
        re.compile(rf"(?:các\s+)?(?:{heads})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:{actions})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s*[,;:.()]\s+|(?<!các)\s+(?=(?-i:{actions})(?!\w))|{after_level}", re.IGNORECASE),
    )


def _after_level(levels: list[str]) -> str:
    """Where a name ends with its level: after `UBND xã` in `UBND xã khẩn trương …`, not in `UBND xã và phường`."""
    behind = "|".join(rf"(?<=\b{re.escape(level)})" for level in levels)
    return rf"(?:{behind})\s+(?!(?:và|cùng|hội|{_any_of(levels)})\b)(?=(?-i:{_SMALL}))"


def _any_of(phrases: list[str]) -> str:
    """A pattern for any of the phrases, the longest first; `ủy` and `uỷ` are one word."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace("ủy", "(?:ủy|uỷ)") for phrase in ordered)


@dataclass(frozen=True, slots=True)
class Places:
    """The conference's own places: `own` is the level of its host, `names` what each level is called.

    `Places("thành phố", (("thành phố", "Tam Kỳ"), ("tỉnh", "Quảng Nam")))`: there `UBND TP Tam Kỳ` is `UBND thành phố`,
    and no other city is.
    """

    own: str = ""
    names: tuple[tuple[str, str], ...] = ()


NOWHERE = Places()
_LEVELS = "thành phố|tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu"
_LEVEL = re.compile(rf"(?:chính quyền )?({_LEVELS})")
# What offices shorten, and the several names of one body, in the order in which they are written out.
_WRITTEN = tuple(
    (re.compile(short), whole)
    for short, whole in (
        (r"uỷ", "ủy"),
        (r"\bt\.?p\b\.?", "thành phố "),
        (r"\bubnd\b", "ủy ban nhân dân "),
        (r"\bhđnd\b", "hội đồng nhân dân "),
        (r"\bu?b?mttq\w*|\bmặt trận tổ quốc\b", "mttq "),
        (r"\bbtt\b", "ban thường trực "),
        (r"\bl(?:đ|d)l(?:đ|d)\b", "liên đoàn lao động "),
        (r"\bhội lhpn\b", "hội liên hiệp phụ nữ "),
        (r"\bviệt nam\b|\bvn\b|\bcác\b|[.,;:]", " "),
        (r"\s+", " "),
        (r"^\s*(thành|tỉnh|huyện|quận) ?đoàn\s*$", r"đoàn tncs \1"),
        (r"\bđoàn (?:thanh niên cộng sản|thanh niên|tncs|tn)(?: hồ chí minh| hcm)?\b", "đoàn tncs"),
        (r"^đoàn tncs thành$", "đoàn tncs thành phố"),
        (r"^\s*(?:ban thường trực )?(?:(?:ủy ban|ub) )?(?:mttq|mặt trận)\b", "mttq"),
    )
)


@cache
def addressee_key(name: str, places: Places = NOWHERE) -> str:
    """Under which one addressee is known in its several spellings.

    A place alone is asked through its people's committee; the standing board alone is the host's own. The Party's
    committee, the people's council and the people's committee of a place stay apart.
    """
    written = nfc(name).lower()
    for pattern, whole in _WRITTEN:
        written = pattern.sub(whole, written)
    for level, place in places.names:
        written = re.sub(rf"\b{level} {re.escape(nfc(place).lower())}\b", level, written)
    key = clean(written)
    if key == "ban thường trực" and places.own:
        return f"mttq {places.own}"
    alone = _LEVEL.fullmatch(key)
    return f"ủy ban nhân dân {alone.group(1)}" if alone else key


def told_to(text: str, addressee: str, places: Places = NOWHERE) -> str:
    """What is wanted, for a place where `addressee` is named already; in whole where it asks somebody else."""
    read = asked(text)
    known = ("", addressee_key(addressee, places))
    return read.ask if read.ask and addressee_key(read.addressee, places) in known else text


def addressee_named(names: Iterable[str]) -> str:
    """What one addressee is called who is named in these ways: as most do, a body before a place alone."""
    counted = Counter(clean(name) for name in names if name)
    bodies = {name: number for name, number in counted.items() if not _LEVEL.match(name.lower())} or counted
    if not bodies:
        return ""
    name = min(bodies, key=lambda each: (-bodies[each], -len(each), each))
    alone = re.match(rf"(?:chính quyền )?({_LEVELS})\b", name, re.IGNORECASE)
    return f"UBND {alone.group(1).lower()}{name[alone.end() :]}" if alone else name
