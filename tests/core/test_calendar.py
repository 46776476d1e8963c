"""Which days an office works."""

from datetime import date

import pytest

from tongket.core.calendar import OBSERVANCES, OfficeDay, WorkCalendar, observance

NATIONAL = WorkCalendar()
OWN = WorkCalendar(
    {
        date(2024, 10, 24): OfficeDay("Nghỉ bão", is_working=False),
        date(2024, 10, 26): OfficeDay("Làm bù", is_working=True),
        date(2024, 9, 2): OfficeDay("Trực", is_working=True),
    }
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 9, 2), "Quốc khánh"),
        (date(2024, 2, 10), "Tết Nguyên Đán"),
        (date(2024, 4, 18), "Ngày Giỗ Tổ Hùng Vương"),
        (date(2024, 10, 21), None),
        (date(2024, 10, 26), None),
    ],
)
def test_holiday_is_named(day: date, name: str | None) -> None:
    assert NATIONAL.holiday(day) == name


def test_day_that_is_off_in_exchange_for_a_saturday_is_no_working_day() -> None:
    assert NATIONAL.is_working_day(date(2024, 4, 29)) is False


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2024, 10, 21), True),
        (date(2024, 10, 25), True),
        (date(2024, 10, 26), False),
        (date(2024, 10, 27), False),
        (date(2024, 9, 2), False),
        (date(2024, 10, 20), False),
        (date(2024, 11, 20), True),
    ],
    ids=["Monday", "Friday", "Saturday", "Sunday", "holiday", "observance on Sunday", "observance"],
)
def test_working_days_are_weekdays_without_holidays(day: date, is_worked: bool) -> None:  # noqa: FBT001
    assert NATIONAL.is_working_day(day) is is_worked


def test_day_that_the_office_declares_goes_before_the_nation() -> None:
    assert [OWN.is_working_day(day) for day in OWN.office] == [False, True, True]
    assert [OWN.holiday(day) for day in OWN.office] == ["Nghỉ bão", None, None]


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2024, 10, 25), date(2024, 10, 25)),
        (date(2024, 10, 27), date(2024, 10, 25)),
        (date(2024, 9, 3), date(2024, 8, 30)),
        (date(2024, 2, 14), date(2024, 2, 7)),
        (date(2024, 1, 1), date(2023, 12, 29)),
    ],
    ids=["itself", "weekend", "national day", "Tết", "year before"],
)
def test_last_working_day_until_is_the_nearest_one(day: date, last: date) -> None:
    assert NATIONAL.last_working_day_until(day) == last


@pytest.mark.parametrize(
    ("calendar", "first", "last", "number"),
    [
        (NATIONAL, date(2024, 10, 21), date(2024, 10, 27), 5),
        (NATIONAL, date(2024, 10, 21), date(2024, 10, 21), 1),
        (NATIONAL, date(2024, 10, 26), date(2024, 10, 27), 0),
        (NATIONAL, date(2024, 10, 22), date(2024, 10, 21), 0),
        (OWN, date(2024, 10, 21), date(2024, 10, 27), 5),
    ],
    ids=["week", "one day", "weekend", "backwards", "one off, one made up"],
)
def test_working_days_count_both_ends(calendar: WorkCalendar, first: date, last: date, number: int) -> None:
    assert calendar.working_days(first, last) == number


def test_observance_is_a_day_with_a_name_every_year() -> None:
    assert [observance(date(year, 10, 20)) for year in (2024, 2025)] == ["ngày Phụ nữ Việt Nam"] * 2
    assert observance(date(2024, 10, 21)) is None


def test_observances_are_days_of_the_calendar() -> None:
    assert [date(2024, month, day).month for month, day in OBSERVANCES] == [month for month, _day in OBSERVANCES]
