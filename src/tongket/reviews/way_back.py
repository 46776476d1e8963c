"""Who may take back what was done with reviews of units below those of the plan, and where one stands afterwards."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse

from tongket.conferences.way_back import WayBack, register_way_back
from tongket.core.models import Event
from tongket.reviews.access import review_for, write_review_for
from tongket.reviews.actions.taking_back import take_back_asking, take_back_move
from tongket.reviews.models import Review


def _move(request: HttpRequest, event: Event, key: str) -> WayBack:
    """Who wrote takes back what was submitted, who asked for it what was decided."""
    row = _row(key)
    found, reader = review_for(request, row.conference_id, row.unit_id)
    if not (reader.may_write if event.verb == "submit_review" else reader.may_decide):
        raise PermissionDenied
    at = row.upper if event.verb == "release_below" and row.upper else row
    page = "reviews:below" if event.verb == "release_below" else "reviews:review"
    return WayBack(reverse(page, args=[at.conference_id, at.unit_id]), partial(take_back_move, review=found))


def _asking(request: HttpRequest, _event: Event, key: str) -> WayBack:
    row = _row(key)
    found, _reader = write_review_for(request, row.conference_id, row.unit_id)
    back = reverse("reviews:below", args=[row.conference_id, row.unit_id])
    return WayBack(back, partial(take_back_asking, review=found))


def _row(key: str) -> Review:
    row = Review.objects.select_related("upper").filter(pk=int(key)).first()
    if row is None:
        raise Http404
    return row


def register() -> None:
    """Lets the one way back of conferences lead to what this room wrote into the trail."""
    register_way_back(_move, "submit_review", "accept_review", "return_review", "release_below")
    register_way_back(_asking, "ask_below")
