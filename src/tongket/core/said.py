"""Days and figures in the language of the reader: `core.dates`, `core.figures` with this request's language."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tongket.core import dates, figures


def _language() -> str:
    return get_language() or "vi"


def long_day(day: date) -> str:
    """`thứ Tư, 30/10/2024`."""
    return dates.long_day(day, _language())


def in_their_words(values: Mapping[str, Any]) -> dict[str, Any]:
    """The gaps of a sentence with names of weekdays and figures said in the reader's language; nothing else moves."""
    return {name: _in_their_words(value) for name, value in values.items()}


def _in_their_words(value: Any) -> Any:  # noqa: ANN401 -- whatever fills a gap
    if isinstance(value, float):
        return figure(value)
    if isinstance(value, list | tuple):
        return "; ".join(str(_in_their_words(each)) for each in value)
    return _weekdays(value) if isinstance(value, str) else value


def figure(number: float) -> str:
    """`1.633`, `3,42`; `1,633`, `3.42` for who reads English."""
    return _separated(figures.figure(number))


def decimal(number: float, places: int = 1) -> str:
    """`3,4`, `12`: no idle zero; `3.4` for who reads English."""
    return _separated(figures.decimal(number, places))


def counted(number: float) -> str:
    """`1.633`; `1,633` for who reads English."""
    return _separated(figures.counted(number))


def _separated(said: str) -> str:
    """A figure with the signs of the reader's language between its parts."""
    return said if _language().startswith("vi") else said.translate(figures.SWAPPED)


def _weekdays(text: str) -> str:
    for said, wanted in zip(dates.WEEKDAYS["vi"], dates.WEEKDAYS.get(_language(), dates.WEEKDAYS["vi"]), strict=True):
        text = text.replace(said, wanted)
    return text


def week_day(day: date) -> str:
    """`thứ Tư, 30/10`, where the year is clear."""
    return dates.week_day(day, _language())


def days_left(day: date, today: date) -> str:
    """`còn 9 ngày`, `hôm nay`, `quá 2 ngày`."""
    left = (day - today).days
    if left == 0:
        return _("hôm nay")
    if left > 0:
        return ngettext("còn %(n)d ngày", "còn %(n)d ngày", left) % {"n": left}
    return ngettext("quá %(n)d ngày", "quá %(n)d ngày", -left) % {"n": -left}
