"""Rules of delegates as values: answers, protocol rank, how many a unit sends, what a new list changes. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache

from tongket.core.findings import words
from tongket.core.text import clean, fold_tones
from tongket.delegates.names import is_same_name, is_spelled_better


class Answer(StrEnum):
    """What was said of a person's coming."""

    ASKED = "asked"
    COMING = "coming"
    ABSENT = "absent"


ANSWER_WORDS: dict[Answer, str] = {
    Answer.ASKED: words("Chưa trả lời"),
    Answer.COMING: words("Dự"),
    Answer.ABSENT: words("Vắng"),
}
ANSWER_PICTURES: dict[Answer, str] = {Answer.ASKED: "none", Answer.COMING: "ok", Answer.ABSENT: "no"}


class Rank(IntEnum):
    """Who is named first within a body: its head, a deputy, a standing member, whoever leads a part of it, the rest."""

    HEAD = 0
    DEPUTY = 1
    STANDING = 2
    PART_HEAD = 3
    OTHER = 4


_STANDING = re.compile(r"ủy viên (?:ban )?thường (?:trực|vụ)|thường trực")
_FORMER = re.compile(r"(?:nguyên|cựu)\b")
# Where an association has a chair its secretary general is a deputy; where it has none, nobody comes before.
_SECRETARY = re.compile(r"(phó )?tổng thư ký\b")
_DEPUTY = re.compile(r"\bphó\b|\bq\. ")
_HEAD = re.compile(r"chủ tịch|bí thư|giám đốc|chủ nhiệm|tổng biên tập|chánh án|(?:hiệu|thủ|viện|chỉ huy) trưởng")
# Who leads a body of this name, or a part of another: `Chánh Văn phòng` of a Văn phòng leads it, of a Hội a part of it.
_LEADS = re.compile(
    r"\b(?:trưởng|chánh|phó) (bộ phận|văn phòng|thanh tra|công an|phòng|ban|trạm|khoa|đài|tổ|thôn)\b"
    r"|\b(chi cục|cục|vụ|tổ|đội|chi hội) trưởng\b"
)
_COMMITTEE = re.compile(r"ban (?:thường|chấp hành)")


def rank_of(post: str, body: str = "") -> Rank:
    """The protocol rank that a post has within its body, by the words it begins with.

    `body` tells whether `Trưởng phòng` leads all of it. Habit of offices; a clerk may set any other order.
    """
    led, rank = _read(post)
    return Rank.PART_HEAD if led and not _is_called(clean(body).lower(), led) else rank


# A conference of thousands of units knows few posts.
@lru_cache(maxsize=4096)
def _read(post: str) -> tuple[str, Rank]:
    """What the post leads, or helps to lead (`văn phòng`, "" for none such), and its rank in a body called so."""
    first = clean(post).lower().split(",")[0]
    if _FORMER.match(first):
        return "", Rank.OTHER
    if secretary := _SECRETARY.match(first):
        return "", Rank.STANDING if secretary[1] else Rank.DEPUTY
    found = _LEADS.search(first)
    led = (found[1] or found[2]) if found else ""
    if _DEPUTY.search(first):
        return led, Rank.DEPUTY
    if led or _HEAD.search(first):
        return led, Rank.HEAD
    return "", Rank.STANDING if _STANDING.search(clean(post).lower()) else Rank.OTHER


def _is_called(body: str, led: str) -> bool:
    """Whether a body is a Phòng, a Ban; committees that are called Ban have parts of their own."""
    return body.startswith(f"{led} ") and not _COMMITTEE.match(body)


_EACH = re.compile(r"\bmỗi\b")


def sent_by_each(text: str, count: int | None, units: int) -> int | None:
    """How many people each unit of a row of participants sends, None where the plan does not say.

    `mỗi xã 02 đại biểu` says it of each; a bare number says it where one unit is named.
    """
    if count is None:
        return None
    return count if units == 1 or _EACH.search(text.lower()) else None


@dataclass(frozen=True, slots=True)
class Said:
    """A line of a list of people: `key` is that of the delegate it stood for, None for a new line.

    `name` is without a title; `title` is "" for none, None where nothing is said of it: what stood stays.
    """

    name: str
    post: str = ""
    phone: str = ""
    answer: Answer = Answer.COMING
    reason: str = ""
    key: int | None = None
    title: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody is named."""
        return not clean(self.name)


@dataclass(frozen=True, slots=True)
class Added:
    """A person who is new on the list; `instead_of` is the key of the one who would have come."""

    said: Said
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a new list makes of the old: lines that stay (by key), lines that are new, keys that are gone."""

    kept: Mapping[int, Said]
    added: tuple[Added, ...]
    removed: tuple[int, ...]


def changes_of(before: Mapping[int, str], said: Sequence[Said]) -> Changes:
    """Compares the names that stood, by key, with a new list: whoever is left out goes, another name comes instead.

    A key that no longer stands counts as a new line: what somebody typed is never lost.
    """
    kept: dict[int, Said] = {}
    added: list[Added] = []
    for line in said:
        if line.is_empty:
            continue
        if line.key is None or line.key not in before or line.key in kept:
            added.append(Added(line))
        elif is_spelled_better(before[line.key], line.name):
            kept[line.key] = line
        else:
            added.append(Added(line, instead_of=line.key))
    return Changes(kept, tuple(added), tuple(key for key in before if key not in kept))


def named_twice(said: Iterable[Said]) -> list[tuple[int, int]]:
    """The lines, counted from 0, that name the same person with the same post as an earlier one, with that one."""
    named = [(number, line) for number, line in enumerate(said) if not line.is_empty]
    found = []
    for place, (number, line) in enumerate(named):
        first = next((earlier for earlier, other in named[:place] if _is_same_line(other, line)), None)
        if first is not None:
            found.append((number, first))
    return found


def _is_same_line(one: Said, other: Said) -> bool:
    return is_same_name(one.name, other.name) and fold_tones(one.post) == fold_tones(other.post)


def others_missing(each: int | None, named: int) -> int:
    """How many more a unit that has not answered still has to name; it sends one where nobody says how many."""
    return max((each or 1) - named, 0)
