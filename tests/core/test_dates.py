"""Days and hours as Vietnamese say, print and type them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.core import dates
from tongket.core.dates import DayFault, office_day, parse_clock, parse_day, parse_moment, plain_clock

NO_DAY = DayFault("“{found}” không phải ngày. Ghi ngày/tháng/năm, ví dụ 30/10/2024.")
NOT_THERE = DayFault("{found} không có trong lịch. Ghi ngày/tháng/năm, ví dụ 30/10/2024.")
MONDAY = date(2024, 10, 21)


def test_weekdays_are_named_in_both_languages() -> None:
    week = [MONDAY + timedelta(days=number) for number in range(7)]

    assert [dates.weekday(day) for day in week] == [
        "thứ Hai",
        "thứ Ba",
        "thứ Tư",
        "thứ Năm",
        "thứ Sáu",
        "thứ Bảy",
        "Chủ nhật",
    ]
    assert (dates.weekday(MONDAY, "en"), dates.weekday(MONDAY, "fr")) == ("Monday", "thứ Hai")


def test_day_is_printed_short_plain_and_long() -> None:
    day = date(2024, 2, 5)

    assert (dates.short_day(day), dates.plain_day(day)) == ("5/2", "5/2/2024")
    assert (dates.week_day(day), dates.long_day(day)) == ("thứ Hai, 5/2", "thứ Hai, 5/2/2024")
    assert (dates.week_day(day, "en"), dates.long_day(day, "en")) == ("Monday, 5/2", "Monday, 5/2/2024")


@pytest.mark.parametrize(
    ("hour", "minute", "text"), [(7, 30, "7:30"), (0, 0, "0:00"), (14, 5, "14:05"), (23, 59, "23:59")]
)
def test_clock_time_pads_minutes_only(hour: int, minute: int, text: str) -> None:
    at = datetime.combine(MONDAY, datetime.min.time()).replace(hour=hour, minute=minute)

    assert (dates.clock_time(at), dates.moment(at)) == (text, f"21/10, {text}")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2025, 1, 5), "ngày 05 tháng 01 năm 2025"),
        (date(2025, 2, 28), "ngày 28 tháng 02 năm 2025"),
        (date(2025, 3, 9), "ngày 09 tháng 3 năm 2025"),
        (date(2025, 12, 10), "ngày 10 tháng 12 năm 2025"),
    ],
)
def test_official_day_is_padded_as_the_decree_says(day: date, text: str) -> None:
    assert dates.official_day(day) == text


@pytest.mark.parametrize(
    "text",
    ["5/2/2024", "05/02/2024", "5-2-2024", "5.2.2024", " 5 / 2 / 2024 ", "2024-02-05", "2024-2-5 "],
)
def test_typed_day_is_read(text: str) -> None:
    assert parse_day(text) == date(2024, 2, 5)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", NO_DAY),
        ("mai", NO_DAY),
        ("5/2", NO_DAY),
        ("5/2/24", NO_DAY),
        ("5/2/2024 sáng", NO_DAY),
        ("2024/2/5", NO_DAY),
        ("31/9/2024", NOT_THERE),
        ("29/2/2023", NOT_THERE),
        ("0/1/2024", NOT_THERE),
        ("1/13/2024", NOT_THERE),
        ("2024-02-30", NOT_THERE),
        ("1/1/0000", NOT_THERE),
    ],
)
def test_error_typed_day_says_what_is_wrong(text: str, fault: DayFault) -> None:
    assert parse_day(text) == fault


@given(st.dates(min_value=date(1000, 1, 1)))
def test_printed_day_is_read_back(day: date) -> None:
    assert (parse_day(dates.plain_day(day)), parse_day(day.isoformat())) == (day, day)


@pytest.mark.parametrize("text", ["20/10/0204", "1/1/9999", "31/12/1899", "1/1/2200"])
def test_error_day_of_a_year_that_no_office_means(text: str) -> None:
    assert office_day(text) == DayFault("{found} có năm quá xa. Ghi ngày/tháng/năm, ví dụ 30/10/2024.")


@pytest.mark.parametrize(("text", "day"), [("1/1/1900", date(1900, 1, 1)), ("31/12/2199", date(2199, 12, 31))])
def test_first_and_last_year_of_an_office_are_taken(text: str, day: date) -> None:
    assert (office_day(text), office_day("31/9/2024")) == (day, NOT_THERE)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("7:30", time(7, 30)),
        ("07h05", time(7, 5)),
        ("7g30’", time(7, 30)),
        ("14 giờ 30 phút", time(14, 30)),
        ("7 giờ", time(7, 0)),
        ("14H", time(14, 0)),
    ],
)
def test_hour_is_taken_as_people_write_it(typed: str, at: time) -> None:
    assert parse_clock(typed) == at


@pytest.mark.parametrize("typed", ["", "sáng", "24:00", "7:60", "-1:00", "7:300", "9" * 5000])
def test_error_hour_that_no_clock_shows(typed: str) -> None:
    assert parse_clock(typed) == DayFault("“{found}” không phải giờ. Ghi giờ và phút, ví dụ 7:30.")


def test_hour_in_a_field_is_not_padded() -> None:
    assert (plain_clock(time(7, 5)), plain_clock(time(14, 30))) == ("7:05", "14:30")


@pytest.mark.parametrize("typed", ["21/10/2024 8:15", "2024-10-21T08:15", " 21.10.2024  8h15"])
def test_moment_is_a_day_and_an_hour(typed: str) -> None:
    assert parse_moment(typed) == datetime(2024, 10, 21, 8, 15)  # noqa: DTZ001 -- a moment as it is typed


@pytest.mark.parametrize("typed", ["", "21/10/2024", "8:15", "31/9/2024 8:15", "21/10/2024 sáng"])
def test_error_moment_without_a_day_or_an_hour(typed: str) -> None:
    assert parse_moment(typed) == DayFault("“{found}” không phải ngày giờ. Ghi như 21/10/2024 8:15.")
