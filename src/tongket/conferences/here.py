"""What a request knows of the conference it stands in: set once by the view, read by the shell and its menu."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from tongket.conferences.access import Rights
from tongket.conferences.models import Conference
from tongket.conferences.queries.calling_off import called_off_words
from tongket.core import clock, said
from tongket.core.shell import Where, stand_at


@dataclass(frozen=True, slots=True)
class Here:
    """The conference of this request and what the reader may do there."""

    conference: Conference
    rights: Rights


def enter(request: HttpRequest, conference: Conference, rights: Rights) -> Here:
    """Puts the conference into the header and the menu of this request."""
    here = Here(conference, rights)
    request.here = here  # type: ignore[attr-defined]
    search = reverse("conferences:search", args=[conference.pk]) if rights.may_see_all else ""
    band = called_off_words(conference, is_host=rights.is_host)
    stand_at(request, Where(conference.short_title, day_note(conference), search, band))
    return here


def here_of(request: HttpRequest) -> Here | None:
    """The conference of this request, None on pages outside of one."""
    return getattr(request, "here", None)


def day_note(conference: Conference) -> str:
    """`thứ Tư, 30/10/2024, còn 9 ngày`, that the day is not fixed, or that it does not come."""
    if conference.is_cancelled:
        return _("đã hủy")
    if conference.held_on is None:
        return _("chưa chốt ngày họp")
    return f"{said.long_day(conference.held_on)}, {said.days_left(conference.held_on, clock.today())}"
