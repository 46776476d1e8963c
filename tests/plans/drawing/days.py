"""Days and the ways in which plans print them."""

from datetime import date

from hypothesis import strategies as st

from tests.plans.drawing.names import Draw

DAYS = st.dates(date(2023, 1, 5), date(2026, 12, 25))
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def long(day: date) -> str:
    """`05 tháng 9 năm 2025`, as the decree pads its figures."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02} tháng {month} năm {day.year}"


def printed(draw: Draw, day: date) -> str:
    """`day` in one of the forms of a sentence, without the word "ngày"."""
    forms = (f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d-%m-%Y}", long(day))
    return draw(st.sampled_from(forms))


def clock(draw: Draw) -> tuple[str, str]:
    """A clock time as printed and as `HH:MM`."""
    hour, minute = draw(st.integers(7, 17)), draw(st.sampled_from((0, 15, 30, 45)))
    forms = (
        f"{hour}h{minute:02}",
        f"{hour:02} giờ {minute:02}",
        f"{hour} giờ {minute:02} phút",
        f"{hour:02}h{minute:02}’",
    )
    return draw(st.sampled_from(forms)), f"{hour:02}:{minute:02}"


def weekday(day: date) -> str:
    """The day of the week in words."""
    return _WEEKDAYS[day.weekday()]
