"""Days and hours as Vietnamese say, print and type them. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from tongket.core.findings import words

WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
TYPED = re.compile(r"^\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})\s*$")
# No office plans or remembers beyond these years; whatever lies outside was mistyped.
YEARS = range(1900, 2200)
ISO = re.compile(r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$")


@dataclass(frozen=True, slots=True)
class DayFault:
    """Why a typed day was not taken: a message id with the gap `{found}`."""

    message: str


def weekday(day: date, language: str = "vi") -> str:
    """`thứ Tư`, `Chủ nhật`."""
    return WEEKDAYS.get(language, WEEKDAYS["vi"])[day.weekday()]


def plain_day(day: date) -> str:
    """`30/10/2024`, without padding."""
    return f"{day.day}/{day.month}/{day.year}"


def long_day(day: date, language: str = "vi") -> str:
    """`thứ Tư, 30/10/2024`."""
    return f"{weekday(day, language)}, {plain_day(day)}"


def week_day(day: date, language: str = "vi") -> str:
    """`thứ Tư, 30/10`, where the year is clear."""
    return f"{weekday(day, language)}, {short_day(day)}"


def short_day(day: date) -> str:
    """`30/10`, where the year is clear."""
    return f"{day.day}/{day.month}"


def clock_time(moment: datetime) -> str:
    """`7:30`, the hour without padding."""
    return f"{moment.hour}:{moment.minute:02}"


def plain_clock(moment: time) -> str:
    """`7:30`, as it stands in a field."""
    return f"{moment.hour}:{moment.minute:02}"


def moment(value: datetime) -> str:
    """`21/10, 8:15`."""
    return f"{short_day(value.date())}, {clock_time(value)}"


def official_day(day: date) -> str:
    """`ngày 05 tháng 01 năm 2025`: padded are days below 10 and the months 1 and 2 (Decree 30/2020, Annex I, II.4)."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def parse_day(text: str) -> date | DayFault:
    """The day that a person typed, `30/10/2024`, `30-10-2024`, `30.10.2024` or ISO; a fault says what is wanted."""
    typed, iso = TYPED.match(text), ISO.match(text)
    if typed:
        day, month, year = map(int, typed.groups())
    elif iso:
        year, month, day = map(int, iso.groups())
    else:
        return DayFault(words("“{found}” không phải ngày. Ghi ngày/tháng/năm, ví dụ 30/10/2024."))
    try:
        return date(year, month, day)
    except ValueError:
        return DayFault(words("{found} không có trong lịch. Ghi ngày/tháng/năm, ví dụ 30/10/2024."))


def office_day(text: str) -> date | DayFault:
    """As `parse_day`, of a year that an office can mean: `20/10/0204` is a slip of the hand."""
    day = parse_day(text)
    if isinstance(day, date) and day.year not in YEARS:
        return DayFault(words("{found} có năm quá xa. Ghi ngày/tháng/năm, ví dụ 30/10/2024."))
    return day


def parse_clock(text: str) -> time | DayFault:
    """The hour that a person typed: `7:30`, `7h30`, `7g30’`, `7 giờ 30 phút`, `7 giờ`; a fault says what is wanted."""
    plain = text.lower().removesuffix("phút").replace("giờ", ":").replace("h", ":").replace("g", ":")
    hours, _, minutes = plain.partition(":")
    hours, minutes = hours.strip(), minutes.strip(" :'’") or "0"
    if (
        hours.isdecimal()
        and minutes.isdecimal()
        and len(hours + minutes) <= 4
        and int(hours) < 24
        and int(minutes) < 60
    ):
        return time(int(hours), int(minutes))
    return DayFault(words("“{found}” không phải giờ. Ghi giờ và phút, ví dụ 7:30."))


def parse_moment(text: str) -> datetime | DayFault:
    """The day and hour that a person typed, `21/10/2024 8:15` or ISO, without a time zone."""
    day_typed, _, clock_typed = text.strip().replace("T", " ").partition(" ")
    day, at = office_day(day_typed), parse_clock(clock_typed)
    if isinstance(day, DayFault) or isinstance(at, DayFault):
        return DayFault(words("“{found}” không phải ngày giờ. Ghi như 21/10/2024 8:15."))
    return datetime.combine(day, at)
