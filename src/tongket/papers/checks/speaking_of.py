"""Whether a sentence of a paper speaks of the whole unit and the whole period that its review reports. Pure.

A figure of one village, another year or another's work may well differ; where there is doubt nothing is compared.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from tongket.core.text import fold
from tongket.reviews.reports.likeness import key, told
from tongket.reviews.reports.spelled import value_of_words
from tongket.reviews.values import Indicator, Outline, Period

_WORDS: Mapping[str, list[str]] = tomllib.loads(
    files("tongket.papers.checks").joinpath("speaking_of.toml").read_text(encoding="utf-8")
)


def _any_of(name: str) -> str:
    """A pattern for any word or phrase of a list of `speaking_of.toml`."""
    return "|".join(sorted(map(re.escape, _WORDS[name]), key=len, reverse=True))


def _pattern(name: str) -> re.Pattern[str]:
    """The same as whole words, small or capital; `bà con` is no `bà`, `tổ chức` no `tổ`."""
    return re.compile(rf"(?<!\w)(?!{_any_of('not_meant')})(?:{_any_of(name)})(?!\w)", re.IGNORECASE)


_CAPITAL = r"[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ]\w*"
_LEVEL = _any_of("levels")
_COUNT = r"các|nhiều|hai|ba|bốn|năm|một số|mấy|\d+"
# All parts together (`các thôn`, `8/8 thôn`, `đường liên thôn`) are no part.
_ALL = re.compile(rf"(?<!\w)(?:các|khắp|tất cả|toàn bộ|liên|(\d+)/\1)\s+(?:{_any_of('places')})(?!\w)", re.IGNORECASE)
_PLACES, _PARTS, _MEMBERS = _pattern("places"), _pattern("parts"), _pattern("members")
_OFFICE = re.compile(rf"(?<!\w)(?:{_any_of('offices')})(?:\s+{_CAPITAL})*(?!\w)")
_OTHER_PLACE = re.compile(rf"(?<!\w)(?:{_LEVEL})(?:\s+{_CAPITAL})+")
_WHOLE_OF = re.compile(rf"(?<!\w)(?:toàn|cả|cấp|{_COUNT})\s+({_LEVEL}|nước|quốc)(?!\w)", re.IGNORECASE)
_SEVERAL = re.compile(rf"^(?:{_COUNT})\s", re.IGNORECASE)
_TIMES, _NOT_SO = _pattern("times"), _pattern("not_so")
_SOME_YEARS = re.compile(r"(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+) năm(?!\w)", re.IGNORECASE)
_YEARS_LONG = re.compile(r"(?<!\w)(?:qua|sau|trong)\s+(\d+|[^\W\d]+)\s+năm(?!\w)", re.IGNORECASE)
_THIS_YEAR = re.compile(r"(?<!\w)năm nay(?!\w)", re.IGNORECASE)
_SINCE = re.compile(r"(?<!\w)(?:từ (?:khi|ngày|lúc)|lũy kế|từ đầu phong trào)(?!\w)", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)từ (?=\d)", re.IGNORECASE)
_ASIDE = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm)(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d./])(?:19|20)\d\d(?![\d.,]\d|\d)")
_SAYS_WHOLE = re.compile(
    rf"(?<!\w)(?:(?:toàn|cả) (?:{_LEVEL}|hội|đoàn)|tổng số|tổng cộng|từ khi phát động|đến nay)(?!\w)", re.IGNORECASE
)
_WHOLE_FIRST = re.compile(rf"(?:toàn|cả)\s+({_LEVEL})(?!\w)", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
# One model; several together (`các mô hình`, `nhiều mô hình`) are what a whole unit has.
_ONE_MODEL = re.compile(r"(?<!các )(?<!những )(?<!nhiều )(?<!số )(?<!\w)mô hình(?!\w)", re.IGNORECASE)
# The thing that is counted ends here; what stands behind it narrows it, unless the indicator says so too.
_NOUN_END = re.compile(rf"[,;:.!?()“”\"]|\s[-–]\s|(?<!\w)\d|(?<!\w)(?:{_any_of('links')})(?!\w)")
_NEUTRAL = frozenset(word for phrase in _WORDS["neutral"] for word in phrase.split())
_ABOVE_TABLES = frozenset(word for phrase in _WORDS["above_tables"] for word in phrase.split())
_NAMES = re.compile(rf"(?<!\w)(?:{_any_of('names')})(?!\w)")
_NAMED = re.compile(rf"(?:(?<=\w )|(?<=[,(“] )){_CAPITAL}(?:\s+{_CAPITAL})*|^{_CAPITAL}(?:\s+{_CAPITAL})+")


@dataclass(frozen=True, slots=True)
class Said:
    """A figure as a paper says it: its sentence, where it begins and ends there, and what stands before and above."""

    sentence: str
    begin: int
    end: int
    before: Sequence[str]
    heading: str


def is_of_whole(said: Said, indicator: Indicator, period: Period, names: Sequence[str], asked: Collection[str]) -> bool:
    """Whether the figure speaks of all that `indicator` counts in `period`, of the unit that is called `names`.

    `asked` are the words that name what else is asked (see `words_asked`).
    """
    around = " ".join([said.heading, *said.before]) if not _SAYS_WHOLE.search(said.sentence) else ""
    parts = (
        *_parts_in(_without_whole_span(said.sentence, period), indicator, names),
        *(_parts_in(around, indicator, names) if around else ()),
        *_words_apart(said.sentence, indicator),
        *_named_in(said.sentence, names),
        _is_narrowed(said, indicator, names, asked),
        _is_aside(said, indicator),
        not _is_of_period(said, period),
    )
    return not any(parts)


def leads_to_whole(words: str, names: Sequence[str]) -> bool:
    """Whether a heading, or the line above a table, speaks of the whole unit: it names nothing else.

    A paper tells of one model, and most of its tables are that model's.
    """
    return not _is_more(words, _NEUTRAL | _ABOVE_TABLES | set(_words(key(" ".join(names)))))


def is_all_whole(sentence: str, names: Sequence[str]) -> bool:
    """Whether a sentence begins with the whole unit (`Toàn xã có 12 mô hình`), and so may tell of whatever it has."""
    found = _WHOLE_FIRST.match(sentence)
    if found is None or _QUOTED.search(sentence):
        return False
    return f" {fold(found[1])} " in f" {fold(' '.join(names))} "


def names_one(title: str) -> bool:
    """Whether the title of a paper names one model, a village or a group: whatever it counts may be theirs."""
    quoted = (words for words in _QUOTED.findall(title) if _is_more(words, _NEUTRAL))
    shown = _ALL.sub("", title)
    return any(quoted) or bool(_ONE_MODEL.search(shown) or _PLACES.search(shown) or _PARTS.search(shown))


def tells_of_less(words: Sequence[str], indicator: Indicator, names: Sequence[str]) -> bool:
    """Whether what stands above a table tells of a part of the unit, of another one, or of another time."""
    return any(_parts_in(" ".join(words), indicator, names))


def _without_whole_span(sentence: str, period: Period) -> str:
    """The sentence without `qua 7 năm` where that is the whole period."""
    years = period.last_on.year - period.first_on.year

    def kept(found: re.Match[str]) -> str:
        count = int(found[1]) if found[1].isdigit() else value_of_words(found[1])
        return "" if years and count in {years, years + 1} else found[0]

    return _YEARS_LONG.sub(kept, sentence)


def _parts_in(text: str, indicator: Indicator, names: Sequence[str]) -> Iterator[object]:
    """What in the text tells of a part of the unit, of another one, or of another time."""
    own, asked = fold(" ".join(names)), key(f"{indicator.name} {indicator.measure}")
    shown = _ALL.sub("", text)
    parts = [*_PLACES.findall(shown), *_PARTS.findall(shown)]
    yield from (found for found in parts if f" {key(found)} " not in f" {asked} ")
    # Members of one organisation are the whole of that, and a part of a commune.
    if not re.search(r"\b(?:hoi|doan)\b", own):
        yield from _MEMBERS.findall(shown)
    yield from (found for found in (*_OFFICE.findall(shown), *_OTHER_PLACE.findall(shown)) if fold(found) not in own)
    yield from (found[0] for found in _WHOLE_OF.finditer(shown) if _is_other(found, own))
    yield from (*_TIMES.findall(shown), *_SOME_YEARS.findall(shown))


def _words_apart(sentence: str, indicator: Indicator) -> Iterator[str]:
    """Words of wishes, changes and rests, but for those that the indicator is defined by (`ít nhất một nơi khác`)."""
    asked = f" {' '.join(_words(key(f'{indicator.name} {indicator.definition}')))} "
    found_words = (*_NOT_SO.findall(sentence), *_FROM.findall(sentence))
    yield from (found for found in found_words if f" {key(found)} " not in asked)


def _is_other(found: re.Match[str], own: str) -> bool:
    """`toàn xã` in a commune's paper is the unit itself; several communes, or a whole province, are not."""
    return bool(_SEVERAL.match(found[0])) or f" {fold(found[1])} " not in f" {own} "


