"""The web form as its page shows it: questions, and figures in their groups with last period's and what is noticed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from tongket.core.findings import Finding
from tongket.reviews import values
from tongket.reviews.models import Review
from tongket.reviews.queries.drafts import HELD, Written, filled_from, written
from tongket.reviews.queries.findings import by_cell, figures_before, findings_of
from tongket.reviews.queries.outline import asked_indicators, current_period, outline_of
from tongket.reviews.typed import number_said


@dataclass(frozen=True, slots=True)
class QuestionField:
    """A question with the field of its answer."""

    question: values.Question
    field: Written


@dataclass(frozen=True, slots=True)
class FigureField:
    """An indicator with the field of its figure, the field of why it is kept, last period's value, and the findings."""

    indicator: values.Indicator
    field: Written
    reason: Written
    before: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that stand under one heading."""

    name: str
    rows: tuple[FigureField, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """Everything that the web form shows."""

    review: Review
    outline: values.Outline
    period: values.Period | None
    before: values.Period | None
    questions: tuple[QuestionField, ...]
    groups: tuple[Group, ...]
    held: Mapping[str, Written]
    findings: tuple[Finding, ...]
    asides: tuple[Written, ...]

    @property
    def has_drafts(self) -> bool:
        """Whether something was written since the last submission."""
        fields = [each.field for each in self.questions] + [row.field for group in self.groups for row in group.rows]
        return any(field.is_draft for field in (*fields, *self.held.values()))


def form_page(review: Review) -> FormPage:
    """The form of one review as it stands for its writer; a constant number of queries."""
    outline = outline_of(review.conference)
    fields = written(review, outline)
    filled = filled_from(review, outline, fields)
    findings = findings_of(review, outline=outline, figures=filled.figures)
    period = current_period(outline)
    earlier = [each for each in outline.periods if period and each.last_on < period.last_on]
    return FormPage(
        review=review,
        outline=outline,
        period=period,
        before=earlier[-1] if earlier else None,
        questions=tuple(QuestionField(each, fields[f"q:{each.code}"]) for each in outline.questions),
        groups=_groups(outline, fields, figures_before(review, outline), findings),
        held={name: fields[f"m:{name}"] for name in HELD},
        findings=findings,
        asides=tuple(each for each in fields.values() if each.aside),
    )


def _groups(
    outline: values.Outline,
    fields: Mapping[str, Written],
    before: Mapping[str, Decimal],
    findings: Sequence[Finding],
) -> tuple[Group, ...]:
    period = current_period(outline)
    if period is None:
        return ()
    said = by_cell(findings)
    rows = [
        FigureField(
            each,
            fields[f"f:{each.code}:{period.code}"],
            fields[f"k:{each.code}:{period.code}"],
            number_said(before[each.code]) if each.code in before else "",
            tuple(said.get((each.code, period.code), ())),
        )
        for each in asked_indicators(outline)
    ]
    return tuple(Group(name, tuple(found)) for name, found in groupby(rows, key=lambda row: row.indicator.group))
