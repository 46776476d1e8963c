"""Answers, on every page alike, whoever tried to hand something in to a conference that was called off."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tongket.accounts.models import User
from tongket.conferences.access import Rights, rights_of
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock

NOBODY = Rights(is_host=False, is_clerk=False, is_leader=False, units=frozenset(), is_called_off=True)
# A shorter word that stands alone is a choice or a day, which nobody misses; a name is two words.
LEAST_LETTERS = 12
PLACES = frozenset({"csrfmiddlewaretoken", "kept", "revision", "do", "next", "from"})


class TellCalledOff:
    """One page for every door that refuses: what happened, whom to ask, and the words just typed, so none is lost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Every other answer goes by unchanged."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page where the fault is ours; None leaves every other one to whom it concerns."""
        if not isinstance(exception, CalledOff):
            return None
        known = Conference.objects.select_related("host", "cancelled_by")
        conference = known.get(pk=exception.conference_id)
        user = request.user
        rights = rights_of(user, conference, on=clock.today()) if isinstance(user, User) else NOBODY
        enter(request, conference, rights)
        context = {"conference": conference, "typed": _typed(request), "back": _back(request, conference, rights)}
        return render(request, "conferences/called_off.html", context, status=409)


def _typed(request: HttpRequest) -> list[str]:
    """What was written into the form, as it was typed."""
    posted = ((name, str(text).strip()) for name, text in request.POST.items() if name not in PLACES)
    written = ((name, text) for name, text in posted if len(text) >= LEAST_LETTERS or " " in text)
    return [text for name, text in written if not name.startswith("r:")]


def _back(request: HttpRequest, conference: Conference, rights: Rights) -> str:
    """Where what was handed in before is read: the unit's page, the office's overview, else the letter's own page."""
    if rights.is_host:
        return reverse("conferences:dashboard", args=[conference.pk])
    if rights.units:
        return reverse("conferences:unit", args=[conference.pk, min(rights.units)])
    return request.path
