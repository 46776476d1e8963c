"""The web form of a review: what was submitted, and over it what is being written, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tongket.core.dates import office_day, plain_day
from tongket.core.text import clean, fold, row_key
from tongket.reviews import values
from tongket.reviews.models import Answer, DraftField, Figure, Mention, Review
from tongket.reviews.queries.filled import figures_of
from tongket.reviews.queries.outline import asked_indicators, current_period
from tongket.reviews.reports.naming import named_in_answers
from tongket.reviews.rules import FigureState, Manner
from tongket.reviews.typed import number_said, number_typed

HELD = ("manner", "held_on", "place", "attended", "signer_name", "signer_post")


@dataclass(frozen=True, slots=True)
class Written:
    """One field: its text as it is being written, its revision, and what another window typed."""

    name: str
    text: str
    revision: int = 0
    aside: str = ""
    is_draft: bool = False


def names_of(outline: values.Outline) -> tuple[str, ...]:
    """The names of all fields that the outline asks for, in order."""
    period = current_period(outline)
    cells = [f"{each.code}:{period.code}" for each in asked_indicators(outline)] if period else []
    held = [f"m:{name}" for name in HELD]
    questions = [f"q:{each.code}" for each in outline.questions]
    return (*held, *questions, *(f"f:{cell}" for cell in cells), *(f"k:{cell}" for cell in cells))


def submitted_texts(review: Review) -> dict[str, str]:
    """Each field as it was submitted last, by its name; three queries, none for a new review."""
    if not review.pk:
        return {}
    answers = Answer.objects.filter(review=review).exclude(text="").values_list("question__code", "text")
    texts = {f"q:{code}": text for code, text in answers}
    for row in Figure.objects.filter(review=review).select_related("indicator", "period"):
        cell = f"{row.indicator.code}:{row.period.code}"
        texts[f"f:{cell}"] = row.written or (number_said(row.value) if row.value is not None else "")
        texts[f"k:{cell}"] = row.kept_because
    return texts | {f"m:{name}": _held_text(getattr(review, name)) for name in HELD}


def _held_text(value: Any) -> str:  # noqa: ANN401 -- a field's value
    if isinstance(value, date):
        return plain_day(value)
    return "" if value is None else str(value)


def written(review: Review, outline: values.Outline) -> dict[str, Written]:
    """Every field of the form as it stands for its writer, in the order of the outline; four queries."""
    base = submitted_texts(review)
    drafts = {row.name: row for row in DraftField.objects.filter(review=review.pk)} if review.pk else {}
    return {name: _one(name, base.get(name, ""), drafts.get(name)) for name in names_of(outline)}


def _one(name: str, base: str, draft: DraftField | None) -> Written:
    if draft is None:
        return Written(name, base)
    return Written(name, draft.text, draft.revision, draft.aside, is_draft=draft.text != base)


def filled_from(review: Review, outline: values.Outline, fields: Mapping[str, Written]) -> values.Filled:
    """What the form says as a whole; figures that were read in a report and left alone stay proposed."""
    kept = {(each.indicator, each.period): each for each in figures_of(review)} if review.pk else {}
    held = {name: fields[f"m:{name}"].text for name in HELD}
    day, attended = office_day(held["held_on"]) if held["held_on"] else None, row_key(clean(held["attended"]))
    answers = _answers(outline, fields)
    return values.Filled(
        unit=review.unit.name,
        revision=outline.revision,
        answers=answers,
        figures=_figures(outline, fields, kept),
        exemplars=_exemplars(review, outline, answers),
        manner=Manner(held["manner"]) if held["manner"] in set(Manner) else None,
        held_on=day if isinstance(day, date) else None,
        signer=held["signer_name"],
        signer_post=held["signer_post"],
        place=held["place"],
        attended=attended,
    )


def _answers(outline: values.Outline, fields: Mapping[str, Written]) -> dict[str, str]:
    texts = {each.code: fields[f"q:{each.code}"].text.strip() for each in outline.questions}
    return {code: text for code, text in texts.items() if text}


def _figures(
    outline: values.Outline, fields: Mapping[str, Written], kept: Mapping[tuple[str, str], values.Figure]
) -> tuple[values.Figure, ...]:
    period = current_period(outline)
    if period is None:
        return tuple(kept.values())
    asked = {(each.code, period.code): each for each in asked_indicators(outline)}
    made = [
        figure
        for cell, indicator in asked.items()
        if (figure := _figure(indicator, period.code, fields[f"f:{cell[0]}:{cell[1]}"], kept.get(cell)))
    ]
    return (*made, *(figure for cell, figure in kept.items() if cell not in asked))


def _figure(
    indicator: values.Indicator, period: str, field: Written, kept: values.Figure | None
) -> values.Figure | None:
    """The figure of a field: the one that stands where nothing was typed over it, else what was typed."""
    if kept is not None and not field.is_draft:
        return kept
    if not field.text.strip():
        return None
    typed = number_typed(field.text, indicator)
    return values.Figure(
        indicator.code, period, typed.value, clean(field.text)[:120], typed.about, state=FigureState.CONFIRMED
    )


def _exemplars(review: Review, outline: values.Outline, answers: Mapping[str, str]) -> tuple[values.Named, ...]:
    """The models that the answers name, and those that came another way; one that an answer dropped is gone."""
    named = named_in_answers(outline.questions, answers)
    if not review.pk:
        return named
    before = dict(Answer.objects.filter(review=review).values_list("question__code", "text"))
    from_answers = {fold(each.name) for each in (*named_in_answers(outline.questions, before), *named)}
    rows = Mention.objects.filter(review=review).order_by("pk")
    kept = (values.Named(row.name, row.owner_name, row.place_name, row.quote) for row in rows)
    return (*(each for each in kept if fold(each.name) not in from_answers), *named)
