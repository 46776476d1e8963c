"""Pages and minutes of a paper against what they may be, as meters."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.core.said import decimal
from tongket.papers.meters import Bar, Look, bar_of, clock, look_of, places_beside
from tongket.papers.queries.counting import pages_words
from tongket.papers.queries.form import Ruled


@dataclass(frozen=True, slots=True)
class Meter:
    """One figure, what it may be, and its bar."""

    figure: str
    wanted: str
    look: Look
    bar: Bar


def meters_of(figures: Mapping[str, Any], ruled: Ruled) -> tuple[Meter, ...]:
    """Pages and minutes as meters; nothing where they were not measured."""
    if "pages_standard" not in figures:
        return ()
    limits = ruled.limits
    pages, tight = figures["pages_standard"], figures["pages_single"]
    minutes, syllables = figures["speaking_minutes"], figures["syllables"]
    wanted_pages = _("cần không quá %(n)s") % {"n": decimal(limits.pages)} if limits.pages else _("không giới hạn")
    wanted = _("cần không quá %(n)s phút") % {"n": decimal(limits.minutes)} if limits.minutes else _("không giới hạn")
    return (
        Meter(
            pages_words(decimal(pages, places_beside(pages, limits.pages))),
            wanted_pages,
            look_of(pages, tight, limits.pages),
            bar_of(pages, limits.pages),
        ),
        Meter(
            spoken_words(minutes),
            wanted,
            look_of(minutes, syllables / limits.fast_rate, limits.minutes),
            bar_of(minutes, limits.minutes),
        ),
    )


def spoken_words(minutes: float) -> str:
    """`8 phút 10 giây`, `7 phút`."""
    whole, seconds = clock(minutes)
    if not seconds:
        return ngettext("%(n)d phút", "%(n)d phút", whole) % {"n": whole}
    return _("%(n)d phút %(s)d giây") % {"n": whole, "s": seconds}
