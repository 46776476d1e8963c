"""Days, months, quarters and hours as they are read aloud. Pure."""

import re

from tongket.core.spoken.context import Said, before
from tongket.core.spoken.numbers import number_in_words

_DAY = re.compile(r"([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_MONTH = re.compile(r"([0-9]{1,2})[/\-]([12][0-9]{3})(?![0-9/])")
_SHORT_DAY = re.compile(r"([0-9]{1,2})([/\-])([0-9]{1,2})(?![0-9/]|[.,][0-9]|%)")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[hHgG:])([0-9]{2})(?:['’p]|\s?phút)?(?!\w|:[0-9])")
_HOUR = re.compile(r"([0-9]{1,2})[hH](?!\w)")
_NUMBER = re.compile(r"[0-9]{1,2}(?![./,]?[0-9])")

_AFTER_DAY = re.compile(r"(?:ngày|mùng|mồng|hôm|sáng|trưa|chiều|tối|đêm)\s+(?:[0-9]{1,2}\s?(?:[,\-–]|và|đến)\s?)?\Z")
_AFTER_MONTH = re.compile(r"(?:tháng|[0-9][/\-])\s*\Z")
_AFTER_QUARTER = re.compile(r"quý\s*\Z")
_DAY_IS_MEANT = re.compile(r"(?:trước|sau|hạn|lễ|dịp|niệm|thứ \w+,|chủ nhật,|từ)\s+\Z")
_UNPADDED = re.compile(r"(?:ngày|mùng|mồng|tháng|quý|thứ|điều|khoản|mục|khóa|khoá)\s+\Z")
_TIME_FOLLOWS = re.compile(r"\s*(?:giờ|phút|giây)\b")

LONGEST_MONTH = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
MONTHS_SAID_OTHERWISE = {4: "tư"}


def full_day(text: str, place: int) -> Said:
    """`20/10/2024`: day, month, year; `ngày` is said where it is not written."""
    found = _DAY.match(text, place)
    if not found or not _exists(int(found[1]), int(found[3])):
        return None
    opening = "" if _AFTER_DAY.search(before(text, place)) else "ngày "
    return found.end(), f"{opening}{_day_and_month(int(found[1]), int(found[3]))} năm {number_in_words(int(found[4]))}"


def month_of_year(text: str, place: int) -> Said:
    """`10/2024`, after `quý` a quarter."""
    found = _MONTH.match(text, place)
    if not found or not 1 <= int(found[1]) <= len(LONGEST_MONTH):
        return None
    ahead = before(text, place)
    is_named = _AFTER_MONTH.search(ahead) or _AFTER_QUARTER.search(ahead)
    opening = "" if is_named else "tháng "
    return found.end(), f"{opening}{_month(int(found[1]))} năm {number_in_words(int(found[2]))}"


def short_day(text: str, place: int) -> Said:
    """`19/10`, where a day is meant and no fraction; with a hyphen only after `ngày` and its like."""
    found = _SHORT_DAY.match(text, place)
    if not found or not _exists(int(found[1]), int(found[3])):
        return None
    day, month, ahead = int(found[1]), int(found[3]), before(text, place)
    is_after_day = bool(_AFTER_DAY.search(ahead))
    could_be_share = day <= month
    is_meant = is_after_day or (found[2] == "/" and (not could_be_share or bool(_DAY_IS_MEANT.search(ahead))))
    return (found.end(), _day_and_month(day, month)) if is_meant else None


def clock(text: str, place: int) -> Said:
    """`7h30`, `08:15`, `8h00`, `8h`."""
    found = _CLOCK.match(text, place)
    if found and int(found[1]) <= 24 and int(found[2]) < 60:
        minutes = f" {number_in_words(int(found[2]))}" if int(found[2]) else ""
        has_word = bool(minutes) and "phút" in found[0]
        return found.end(), f"{number_in_words(int(found[1]))} giờ{minutes}{' phút' * has_word}"
    hour = _HOUR.match(text, place)
    return (hour.end(), f"{number_in_words(int(hour[1]))} giờ") if hour and int(hour[1]) <= 24 else None


def unpadded(text: str, place: int) -> Said:
    """`05` of a day, month, hour or ordinal, whose zero nobody says; `tháng 4` and `quý 4` are said `tư`."""
    found = _NUMBER.match(text, place)
    if not found:
        return None
    ahead = before(text, place)
    if not _UNPADDED.search(ahead) and not _TIME_FOLLOWS.match(text, found.end()):
        return None
    number = int(found[0])
    if number == 4 and re.search(r"(?:tháng|quý|thứ)\s+\Z", ahead):
        return found.end(), "tư"
    is_first = number == 1 and bool(re.search(r"thứ\s+\Z", ahead))
    return found.end(), "nhất" if is_first else number_in_words(number)


def _exists(day: int, month: int) -> bool:
    return 1 <= day <= LONGEST_MONTH.get(month, 0)


def _month(month: int) -> str:
    return MONTHS_SAID_OTHERWISE.get(month) or number_in_words(month)


def _day_and_month(day: int, month: int) -> str:
    return f"{number_in_words(day)} tháng {_month(month)}"
