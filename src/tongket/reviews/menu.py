"""The menu entries of this room: reviews for people of the host, and what a unit owes to one above it."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.accounts.requests import signed_in
from tongket.conferences.here import here_of
from tongket.core.findings import words
from tongket.core.menu import Count, Group, MenuEntry
from tongket.reviews.access import below_of
from tongket.reviews.models import Review
from tongket.reviews.queries.tree import topmost
from tongket.reviews.rules import ReviewState


def _reviews(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("reviews:list", args=[here.conference.pk]) if here and here.rights.is_host else None


def _waiting(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or not here.rights.is_host:
        return None
    waiting = Review.objects.filter(topmost(here.conference), conference=here.conference, state=ReviewState.SUBMITTED)
    return Count(waiting.count(), words("báo cáo chờ xem"))


def _mine(request: HttpRequest) -> str | None:
    if not request.user.is_authenticated or not below_of(signed_in(request)).exists():
        return None
    return reverse("reviews:mine")


NAMES = ("review", "write", "enter", "hand_in", "figures", "outline", "below", "bundle")
PAGES = frozenset(f"reviews:{name}" for name in NAMES)
ENTRIES = (
    MenuEntry("reviews", words("Báo cáo đơn vị"), "sum", Group.PREPARATION, 25, _reviews, _waiting, PAGES),
    MenuEntry("own_reviews", words("Báo cáo phải gửi"), "sum", Group.OFFICE, 15, _mine),
)
