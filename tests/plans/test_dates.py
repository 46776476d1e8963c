"""Dates as plans print them, and the fractions, numbers and names that only look like dates."""

from datetime import date

import pytest

from tongket.plans.dates import find_periods

ISSUED = date(2024, 10, 11)
DATES = [
    ("ngày 20/10/2024", "2024-10-20", "2024-10-20"),
    ("ngày 24, tháng 11 năm 2023", "2023-11-24", "2023-11-24"),
    ("ngày 17 hoặc 18 tháng 10 năm 2024", "2024-10-17", "2024-10-18"),
    ("từ tháng 10 đến 31/12/2020", "2020-10-01", "2020-12-31"),
    ("05-11-2024", "2024-11-05", "2024-11-05"),
    ("12.10.2024", "2024-10-12", "2024-10-12"),
    ("ngày 5 tháng 11 năm 2024", "2024-11-05", "2024-11-05"),
    ("ngày10 tháng 12", "2024-12-10", "2024-12-10"),
    ("ngày 24, 25 và 26 tháng 8 năm 2024", "2024-08-24", "2024-08-26"),
    ("ngày 24 và 25/10/2024", "2024-10-24", "2024-10-25"),
    ("24-26/8/2024", "2024-08-24", "2024-08-26"),
    ("từ ngày 28/10 đến hết ngày 30/10/2024", "2024-10-28", "2024-10-30"),
    ("từ ngày 28 tháng 10 đến ngày 2 tháng 11 năm 2024", "2024-10-28", "2024-11-02"),
    ("từ 7h30, ngày 15 tháng 11 năm 2024", "2024-11-15", "2024-11-15"),
    ("cuối tháng 10 năm 2024", "2024-10-21", "2024-10-31"),
    ("giữa tháng 2/2025", "2025-02-11", "2025-02-20"),
    ("đầu tháng 12 năm 2024", "2024-12-01", "2024-12-10"),
    ("tháng 10/2024", "2024-10-01", "2024-10-31"),
    ("tháng Mười Một năm 2024", "2024-11-01", "2024-11-30"),
    ("từ tháng 9 đến tháng 10 năm 2024", "2024-09-01", "2024-10-31"),
    ("quý IV/2024", "2024-10-01", "2024-12-31"),
    ("quý 1 năm 2025", "2025-01-01", "2025-03-31"),
    ("tuần thứ ba tháng 11 năm 2025", "2025-11-17", "2025-11-23"),
    ("tuần cuối tháng 11 năm 2025", "2025-11-24", "2025-11-30"),
    ("sáng thứ Sáu, ngày 25/10/2024", "2024-10-25", "2024-10-25"),
    ("Từ 7 giờ 45 đến 11 giờ 15, ngày 18 tháng 10 năm 2024", "2024-10-18", "2024-10-18"),
    ("trước ngày 20/10", "2024-10-20", "2024-10-20"),
    ("trước ngày 15/01", "2025-01-15", "2025-01-15"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), DATES)
def test_date(text: str, earliest: str, latest: str) -> None:
    (period,) = find_periods(text, ISSUED)

    assert (str(period.earliest), str(period.latest)) == (earliest, latest)


NONE = [
    "1/2 ngày",
    "½ ngày",
    "1,5 ngày",
    "01 ngày",
    "294/KH-MTTQ-BTT",
    "30/2020/NĐ-CP",
    "xã Tam Thăng 10 đại biểu",
    "trước ngày 18 hằng tháng",
    "giai đoạn 2021 - 2025",
    "1.234.567 đồng",
    "trước hội nghị 05 ngày",
    "năm học 2024 - 2025",
]


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert find_periods(text, ISSUED) == ()


@pytest.mark.parametrize("text", ["ngày 31/11/2024", "ngày 31 tháng 9 năm 2024", "ngày 29/02/2025", "ngày 12/13/2024"])
def test_day_that_the_calendar_lacks_has_no_value(text: str) -> None:
    (period,) = find_periods(text, ISSUED)

    assert (period.earliest, period.latest) == (None, None)


def test_year_is_guessed_only_from_the_day_of_issue() -> None:
    (known,), (unknown,) = find_periods("ngày 20/11", ISSUED), find_periods("ngày 20/11")

    assert (known.earliest, known.guessed) == (date(2024, 11, 20), True)
    assert (unknown.earliest, unknown.guessed) == (None, True)


def test_month_long_past_gets_no_year() -> None:
    (period,) = find_periods("ngày 20/5", ISSUED)

    assert period.earliest is None


@pytest.mark.parametrize("text", ["ngày 07/2/2015 (nhằm ngày 19/12 âm lịch)", "7/2/2015 (19/12 âm lịch)"])
def test_day_of_the_lunar_calendar_is_none_of_ours(text: str) -> None:
    assert [period.latest for period in find_periods(text, ISSUED)] == [date(2015, 2, 7)]
