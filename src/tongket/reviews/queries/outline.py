"""What a conference asks of every unit, as a value: the outline as the office keeps it, else as the plan makes it."""

from dataclasses import replace

from django.utils import timezone

from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.documents.kinds.known import facts_of, version_of
from tongket.reviews import values
from tongket.reviews.models import Indicator, Outline, Period, Question
from tongket.reviews.outlining import TITLE, drafted, told_apart
from tongket.reviews.rules import Gather, Kind, Nature, Span
from tongket.reviews.starter import starter

_INDICATOR = (
    "code",
    "name",
    "measure",
    "definition",
    "group",
    "decimals",
    "part_of",
    "numerator",
    "denominator",
    "minimum",
    "maximum",
    "not_above",
    "jump",
    "clause",
    "is_needed",
    "names_exemplars",
)


def kept_outline(conference: Conference) -> Outline | None:
    """The row of the outline, None while nobody needed it; one query."""
    return Outline.objects.filter(conference=conference).first()


def outline_of(conference: Conference) -> values.Outline:
    """What is asked, in order, without what was removed; four queries. One that is not kept yet is made of the plan."""
    kept = kept_outline(conference)
    return outline_value(kept) if kept else drafted_for(conference)


def drafted_for(conference: Conference) -> values.Outline:
    """The outline as plan and shipped set make it, not stored; two queries.

    The period that an earlier conference of the same host asked for is there to compare with.
    """
    facts = facts_of(version_of(conference))
    made = drafted(facts, starter(), today=timezone.localdate(clock.now()))
    earlier = Period.objects.filter(outline__conference__host=conference.host_id, is_current=True)
    earlier = earlier.exclude(outline__conference=conference).filter(last_on__lt=made.periods[-1].last_on)
    found = [replace(period_value(each), is_current=False) for each in earlier.order_by("last_on", "pk")]
    before = [told_apart(each, made.periods) for each in found]
    unique = {each.code: each for each in before}
    return values.Outline(made.title, made.revision, made.questions, made.indicators, (*unique.values(), *made.periods))


def outline_value(outline: Outline) -> values.Outline:
    """A kept outline as a value; three queries."""
    return values.Outline(
        title=TITLE,
        revision=outline.revision,
        questions=tuple(question_value(row) for row in questions_of(outline)),
        indicators=tuple(indicator_value(row) for row in indicators_of(outline)),
        periods=tuple(period_value(row) for row in outline.periods.order_by("last_on", "first_on", "pk")),
    )


def questions_of(outline: Outline, *, removed: bool = False) -> list[Question]:
    """The questions in order, or those that were removed."""
    return list(outline.questions.filter(is_removed=removed).order_by("ordinal", "pk"))


def indicators_of(outline: Outline, *, removed: bool = False) -> list[Indicator]:
    """The indicators in order, or those that were removed."""
    return list(outline.indicators.filter(is_removed=removed).order_by("ordinal", "pk"))


def question_value(row: Question) -> values.Question:
    """A question's row as a value."""
    return values.Question(row.code, row.text, Kind(row.kind), row.heading, row.clause, is_needed=row.is_needed)


def indicator_value(row: Indicator) -> values.Indicator:
    """An indicator's row as a value."""
    plain = {name: getattr(row, name) for name in _INDICATOR}
    return values.Indicator(**plain, nature=Nature(row.nature), span=Span(row.span), gather=Gather(row.gather))


def period_value(row: Period) -> values.Period:
    """A period's row as a value."""
    return values.Period(row.code, row.label, row.first_on, row.last_on, is_current=row.is_current)


def current_period(outline: values.Outline) -> values.Period | None:
    """The period that is asked; None where nobody said which."""
    return next((each for each in outline.periods if each.is_current), None)


def asked_indicators(outline: values.Outline) -> tuple[values.Indicator, ...]:
    """The indicators that a unit fills in: a rate follows from its two parts and is never typed."""
    return tuple(each for each in outline.indicators if not (each.numerator and each.denominator))
