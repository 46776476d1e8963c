"""Which of this room's lines in the trail can be taken back, and how; registered when Django is ready."""

from functools import partial

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.access import run_office_for
from tongket.conferences.actions.taking_back import take_back_many
from tongket.conferences.way_back import WayBack, register_way_back
from tongket.core.models import Event
from tongket.delegates.actions.listing import ACCEPT_ALL


def register() -> None:
    """Lets the office take back that it took note of all lists at once."""
    register_way_back(_accepted, ACCEPT_ALL)


def _accepted(request: HttpRequest, _event: Event, key: str) -> WayBack:
    conference, _rights = run_office_for(request, int(key))
    return WayBack(reverse("delegates:list", args=[conference.pk]), partial(take_back_many, conference=conference))
