"""To whom a recommendation speaks, read from its own words, and what it asks without the address. Pure."""

import re
import tomllib
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


@cache
def addressee_key(name: str) -> str:
    """Under which one addressee is known in its several spellings."""
    from_short = re.sub(r"\bubmttq\w*", "ủy ban mttq", nfc(name).lower())
    written = re.sub(r"\bubnd\b", "ủy ban nhân dân", re.sub(r"\bbtt\b", "ban thường trực", from_short))
    return clean(re.sub(r"\bviệt nam\b|\bcác\b", " ", written.replace("uỷ", "ủy").replace(" tp ", " thành phố ")))
