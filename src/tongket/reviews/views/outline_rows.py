"""What is asked as its editor shows it: each row with the form that changes it, and what was removed."""

from dataclasses import dataclass
from typing import Any

from django import forms

from tongket.conferences.models import Conference
from tongket.core.dates import plain_day
from tongket.reviews import values
from tongket.reviews.models import Indicator, Outline, Period, Question
from tongket.reviews.outline_forms import IndicatorForm, PeriodForm, QuestionForm
from tongket.reviews.queries.issued import Change, Issued, issued_of
from tongket.reviews.queries.outline import indicators_of, kept_outline, outline_of, questions_of

QUESTION = tuple(QuestionForm.base_fields)
INDICATOR = tuple(IndicatorForm.base_fields)
FORMS: dict[str, type[forms.Form]] = {"question": QuestionForm, "indicator": IndicatorForm, "period": PeriodForm}


@dataclass(frozen=True, slots=True)
class Editable:
    """A row with the form that changes it; `is_open` where what was typed was wrong."""

    row: Any
    form: forms.Form
    is_open: bool


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """Something that is asked otherwise than the document in force says, with the labels of what was changed."""

    change: Change
    fields: str


@dataclass(frozen=True, slots=True)
class OutlinePage:
    """The editor: rows where the outline is kept, else only `drafted`, which the plan makes."""

    outline: Outline | None
    drafted: values.Outline
    issued: Issued | None
    changes: tuple[ChangeShown, ...]
    questions: tuple[Editable, ...]
    indicators: tuple[Editable, ...]
    periods: tuple[Editable, ...]
    gone_questions: tuple[Question, ...]
    gone_indicators: tuple[Indicator, ...]
    new_question: Editable
    new_indicator: Editable
    new_period: Editable


def outline_page(conference: Conference, bound: forms.Form | None) -> OutlinePage:
    """The editor of a conference's outline; a constant number of queries."""
    kept = kept_outline(conference)
    issued = issued_of(kept) if kept else None
    codes = codes_of(kept) if kept else []
    questions = questions_of(kept) if kept else []
    indicators = indicators_of(kept) if kept else []
    periods = list(kept.periods.order_by("last_on", "first_on", "pk")) if kept else []
    return OutlinePage(
        outline=kept,
        drafted=outline_of(conference),
        issued=issued,
        changes=tuple(ChangeShown(each, _labels(each)) for each in issued.changes) if issued else (),
        questions=tuple(_editable(row, _question_form(row), bound) for row in questions),
        indicators=tuple(_editable(row, _indicator_form(row, codes), bound) for row in indicators),
        periods=tuple(_editable(row, _period_form(row), bound) for row in periods),
        gone_questions=tuple(questions_of(kept, removed=True)) if kept else (),
        gone_indicators=tuple(indicators_of(kept, removed=True)) if kept else (),
        new_question=_editable(None, QuestionForm(prefix="question-new", initial={"is_needed": True}), bound),
        new_indicator=_editable(None, IndicatorForm(prefix="indicator-new", codes=codes), bound),
        new_period=_editable(None, PeriodForm(prefix="period-new"), bound),
    )


def _labels(change: Change) -> str:
    """The labels of the columns that were changed, as the form calls them."""
    known = FORMS[change.what].base_fields
    return ", ".join(str(known[name].label) for name in change.fields if name in known)


def codes_of(outline: Outline) -> list[tuple[str, str]]:
    """The indicators that another one may refer to, by code; one query."""
    return [(row.code, row.name) for row in indicators_of(outline)]


def _editable(row: Any, form: forms.Form, bound: forms.Form | None) -> Editable:  # noqa: ANN401 -- one of three rows
    if bound is not None and bound.prefix == form.prefix:
        return Editable(row, bound, is_open=True)
    return Editable(row, form, is_open=False)


def _question_form(row: Question) -> QuestionForm:
    return QuestionForm(prefix=f"question-{row.pk}", initial={name: getattr(row, name) for name in QUESTION})


def _indicator_form(row: Indicator, codes: list[tuple[str, str]]) -> IndicatorForm:
    initial = {name: getattr(row, name) for name in INDICATOR}
    return IndicatorForm(prefix=f"indicator-{row.pk}", initial=initial, codes=codes)


def _period_form(row: Period) -> PeriodForm:
    initial = {
        "label": row.label,
        "first_on": plain_day(row.first_on),
        "last_on": plain_day(row.last_on),
        "is_current": row.is_current,
    }
    return PeriodForm(prefix=f"period-{row.pk}", initial=initial)
