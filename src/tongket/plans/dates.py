"""Vietnamese dates as values: every way a plan writes a day, a range, a month, a quarter or a week, and no more."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tongket.plans.wording import flat, rule


@dataclass(frozen=True, slots=True)
class Period:
    """A date as printed from `start` to `end` in the text; both days are None where the words name no real days.

    `precise` holds for days, not for months or parts of them; `guessed` says that the year was not printed.
    """

    start: int
    end: int
    earliest: date | None
    latest: date | None
    precise: bool = True
    guessed: bool = False


_WORDED = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_MONTHS = {flat(word): number for word, number in _WORDED.items()}
_ORDINALS = {"nhất": 1, "đầu": 1, "hai": 2, "ba": 3, "tư": 4, "cuối": -1, "1": 1, "2": 2, "3": 3, "4": 4}
_WEEKS = {flat(word): number for word, number in _ORDINALS.items()}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

# `11 giờ 15, ngày 18`: minutes are no day.
_D = r"(?<![\dhg:/.,-])(?<!giờ)(?<!giờ\s)(?<!tháng)(?<!tháng\s)(?P<d>\d{1,2})"
_MONTH_WORD = r"(?P<m>\d{1,2}(?!\d)|mười một|mười hai|mười|giêng|hai|ba|tư|sáu|bảy|tám|chín|chạp|một|năm(?! *\d))"
_YEAR = r"(?:\s*(?:/|-|,?\s*năm)\s*(?P<y>(?:19|20)\d\d)(?!\d))"
_LIST = r"(?P<more>(?:\s*(?:,|;|và|hoặc|&|-|đến|đến hết)\s*(?:hết\s+)?(?:ngày\s*)?\d{1,2}(?![\dh])){0,9})"
_WEEKDAY = r"(?:\s*\(?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\)?\s*,?)?"

PATTERNS: dict[str, re.Pattern[str]] = {
    "days_of_month": rule(rf"{_D}{_LIST}{_WEEKDAY}(?:\s*,)?\s*tháng\s*{_MONTH_WORD}(?:{_YEAR})?"),
    "numeric": rule(rf"{_D}{_LIST}\s*(?P<sep>[/.-])\s*(?P<m>\d{{1,2}})\s*(?P=sep)\s*(?P<y>(?:19|20)\d\d)(?![\d/])"),
    "day_month": rule(rf"{_D}{_LIST}/(?P<m>\d{{1,2}})(?![\d/%]|\s*(?:ngày|buổi|số|tổng)\b)"),
    "part_of_month": rule(
        rf"\b(?P<part>đầu|giữa|cuối|trong|thượng tuần|trung tuần|hạ tuần)\s+tháng\s*{_MONTH_WORD}(?:{_YEAR})?"
    ),
    "week": rule(
        rf"\btuần\s+(?:lễ\s+)?(?:thứ\s+)?(?P<w>nhất|đầu(?: tiên)?|hai|ba|tư|cuối(?: cùng)?|[1-4])\s*(?:của\s+|,\s*)?"
        rf"tháng\s*{_MONTH_WORD}(?:{_YEAR})?"
    ),
    "month": rule(rf"\btháng\s*{_MONTH_WORD}(?:{_YEAR})?"),
    "quarter": rule(rf"\bquý\s*(?P<q>iv|iii|ii|i|[1-4])\b(?:{_YEAR})?"),
}  # fmt: skip
# Without accents the name Tam Thăng and the word thắng look like a month.
_NO_MONTH = re.compile(r"th[ăắẳ]ng", re.IGNORECASE)
_LUNAR_AFTER = rule(r"\s*(?:năm \w+ \w+\s*)?\(?\s*âm lịch")
_LUNAR_BEFORE = rule(r"(?:\(|,|\btức )\s*nhằm (?:vào )?(?:ngày )?$")
_BEFORE_SHORT = rule(r"(?:ngày|đến|từ|trước|hết|sáng|chiều|tối|và|,|\)|thứ \w+|chủ nhật|vào|-)\s*$")
_NEAR = 30
_RANGE = rule(r"\s*(?:\([^)]*\)\s*)?(?:-|đến|tới)\s*(?:hết\s*)?(?:ngày\s*)?$")


@dataclass(frozen=True, slots=True)
class _Raw:
    """One match before the year is known."""

    start: int
    end: int
    name: str
    parts: dict[str, str | None]


def find_periods(text: str, issued: date | None = None) -> tuple[Period, ...]:
    """Every date in `text`, in order; a missing year comes from a later date of the text, else from `issued`.

    A day without a year that would lie before `issued` is taken for the next year when that is near; other days
    without a year stay without dates. Days the calendar lacks (31/11) stay without dates too.
    """
    raw = [match for match in _matches(flat(text)) if _is_solar(text, match)]
    found: list[Period] = []
    later: str | None = None
    for place in range(len(raw) - 1, -1, -1):
        year = raw[place].parts.get("y")
        found.append(_period(raw[place], year or (later if _shared(raw, place, text) else None), issued))
        later = year or later
    return tuple(_joined(found[::-1], flat(text)))


def _is_solar(text: str, match: _Raw) -> bool:
    """Whether a match is a date of our calendar: no name that looks like a month, no day of the lunar one."""
    if _NO_MONTH.search(text, match.start, match.end):
        return False
    return not _LUNAR_AFTER.match(flat(text[match.end : match.end + 40])) and not _LUNAR_BEFORE.search(
        flat(text[max(0, match.start - 30) : match.start])
    )


def _matches(text: str) -> Iterator[_Raw]:
    """The matches of all patterns from left to right; where two overlap the one that begins first, then the longer."""
    hits = [
        _Raw(found.start(), found.end(), name, found.groupdict())
        for name, pattern in PATTERNS.items()
        for found in pattern.finditer(text)
        if name != "day_month" or _BEFORE_SHORT.search(text[max(0, found.start() - _NEAR) : found.start()])
    ]
    reached = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= reached:
            yield hit
            reached = hit.end


def _shared(raw: list[_Raw], place: int, text: str) -> bool:
    """Whether the date at `place` runs on to the next one, so that the year printed there holds for both."""
    if place + 1 >= len(raw):
        return False
    between = flat(text[raw[place].end : raw[place + 1].start])
    return len(between) < 40 and not re.search(r"[.;]", between)


def _period(match: _Raw, year: str | None, issued: date | None) -> Period:
    guessed = year is None
    month = _month(match)
    value = int(year) if year else _year_near(month, issued)
    earliest, latest = (None, None) if value is None else _bounds(match, value, month)
    return Period(match.start, match.end, earliest, latest, _is_precise(match), guessed)


def _is_precise(match: _Raw) -> bool:
    return match.name in {"days_of_month", "numeric", "day_month"}


def _month(match: _Raw) -> int | None:
    word = match.parts.get("m")
    if word is None:
        return None
    return int(word) if word.isdigit() else _MONTHS[word]


def _year_near(month: int | None, issued: date | None) -> int | None:
    """The year of `issued`, or the next one for a month that is past by then and comes within half a year."""
    if issued is None:
        return None
    if month is None or month >= issued.month:
        return issued.year
    return issued.year + 1 if month + 12 - issued.month <= 6 else None


def _bounds(match: _Raw, year: int, month: int | None) -> tuple[date | None, date | None]:
    if match.name == "quarter":
        first = 3 * _QUARTERS[str(match.parts["q"])] - 2
        return date(year, first, 1), _last_day(year, first + 2)
    if month is None or not 1 <= month <= 12:
        return None, None
    if match.name == "week":
        return _week(year, month, _WEEKS[str(match.parts["w"]).split()[0]])
    if match.name in {"month", "part_of_month"}:
        return _part(year, month, str(match.parts.get("part") or ""))
    days = [int(day) for day in re.findall(r"\d+", f"{match.parts['d']} {match.parts['more']}")]
    return _day(year, month, min(days)), _day(year, month, max(days))


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _part(year: int, month: int, part: str) -> tuple[date, date]:
    """ "đầu tháng" is the 1st-10th, "giữa tháng" the 11th-20th, "cuối tháng" the 21st to the last day."""
    if part in {"dau", "thuong tuan"}:
        return date(year, month, 1), date(year, month, 10)
    if part in {"giua", "trung tuan"}:
        return date(year, month, 11), date(year, month, 20)
    first = date(year, month, 21 if part in {"cuoi", "ha tuan"} else 1)
    return first, _last_day(year, month)


def _week(year: int, month: int, number: int) -> tuple[date, date]:
    """The week of that number, Monday to Sunday: the first one is the first that begins in the month."""
    first = date(year, month, 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    last = _last_day(year, month)
    start = monday + timedelta(weeks=number - 1) if number > 0 else last - timedelta(days=last.weekday())
    return start, start + timedelta(days=6)


def _joined(found: list[Period], text: str) -> Iterator[Period]:
    """Two dates with "đến" or a dash between them are one range."""
    held: Period | None = None
    for period in found:
        if held is None:
            held = period
        elif held.earliest and period.latest and _RANGE.fullmatch(text[held.end : period.start]):
            held = _range(held, period)
        else:
            yield held
            held = period
    if held is not None:
        yield held


def _range(first: Period, last: Period) -> Period:
    precise, guessed = first.precise and last.precise, first.guessed and last.guessed
    return Period(first.start, last.end, first.earliest, last.latest, precise, guessed)
