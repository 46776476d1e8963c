"""How official documents write numbers, money, days and hours: in digits padded, and in words. Pure."""

from datetime import date, time

from tongket.core.dates import official_day, weekday
from tongket.core.spoken.numbers import number_in_words


def padded(number: int) -> str:
    """`02`, so that no digit can be put before it; 10 and more stay as they are."""
    return f"{number:02}"


def count_in_words(number: int) -> str:
    """`02 (hai)`, as awards and quotas are written."""
    return f"{padded(number)} ({number_in_words(number)})"


def money(amount: int) -> str:
    """`1.500.000 đồng`."""
    return f"{amount:,}".replace(",", ".") + " đồng"


def day_in_words(day: date) -> str:
    """`ngày 05 tháng 01 năm 2025` (Decree 30/2020, Annex I, II.4)."""
    return official_day(day)


def short_day(day: date) -> str:
    """`05/01/2025`, padded alike."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def hour_in_words(at: time) -> str:
    """`07 giờ 30 phút`."""
    return f"{at.hour:02} giờ {at.minute:02} phút"


def named_day(day: date) -> str:
    """`thứ Tư, ngày 30 tháng 10 năm 2024`."""
    return f"{weekday(day)}, {official_day(day)}"
