"""How the figures of a paper were counted, in words for its page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.core.said import decimal
from tongket.papers.checks import TITLES
from tongket.papers.meters import clock
from tongket.papers.queries.form import Ruled


@dataclass(frozen=True, slots=True)
class Counting:
    """The rate, the speaking time as a clock shows it, and how pages are counted."""

    rate: str
    spoken_clock: str
    how_pages: str


def counting_of(ruled: Ruled, minutes: float | None) -> Counting:
    """How a paper that takes so many minutes was counted."""
    form, sheet = ruled.form, ruled.form.sheet
    whole, seconds = clock(minutes or 0)
    margins = "–".join(decimal(edge) for edge in (sheet.top_mm, sheet.bottom_mm, sheet.left_mm, sheet.right_mm))
    how = _(
        "Cả bài được dàn lại: chữ %(size)s, dòng %(lines)s, lề trên–dưới–trái–phải %(margins)s mm. "
        "Thu nhỏ chữ hay lề trong tệp không đổi kết quả."
    )
    said = how % {"size": decimal(form.size_pt), "lines": decimal(form.lines, 2), "margins": margins}
    return Counting(decimal(ruled.limits.rate), f"{whole}:{seconds:02}", said)


def pages_words(said: str) -> str:
    """`3,4 trang` for a figure as it is said."""
    return ngettext("%(n)s trang", "%(n)s trang", 1 if said == "1" else 2) % {"n": said}


def limits_words(ruled: Ruled) -> str:
    """`Không quá 3 trang A4 và 7 phút.`, or the one that is set."""
    limits = ruled.limits
    if limits.pages and limits.minutes:
        gaps = {"n": decimal(limits.pages), "m": decimal(limits.minutes)}
        return _("Không quá %(n)s trang A4 và %(m)s phút.") % gaps
    if limits.pages:
        return _("Không quá %(n)s trang A4.") % {"n": decimal(limits.pages)}
    return _("Không quá %(m)s phút.") % {"m": decimal(limits.minutes)} if limits.minutes else ""


def names_of_checks(codes: Iterable[str]) -> tuple[str, ...]:
    """What each check looked at, in words."""
    return tuple(_(TITLES[code]) for code in codes if code in TITLES)
