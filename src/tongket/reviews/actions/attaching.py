"""What lies beside a review: minutes and photos of the meeting; and the files are let go again."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_in import must_take_in
from tongket.core import audit, files
from tongket.core.text import clean
from tongket.reviews.actions.keeping import kept
from tongket.reviews.models import Attached, Review

SORTS = ("minutes", "photo", "other")


@transaction.atomic
def attach(*, review: Review, data: bytes, name: str, sort: str, caption: str, by: User, now: datetime) -> Attached:
    """Keeps a file beside the review; `sort` is one of SORTS, a KeyError names another. Raises CalledOff."""
    if sort not in SORTS:
        raise KeyError(sort)
    must_take_in(review.conference)
    row = kept(review, now=now)
    file = files.store(data=data, name=name, now=now)
    attached = Attached.objects.create(
        review=row, file=file, sort=sort, caption=clean(caption)[:300], made_by=by, made_at=now
    )
    changes = {"attached": attached.pk, "sort": sort}
    audit.record(verb="attach", subject=row, scope=row.conference, by=by, now=now, changes=changes)
    return attached


@transaction.atomic
def detach(*, attached: Attached, by: User, now: datetime) -> None:
    """Takes a file away from beside the review; raises CalledOff."""
    row, file = attached.review, attached.file
    must_take_in(row.conference)
    changes = {"attached": attached.pk}
    audit.record(verb="detach", subject=row, scope=row.conference, by=by, now=now, changes=changes)
    attached.delete()
    files.discard(file)
