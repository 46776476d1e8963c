"""Pages and minutes of a paper against what they may be, as meters."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.core.said import decimal
from tongket.papers.meters import Bar, Figure, Look, bar_of, clock, places_beside
from tongket.papers.queries.counting import pages_words
from tongket.papers.queries.form import Ruled


@dataclass(frozen=True, slots=True)
class Meter:
    """One figure, what it may be, and its bar."""

    figure: str
    wanted: str
    look: Look
    bar: Bar


def figures_of(measured: Mapping[str, Any], ruled: Ruled) -> tuple[Figure, Figure]:
    """Pages and minutes of a version beside their limits."""
    limits, syllables = ruled.limits, measured.get("syllables")
    fast = None if syllables is None else syllables / limits.fast_rate
    pages = Figure(measured.get("pages_standard"), limits.pages, measured.get("pages_single"))
    return pages, Figure(measured.get("speaking_minutes"), limits.minutes, fast)


def meters_of(measured: Mapping[str, Any], ruled: Ruled) -> tuple[Meter, ...]:
    """Pages and minutes as meters; nothing where they were not measured."""
    pages, minutes = figures_of(measured, ruled)
    if pages.value is None or minutes.value is None:
        return ()
    wanted_pages = _("cần không quá %(n)s") % {"n": decimal(pages.most)} if pages.most else _("không giới hạn")
    wanted = _("cần không quá %(n)s phút") % {"n": decimal(minutes.most)} if minutes.most else _("không giới hạn")
    counted = pages_words(decimal(pages.value, places_beside(pages.value, pages.most)))
    return (
        Meter(counted, wanted_pages, pages.look, bar_of(pages.value, pages.most)),
        Meter(spoken_words(minutes.value), wanted, minutes.look, bar_of(minutes.value, minutes.most)),
    )


def spoken_words(minutes: float) -> str:
    """`8 phút 10 giây`, `7 phút`."""
    whole, seconds = clock(minutes)
    if not seconds:
        return ngettext("%(n)d phút", "%(n)d phút", whole) % {"n": whole}
    return _("%(n)d phút %(s)d giây") % {"n": whole, "s": seconds}
