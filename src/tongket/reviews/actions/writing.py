"""The web form is submitted: what stands in it as a whole is the next version."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.reviews.actions.keeping import kept
from tongket.reviews.actions.submitting import ON_THE_PAGE, Came, submit_review
from tongket.reviews.models import Figure, Review, ReviewVersion
from tongket.reviews.queries.drafts import filled_from, written
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.rules import CameAs


class NothingWritten(ValueError):
    """The form is empty: no answer and no figure stands in it."""


@transaction.atomic
def submit_written(*, review: Review, came: Came = ON_THE_PAGE, by: User, now: datetime) -> ReviewVersion:
    """Submits the form as it was saved; raises NothingWritten, DutyMoved, ReviewMoved."""
    row = kept(review, now=now)
    outline = outline_of(row.conference)
    fields = written(row, outline)
    filled = filled_from(row, outline, fields)
    if not filled.answers and not filled.figures:
        raise NothingWritten(row.pk)
    reasons = {name[2:]: each.text.strip() for name, each in fields.items() if name.startswith("k:")}
    version = submit_review(review=row, filled=filled, came_as=CameAs.WEB, came=came, by=by, now=now)
    for figure in Figure.objects.filter(review=row).select_related("indicator", "period"):
        said = reasons.get(f"{figure.indicator.code}:{figure.period.code}", "")
        if figure.kept_because != said:
            figure.kept_because = said
            figure.save(update_fields=["kept_because"])
    return version
