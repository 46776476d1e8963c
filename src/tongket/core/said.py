"""Days in the language of the reader: `core.dates` with the language of this request filled in."""

from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tongket.core import dates


def _language() -> str:
    return get_language() or "vi"


def long_day(day: date) -> str:
    """`thứ Tư, 30/10/2024`."""
    return dates.long_day(day, _language())


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