def _named_in(sentence: str, names: Sequence[str]) -> Iterator[str]:
    """Places and people that are named beside the unit itself."""
    own = fold(" ".join(names))
    yield from (found for found in _NAMED.findall(_NAMES.sub("", sentence)) if fold(found) not in own)


def _is_narrowed(said: Said, indicator: Indicator, names: Sequence[str], asked: Collection[str]) -> bool:
    """Whether words around the figure say whose or which of the things: `5 mô hình bảo vệ môi trường`.

    Before it those count with which the sentence begins (`Trước khi sáp nhập, xã có 5 mô hình`) and those of its own
    clause; they may name what else is asked. Behind it count those up to where the thing that is counted ends.
    """
    before, after = said.sentence[: said.begin], said.sentence[said.end :]
    end = _NOUN_END.search(after)
    own = " ".join((indicator.name, indicator.measure, indicator.definition, indicator.group))
    neutral = _NEUTRAL.union(_words(key(" ".join(names))), _both(own))
    lead, clause = re.split(r"\d", before, maxsplit=1)[0], re.split(r"\d|[,;:](?=\s)", before)[-1]
    is_more_before = any(_is_more(piece, neutral | set(asked)) for piece in (lead, clause))
    return is_more_before or _is_more(after[: end.start()] if end else after, neutral)


