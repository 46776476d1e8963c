"""Writes what a version says into the rows of answers, figures and named models."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from tongket.core.text import clean, fold, nfc
from tongket.reviews import values
from tongket.reviews.models import Answer, Figure, Indicator, Mention, Outline, Period, Question, Review
from tongket.reviews.rules import FigureState

Cell = tuple[str, str]


def write_answers(review: Review, outline: Outline, answers: Mapping[str, str], *, now: datetime) -> None:
    """The answers as they stand from now on; a question that is not answered any more is left empty.

    Answers to removed questions stay as they were: nobody was asked again.
    """
    kept = {row.question_id: row for row in Answer.objects.filter(review=review)}
    for question in Question.objects.filter(outline=outline, is_removed=False):
        text, row = nfc(answers.get(question.code, "")).strip(), kept.get(question.pk)
        if row is None and text:
            Answer.objects.create(review=review, question=question, text=text, changed_at=now)
        elif row is not None and row.text != text:
            row.text, row.revision, row.changed_at = text, row.revision + 1, now
            row.save(update_fields=["text", "revision", "changed_at"])


def write_figures(review: Review, outline: Outline, figures: Iterable[values.Figure]) -> None:
    """The figures as they stand from now on.

    A version with confirmed figures replaces all. One that the program read in a report only proposes: its figures fill
    what nobody stood behind yet, and what a person confirmed stays.
    """
    told = {(each.indicator, each.period): each for each in figures if _is_told(each)}
    is_proposal = bool(told) and all(each.state is FigureState.PROPOSED for each in told.values())
    indicators = {row.code: row for row in Indicator.objects.filter(outline=outline)}
    periods = {row.code: row for row in Period.objects.filter(outline=outline)}
    rows = Figure.objects.filter(review=review).select_related("indicator", "period")
    kept: dict[Cell, Figure] = {(row.indicator.code, row.period.code): row for row in rows}
    stay = {cell for cell, row in kept.items() if _stays(row, is_proposal=is_proposal)}
    gone = [row.pk for cell, row in kept.items() if cell not in told and cell not in stay]
    Figure.objects.filter(pk__in=gone).delete()
    for cell, figure in told.items():
        if cell in stay or cell[0] not in indicators or cell[1] not in periods:
            continue
        row = kept.get(cell) or Figure(review=review, indicator=indicators[cell[0]], period=periods[cell[1]])
        write_figure(row, figure)


def _is_told(figure: values.Figure) -> bool:
    return figure.value is not None or bool(figure.written.strip())


def _stays(row: Figure, *, is_proposal: bool) -> bool:
    """What a version does not touch: figures of removed indicators, and confirmed ones where it only proposes."""
    return row.indicator.is_removed or (is_proposal and row.state == FigureState.CONFIRMED)


def write_figure(row: Figure, figure: values.Figure) -> None:
    """One figure's row as `figure` says; a changed one loses what was said to an earlier finding."""
    if row.pk and (row.value, row.state) != (figure.value, figure.state):
        row.kept_because = ""
    row.value, row.written = figure.value, clean(figure.written)[:120]
    row.about, row.note, row.quote = figure.about[:20], figure.note, figure.quote
    row.page, row.block, row.cell = figure.place.page, figure.place.block, figure.place.cell[:80]
    row.state = figure.state
    row.revision += 1
    row.save()


def write_mentions(review: Review, named: Iterable[values.Named]) -> None:
    """The models that the review names; one named before keeps the exemplar it was tied to."""
    kept = {fold(row.name): row for row in Mention.objects.filter(review=review)}
    told = {fold(each.name): each for each in named if clean(each.name)}
    Mention.objects.filter(pk__in=[row.pk for key, row in kept.items() if key not in told]).delete()
    for key, each in told.items():
        row = kept.get(key) or Mention(review=review)
        row.name, row.owner_name = clean(each.name)[:300], clean(each.owner)[:300]
        row.place_name, row.quote = clean(each.place_name)[:200], each.quote
        row.save()


def write_held(review: Review, filled: values.Filled) -> None:
    """How the unit held its review and who signs; what the version does not say stays."""
    said: dict[str, object] = {
        "manner": filled.manner.value if filled.manner else "",
        "held_on": filled.held_on,
        "place": clean(filled.place)[:300],
        "attended": filled.attended,
        "signer_name": clean(filled.signer)[:120],
        "signer_post": clean(filled.signer_post)[:200],
    }
    changed = {name: value for name, value in said.items() if value not in {"", None}}
    for name, value in changed.items():
        setattr(review, name, value)
    if changed:
        review.save(update_fields=[*changed])
