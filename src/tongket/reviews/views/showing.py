"""The page of a review put together for whoever reads it: the office with its frame, a unit with its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tongket.conferences.here import enter
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.core import clock, said
from tongket.reviews.access import Reader
from tongket.reviews.forms import AttachForm, ReturnForm
from tongket.reviews.models import Review
from tongket.reviews.queries.review_page import review_page


def around(request: HttpRequest, review: Review, reader: Reader) -> dict[str, object]:
    """What every page of one review says beside its own; puts the conference into the header."""
    conference = review.conference
    enter(request, conference, reader.rights)
    return {
        "frame": "core/base.html" if reader.rights.is_host else "core/plain.html",
        "conference": conference,
        "review": review,
        "duty": review.duty,
        "reader": reader,
        "latest": latest_ordinal(conference),
        "plan_url": reverse("conferences:plan", args=[conference.pk]),
    }


def shown_review(
    request: HttpRequest, review: Review, reader: Reader, forms: dict[str, object], status: int = 200
) -> HttpResponse:
    """The page of a review, with what was typed into `forms` where something was wrong with it."""
    page = review_page(review, today=clock.today())
    due = page.standing.due_on
    context = around(request, review, reader) | {
        "page": page,
        "forms": {"return": ReturnForm(), "attach": AttachForm()} | forms,
        "left": said.days_left(due, clock.today()) if due and not page.standing.is_delivered else "",
    }
    return render(request, "reviews/review.html", context, status=status)
