"""The outline of a conference comes to be: of the plan's facts and the shipped set, then the office edits it."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.reviews import values
from tongket.reviews.models import Indicator, Outline, Period, Question
from tongket.reviews.queries.outline import drafted_for, kept_outline

INDICATOR_FIELDS = tuple(values.Indicator.__dataclass_fields__)


@transaction.atomic
def make_outline(*, conference: Conference, by: User | None, now: datetime) -> Outline:
    """The outline's rows, made of the plan where they are not there yet; `by` None is the program itself."""
    Conference.objects.select_for_update().get(pk=conference.pk)
    kept = kept_outline(conference)
    if kept is not None:
        return kept
    drafted = drafted_for(conference)
    outline = Outline.objects.create(conference=conference, revision=drafted.revision, made_at=now)
    _fill(outline, drafted)
    audit.record(verb="make_outline", subject=outline, scope=conference, by=by, now=now)
    return outline


def _fill(outline: Outline, drafted: values.Outline) -> None:
    Question.objects.bulk_create(
        question_row(outline, each, ordinal) for ordinal, each in enumerate(drafted.questions, 1)
    )
    Indicator.objects.bulk_create(
        indicator_row(outline, each, ordinal) for ordinal, each in enumerate(drafted.indicators, 1)
    )
    Period.objects.bulk_create(period_row(outline, each) for each in drafted.periods)


def question_row(outline: Outline, asked: values.Question, ordinal: int) -> Question:
    """The row of a question, not stored yet."""
    return Question(
        outline=outline,
        ordinal=ordinal,
        code=asked.code,
        kind=asked.kind,
        heading=asked.heading,
        text=asked.text,
        clause=asked.clause,
        is_needed=asked.is_needed,
    )


def indicator_row(outline: Outline, asked: values.Indicator, ordinal: int) -> Indicator:
    """The row of an indicator, not stored yet."""
    return Indicator(outline=outline, ordinal=ordinal, **{name: getattr(asked, name) for name in INDICATOR_FIELDS})


def period_row(outline: Outline, asked: values.Period) -> Period:
    """The row of a period, not stored yet."""
    return Period(
        outline=outline,
        code=asked.code,
        label=asked.label,
        first_on=asked.first_on,
        last_on=asked.last_on,
        is_current=asked.is_current,
    )
