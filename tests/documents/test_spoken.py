"""Numbers, money, days and hours as official documents write them."""

from datetime import date, time

import pytest

from tongket.documents import spoken


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (2, "hai"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm lẻ năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (215, "hai trăm mười lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm lẻ năm"),
        (1_500_000, "một triệu năm trăm nghìn"),
        (2_000_000_001, "hai tỷ không trăm lẻ một"),
    ],
)
def test_number_in_words_reads_as_vietnamese_do(number: int, words: str) -> None:
    assert spoken.number_in_words(number) == words


@pytest.mark.parametrize("number", [-1, 10**12])
def test_number_in_words_refuses_what_nobody_counts(number: int) -> None:
    with pytest.raises(ValueError, match=rf"^a number from 0 to 999999999999 is wanted, got {number}$"):
        spoken.number_in_words(number)


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
