"""Numbers, money, days and hours as official documents write them."""

from datetime import date, time

from tongket.documents import spoken


def test_counts_are_padded_and_said() -> None:
    assert [spoken.count_in_words(number) for number in (2, 5, 15)] == ["02 (hai)", "05 (năm)", "15 (mười lăm)"]


def test_money_parts_thousands_with_dots() -> None:
    assert spoken.money(1_500_000) == "1.500.000 đồng"


def test_days_are_padded_below_ten_and_in_the_first_two_months() -> None:
    assert spoken.day_in_words(date(2025, 1, 5)) == "ngày 05 tháng 01 năm 2025"
    assert spoken.day_in_words(date(2025, 3, 12)) == "ngày 12 tháng 3 năm 2025"
    assert spoken.short_day(date(2025, 1, 5)) == "05/01/2025"
    assert spoken.named_day(date(2024, 10, 30)) == "thứ Tư, ngày 30 tháng 10 năm 2024"


def test_hours_are_said_in_full() -> None:
    assert spoken.hour_in_words(time(7, 30)) == "07 giờ 30 phút"
