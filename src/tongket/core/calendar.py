"""Working days: the national holidays with their make-up days, under what the office itself declares. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import holidays

from tongket.core.findings import words

SATURDAY, SUNDAY = 5, 6
# Days that matter to an office although nobody has them off; month and day, with their source.
OBSERVANCES: dict[tuple[int, int], str] = {
    (2, 3): words("ngày thành lập Đảng"),  # 3/2/1930
    (3, 8): words("ngày Quốc tế Phụ nữ"),
    (3, 26): words("ngày thành lập Đoàn TNCS Hồ Chí Minh"),  # 26/3/1931
    (6, 1): words("ngày Quốc tế Thiếu nhi"),
    (7, 27): words("ngày Thương binh - Liệt sĩ"),
    (10, 10): words("ngày Chuyển đổi số quốc gia"),
    (10, 14): words("ngày thành lập Hội Nông dân Việt Nam"),  # 14/10/1930
    (10, 20): words("ngày Phụ nữ Việt Nam"),  # 20/10/1930
    (11, 18): words("ngày hội Đại đoàn kết toàn dân tộc"),  # 18/11/1930
    (11, 20): words("ngày Nhà giáo Việt Nam"),
    (12, 6): words("ngày thành lập Hội Cựu chiến binh Việt Nam"),  # 6/12/1989
    (12, 22): words("ngày thành lập Quân đội nhân dân Việt Nam"),
}


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """A day that the office itself declares off, or worked."""

    name: str
    is_working: bool


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked; `office` overrides the national calendar day by day."""

    office: Mapping[date, OfficeDay] = field(default_factory=dict)

    def holiday(self, day: date) -> str | None:
        """The name of the holiday on `day`, None where it is none."""
        own = self.office.get(day)
        if own is not None:
            return None if own.is_working else own.name
        name: str | None = _national(day.year).get(day)
        return name

    def is_working_day(self, day: date) -> bool:
        """Whether the office works on `day`; make-up Saturdays are worked where the office declares them."""
        own = self.office.get(day)
        if own is not None:
            return own.is_working
        return day.weekday() < SATURDAY and self.holiday(day) is None

    def last_working_day_until(self, day: date) -> date:
        """`day` itself when it is worked, else the nearest working day before it."""
        while not self.is_working_day(day):
            day -= timedelta(days=1)
        return day

    def working_days(self, first: date, last: date) -> int:
        """How many working days lie from `first` to `last`, both counted; 0 when `last` is before `first`."""
        return sum(self.is_working_day(day) for day in _days(first, last))


def _days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


_YEARS: dict[int, holidays.HolidayBase] = {}


def _national(year: int) -> holidays.HolidayBase:
    """The public holidays of one year in Vietnam, in Vietnamese; kept, because a year never changes."""
    if year not in _YEARS:
        _YEARS[year] = holidays.country_holidays("VN", years=year, language="vi")
    return _YEARS[year]


def observance(day: date) -> str | None:
    """The message id of an observance on `day`, None where there is none."""
    return OBSERVANCES.get((day.month, day.day))
