"""Days in the language of the reader: `core.dates` with the language of this request filled in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tongket.core import dates


def _language() -> str:
    return get_language() or "vi"


def long_day(day: date) -> str:
    """`thứ Tư, 30/10/2024`."""
    return dates.long_day(day, _language())


def in_their_words(values: Mapping[str, Any]) -> dict[str, Any]:
    """The gaps of a sentence with Vietnamese names of weekdays said in the reader's language; nothing else moves."""
    return {name: _weekdays(value) if isinstance(value, str) else value for name, value in values.items()}


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
