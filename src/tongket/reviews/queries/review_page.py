"""One review as its page shows it: what the unit said, what is noticed, what came when, and what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from tongket.conferences.queries.board import Shown
from tongket.core.findings import Finding
from tongket.core.stored_findings import findings_from_json
from tongket.reviews import values
from tongket.reviews.models import Answer, Attached, DraftField, Figure, Mention, Review, ReviewStep, ReviewVersion
from tongket.reviews.queries.findings import by_cell, figures_before, findings_of
from tongket.reviews.queries.outline import current_period, outline_of, period_value
from tongket.reviews.queries.progress import Level, Standing, level_of, progress, stands_today
from tongket.reviews.queries.reviews import standing_versions
from tongket.reviews.rules import NEXT, FigureState, ReviewState
from tongket.reviews.typed import number_said


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """A question with the unit's words; empty where it said nothing."""

    question: values.Question
    text: str


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure beside last period's, with what is noticed and what the unit said to it."""

    name: str
    measure: str
    period: str
    value: str
    row: Figure
    before: str
    findings: tuple[Finding, ...]

    @property
    def is_proposed(self) -> bool:
        """Whether the program only read it, and nobody stands behind it yet."""
        return self.row.state == FigureState.PROPOSED


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures that stand under one heading."""

    name: str
    rows: tuple[FigureShown, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything that the page of a review shows."""

    review: Review
    standing: Standing
    outline: values.Outline
    answers: tuple[AnswerShown, ...]
    groups: tuple[FigureGroup, ...]
    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]
    noticed: tuple[Finding, ...]
    attached: tuple[Attached, ...]
    versions: tuple[ReviewVersion, ...]
    steps: tuple[ReviewStep, ...]
    below: tuple[Standing, ...]
    has_drafts: bool

    @property
    def shown(self) -> Shown:
        """The state as pages show it."""
        return self.standing.shown

    @property
    def figures(self) -> tuple[FigureShown, ...]:
        """All figures that were given."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def answered(self) -> tuple[AnswerShown, ...]:
        """The questions that the unit answered."""
        return tuple(each for each in self.answers if each.text)

    @property
    def unanswered(self) -> tuple[AnswerShown, ...]:
        """Those that it left open."""
        return tuple(each for each in self.answers if not each.text)

    @property
    def proposed(self) -> tuple[FigureShown, ...]:
        """Those that were read in a report and wait for a person."""
        return tuple(row for row in self.figures if row.is_proposed)

    @property
    def level_below(self) -> Level:
        """How many of the units below delivered."""
        return level_of(self.below)

    def _may(self, state: ReviewState) -> bool:
        return bool(self.versions) and self.takes_in and state in NEXT[self.standing.state]

    @property
    def takes_in(self) -> bool:
        """Whether anything may still be done about it: its conference was not called off."""
        return not self.review.conference.is_cancelled

    @property
    def may_submit(self) -> bool:
        """Whether a version can come now."""
        return self.takes_in and ReviewState.SUBMITTED in NEXT[self.standing.state]

    @property
    def may_confirm(self) -> bool:
        """Whether it waits for the unit's leader."""
        return self.is_submitted and bool(self.versions) and not self.standing.is_confirmed

    @property
    def may_accept(self) -> bool:
        """Whether it can be accepted now: a leader stands behind it."""
        return self._may(ReviewState.ACCEPTED) and self.standing.is_confirmed

    @property
    def may_return(self) -> bool:
        """Whether it can be given back."""
        return self._may(ReviewState.RETURNED)

    @property
    def may_settle(self) -> bool:
        """Whether proposed figures can be confirmed now."""
        return self.is_submitted and bool(self.proposed)

    @property
    def is_submitted(self) -> bool:
        """Whether it lies there, neither taken nor given back, and something may be done about it."""
        return self.takes_in and self.standing.state == ReviewState.SUBMITTED


def review_page(review: Review, *, today: date) -> ReviewPage:
    """The page of one review; a constant number of queries."""
    outline = outline_of(review.conference)
    texts = _texts(review)
    findings = findings_of(review, outline=outline)
    versions = tuple(standing_versions(review)) if review.pk else ()
    return ReviewPage(
        review=review,
        standing=stands_today(review, today=today),
        outline=outline,
        answers=tuple(AnswerShown(each, texts.get(each.code, "")) for each in outline.questions),
        groups=_groups(review, outline, findings),
        mentions=tuple(Mention.objects.filter(review=review.pk).select_related("exemplar")) if review.pk else (),
        findings=findings,
        noticed=findings_from_json(versions[0].findings) if versions else (),
        attached=tuple(Attached.objects.filter(review=review.pk).select_related("file").order_by("pk")),
        versions=versions,
        steps=tuple(ReviewStep.objects.filter(review=review.pk).select_related("made_by").order_by("-made_at", "-pk")),
        below=progress(review.conference, under=review) if review.pk else (),
        has_drafts=DraftField.objects.filter(review=review.pk).exists() if review.pk else False,
    )


def _texts(review: Review) -> dict[str, str]:
    if not review.pk:
        return {}
    return dict(Answer.objects.filter(review=review).values_list("question__code", "text"))


def _groups(review: Review, outline: values.Outline, findings: Sequence[Finding]) -> tuple[FigureGroup, ...]:
    """The figures of the current period in their groups, then those of earlier ones."""
    if not review.pk:
        return ()
    said, before = by_cell(findings), figures_before(review, outline)
    period = current_period(outline)
    rows = Figure.objects.filter(review=review, indicator__is_removed=False).select_related("indicator", "period")
    ordered = rows.order_by("-period__is_current", "-period__last_on", "indicator__ordinal", "pk")
    shown = [(_heading(row, period), _shown(row, said, before)) for row in ordered]
    return tuple(
        FigureGroup(name, tuple(row for _name, row in found))
        for name, found in groupby(shown, key=lambda pair: pair[0])
    )


def _heading(row: Figure, period: values.Period | None) -> str:
    """Figures of another period than the current one stand under its name."""
    if period is None or row.period.code == period.code:
        return row.indicator.group
    return period_value(row.period).label


def _shown(
    row: Figure, said: Mapping[tuple[str, str], Sequence[Finding]], before: Mapping[str, Decimal]
) -> FigureShown:
    code, period = row.indicator.code, row.period.code
    last = before.get(code)
    return FigureShown(
        name=row.indicator.name,
        measure=row.indicator.measure,
        period=row.period.label,
        value=number_said(row.value) if row.value is not None else "",
        row=row,
        before=number_said(last) if last is not None and row.period.is_current else "",
        findings=tuple(said.get((code, period), ())),
    )
