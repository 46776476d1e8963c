"""Reviews as JSON: who delivered on any day, one review whole, what is asked, and the steps of deciding."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import Router, Schema

from tongket.accounts.requests import signed_in
from tongket.conferences.access import conference_for, office_for
from tongket.conferences.actions.duties import end_of_day
from tongket.core import clock
from tongket.core.findings import as_json
from tongket.reviews.access import Reader, review_for
from tongket.reviews.actions.deciding import accept_review, confirm_review, return_review
from tongket.reviews.models import Review
from tongket.reviews.queries.filled import filled_of
from tongket.reviews.queries.findings import findings_of
from tongket.reviews.queries.listing import reviews_of, rows_as_json
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.progress import stands_today
from tongket.reviews.queries.reviews import standing_versions
from tongket.reviews.rules import Confirmed
from tongket.reviews.stored import to_json

router = Router(tags=["reviews"])
Answer = dict[str, Any]


class Seen(Schema):
    """Which state of the review the caller looked at."""

    revision: int


class Return(Seen):
    """What must be mended, and by which day."""

    remark: str
    due_on: date


@router.get("/{int:conference_id}/reviews")
def list_reviews(request: HttpRequest, conference_id: int, show: str = "", on: date | None = None) -> Answer:
    """The units that owe a review, for people of the host; `on` tells how they stood when that day ended.

    `show` is `waiting`, `missing`, `returned`, `accepted` or empty.
    """
    conference, _rights = office_for(request, conference_id)
    page = reviews_of(conference, shown=show, on=on if on and on < clock.today() else None)
    level = {"owed": page.level.owed, "delivered": page.level.delivered, "counted": page.level.counted}
    return level | {"reviews": rows_as_json(page.rows), "figures_asked": page.figures_asked}


@router.get("/{int:conference_id}/reviews/outline")
def outline(request: HttpRequest, conference_id: int) -> Answer:
    """What is asked of every unit: questions with their clause, indicators with their definition, periods."""
    conference, _rights = conference_for(request, conference_id)
    return asdict(outline_of(conference))


@router.get("/{int:conference_id}/reviews/{int:unit_id}")
def one_review(request: HttpRequest, conference_id: int, unit_id: int) -> Answer:
    """One review whole: where it stands, what the unit said, what is noticed, its versions."""
    review, _reader = review_for(request, conference_id, unit_id)
    return _whole(review)


@router.post("/{int:conference_id}/reviews/{int:unit_id}/confirm")
def confirm(request: HttpRequest, conference_id: int, unit_id: int, seen: Seen) -> Answer:
    """Puts the unit's leader behind it; who decides says with it that a signed paper was seen."""
    review, reader = _seen(request, conference_id, unit_id, seen)
    if not reader.may_confirm:
        raise PermissionDenied
    how = Confirmed.WEB if reader.leads else Confirmed.SIGNED
    confirm_review(review=review, how=how, by=signed_in(request), now=clock.now())
    return one_review(request, conference_id, unit_id)


@router.post("/{int:conference_id}/reviews/{int:unit_id}/accept")
def accept(request: HttpRequest, conference_id: int, unit_id: int, seen: Seen) -> Answer:
    """Takes it; 409 while no leader of the unit stands behind it."""
    review = _decided(request, conference_id, unit_id, seen)
    accept_review(review=review, by=signed_in(request), now=clock.now())
    return one_review(request, conference_id, unit_id)


@router.post("/{int:conference_id}/reviews/{int:unit_id}/return")
def give_back(request: HttpRequest, conference_id: int, unit_id: int, said: Return) -> Answer:
    """Gives it back with what must be mended by the end of a day."""
    review = _decided(request, conference_id, unit_id, said)
    due_at, by = end_of_day(said.due_on), signed_in(request)
    return_review(review=review, remark=said.remark, due_at=due_at, by=by, now=clock.now())
    return one_review(request, conference_id, unit_id)


def _seen(request: HttpRequest, conference_id: int, unit_id: int, seen: Seen) -> tuple[Review, Reader]:
    review, reader = review_for(request, conference_id, unit_id)
    review.revision = seen.revision
    return review, reader


def _decided(request: HttpRequest, conference_id: int, unit_id: int, seen: Seen) -> Review:
    review, reader = _seen(request, conference_id, unit_id, seen)
    if not reader.may_decide:
        raise PermissionDenied
    return review


def _whole(review: Review) -> Answer:
    standing = stands_today(review, today=clock.today())
    versions = standing_versions(review) if review.pk else ()
    return {
        "unit_id": review.unit_id,
        "state": standing.state.value,
        "confirmed": standing.is_confirmed,
        "counts": standing.counts,
        "revision": review.revision,
        "due_on": standing.due_on,
        "late": standing.days_late,
        "said": to_json(filled_of(review)),
        "findings": [as_json(each) for each in findings_of(review)],
        "versions": [
            {"ordinal": each.ordinal, "came_as": each.came_as, "channel": each.channel, "received_at": each.received_at}
            for each in versions
        ],
    }
