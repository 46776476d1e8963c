"""How official documents write numbers, money, days and hours: in digits padded, and in words. Pure."""

from datetime import date, time

from tongket.core.dates import official_day, weekday

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu", "tỷ")
MOST = 10**12


def number_in_words(number: int) -> str:
    """`mười lăm`, `hai mươi mốt`, `một trăm lẻ năm`; ValueError below 0 and from a thousand milliards on."""
    if not 0 <= number < MOST:
        raise ValueError(f"a number from 0 to {MOST - 1} is wanted, got {number}")
    if number < 10:
        return DIGITS[number]
    groups = [number // 1000**place % 1000 for place in range(4)]
    top = max(place for place, group in enumerate(groups) if group)
    said = [
        f"{_group(group, is_first=place == top)} {SCALES[place]}".strip()
        for place, group in reversed(list(enumerate(groups)))
        if group
    ]
    return " ".join(said)


def _group(group: int, *, is_first: bool) -> str:
    """Three digits; within a longer number the hundreds are always said: `một nghìn không trăm lẻ năm`."""
    hundreds, rest = divmod(group, 100)
    said = [] if is_first and not hundreds else [f"{DIGITS[hundreds]} trăm"]
    if rest:
        said.append(_below_hundred(rest, is_after=bool(said)))
    return " ".join(said)


def _below_hundred(number: int, *, is_after: bool) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return f"lẻ {DIGITS[ones]}" if is_after else DIGITS[ones]
    said = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    if not ones:
        return said
    last = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}.get(ones, DIGITS[ones])
    return f"{said} {last}"


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