def words_asked(outline: Outline) -> frozenset[str]:
    """All words that name what an outline asks for."""
    return frozenset(_both(" ".join(f"{each.name} {each.measure}" for each in outline.indicators)))


def _both(text: str) -> list[str]:
    """The words of a text as they stand and as what they are taken for."""
    return [*_words(key(text)), *_words(told(text))]


def _is_more(piece: str, known: Collection[str]) -> bool:
    """Whether words say more than is known, both as they stand and as what they are taken for."""
    return all(any(word not in known for word in _words(form(piece))) for form in (key, told))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d][\w²]*", text)


def _is_aside(said: Said, indicator: Indicator) -> bool:
    """`trong đó` makes a part of what was counted before, unless the indicator is one."""
    is_part = bool(indicator.part_of or indicator.not_above)
    return not is_part and bool(_ASIDE.search(said.sentence[: said.begin]))


def _is_of_period(said: Said, period: Period) -> bool:
    """Whether no year but those of the period is named: both ends, or its only one."""
    first, last = period.first_on.year, period.last_on.year
    since = _SINCE.search(said.sentence)
    if first == last and since:
        return False
    if first != last and _THIS_YEAR.search(said.sentence):
        return False
    texts = [said.sentence, *reversed(said.before), said.heading]
    years = next((found for text in texts if (found := _years(text))), set())
    if first == last:
        return years <= {first}
    return not years or years == {first, last} or (years == {first} and bool(since or "đến nay" in said.sentence))


def _years(text: str) -> set[int]:
    return {int(found) for found in _YEAR.findall(text)}
