"""The office edits what is asked; whatever is removed or changed, no answer and no figure is lost."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F, Max

from tongket.accounts.models import User
from tongket.core import audit
from tongket.reviews.actions.tallying import add_up_all
from tongket.reviews.models import Figure, Indicator, Outline, Period, Question
from tongket.reviews.outlining import code_of
from tongket.reviews.rules import Kind

Asked = TypeVar("Asked", Question, Indicator)
# What an indicator's figures are said in: it cannot change once figures stand.
FIXED = ("measure", "nature", "span")
# How an indicator's figures are added up.
ADDED_BY = {"gather", "numerator", "denominator", "names_exemplars"}


class FiguresStand(ValueError):
    """Figures were given in the indicator's measure; asking for another one would change what units said."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class PeriodNeeded(ValueError):
    """One period of an outline is the current one; it is made another before it goes."""


@transaction.atomic
def add_question(
    *, outline: Outline, kind: Kind, heading: str, text: str, clause: str = "", is_needed: bool, by: User, now: datetime
) -> Question:
    """Asks one more thing, after all others."""
    row = Question.objects.create(
        outline=outline,
        code=_free_code(outline.questions.values_list("code", flat=True), code_of("", heading or text)),
        ordinal=_next(outline.questions.all()),
        kind=kind,
        heading=heading,
        text=text,
        clause=clause,
        is_needed=is_needed,
    )
    _changed(outline, "add_question", {"question": row.code}, by=by, now=now)
    return row


@transaction.atomic
def change_question(*, question: Question, values: Mapping[str, Any], by: User, now: datetime) -> Question:
    """Asks it otherwise; its answers stay."""
    changed = _set(question, values)
    if changed:
        _changed(question.outline, "change_question", {"question": question.code, "fields": changed}, by=by, now=now)
    return question


@transaction.atomic
def add_indicator(*, outline: Outline, values: Mapping[str, Any], by: User, now: datetime) -> Indicator:
    """Asks for one more figure, after all others; `values` are fields of the row."""
    code = _free_code(outline.indicators.values_list("code", flat=True), code_of("", str(values["name"])))
    row = Indicator(outline=outline, code=code, ordinal=_next(outline.indicators.all()))
    _set(row, values)
    row.save()
    _changed(outline, "add_indicator", {"indicator": row.code}, by=by, now=now)
    return row


@transaction.atomic
def change_indicator(*, indicator: Indicator, values: Mapping[str, Any], by: User, now: datetime) -> Indicator:
    """Asks for it otherwise; its figures stay. Raises FiguresStand where they would mean something else."""
    touched = [name for name in FIXED if name in values and getattr(indicator, name) != values[name]]
    figures = Figure.objects.filter(indicator=indicator).count() if touched else 0
    if figures:
        raise FiguresStand(figures)
    changed = _set(indicator, values)
    if changed:
        said = {"indicator": indicator.code, "fields": changed}
        _changed(indicator.outline, "change_indicator", said, by=by, now=now)
    if ADDED_BY.intersection(changed):
        add_up_all(indicator.outline.conference)
    return indicator


@transaction.atomic
def remove(*, asked: Asked, by: User, now: datetime) -> Asked:
    """Asks for it no longer; what units said to it stays and can be asked for again."""
    return _put(asked, removed=True, verb="remove_asked", by=by, now=now)


@transaction.atomic
def restore(*, asked: Asked, by: User, now: datetime) -> Asked:
    """Asks for it again, with what units said to it before."""
    return _put(asked, removed=False, verb="restore_asked", by=by, now=now)


def _put(asked: Asked, *, removed: bool, verb: str, by: User, now: datetime) -> Asked:
    if asked.is_removed != removed:
        asked.is_removed = removed
        asked.save(update_fields=["is_removed"])
        _changed(asked.outline, verb, {type(asked).__name__.lower(): asked.code}, by=by, now=now)
        if isinstance(asked, Indicator):
            add_up_all(asked.outline.conference)
    return asked


@transaction.atomic
def move(*, asked: Asked, steps: int, by: User, now: datetime) -> None:
    """Moves it so many places down (above 0) or up (below 0) among what is asked; at the ends it stays."""
    order = list(type(asked).objects.filter(outline=asked.outline, is_removed=False).order_by("ordinal", "pk"))
    at = next(place for place, row in enumerate(order) if row.pk == asked.pk)
    to = min(max(at + steps, 0), len(order) - 1)
    if to == at:
        return
    order.insert(to, order.pop(at))
    for ordinal, row in enumerate(order, 1):
        row.ordinal = ordinal
    type(asked).objects.bulk_update(order, ["ordinal"])
    said = {type(asked).__name__.lower(): asked.code, "from": at + 1, "to": to + 1}
    _changed(asked.outline, "move_asked", said, by=by, now=now)


@transaction.atomic
def set_period(
    *, outline: Outline, period: Period | None, values: Mapping[str, Any], by: User, now: datetime
) -> Period:
    """Adds a period (None) or changes one: `label`, `first_on`, `last_on`, `is_current`, and `code` of a new one.

    A period that becomes the current one takes the place of the one that was.
    """
    row = period or Period(
        outline=outline, code=_free_code(outline.periods.values_list("code", flat=True), _code(values))
    )
    if values.get("is_current"):
        outline.periods.filter(is_current=True).exclude(pk=row.pk).update(is_current=False)
    changed = _set(row, {name: value for name, value in values.items() if name != "code"})
    row.save()
    if changed or period is None:
        _changed(
            outline, "set_period", {"period": row.code, "fields": changed, "is_new": period is None}, by=by, now=now
        )
    if "is_current" in changed:
        # What is told twice is taken off the current period alone.
        add_up_all(outline.conference)
    return row


@transaction.atomic
def remove_period(*, period: Period, by: User, now: datetime) -> None:
    """Drops a period to compare with; raises PeriodNeeded for the current one, FiguresStand where it has figures."""
    if period.is_current:
        raise PeriodNeeded(period.code)
    figures = Figure.objects.filter(period=period).count()
    if figures:
        raise FiguresStand(figures)
    outline, code = period.outline, period.code
    period.delete()
    _changed(outline, "remove_period", {"period": code}, by=by, now=now)


def _code(values: Mapping[str, Any]) -> str:
    return str(values.get("code") or values["last_on"].year)[:20]


def _set(row: Question | Indicator | Period, values: Mapping[str, Any]) -> list[str]:
    """Sets the fields that differ and saves them; returns their names."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed and row.pk:
        row.save(update_fields=changed)
    return changed


def _next(rows: Any) -> int:  # noqa: ANN401 -- the questions or indicators of an outline
    return (rows.aggregate(last=Max("ordinal"))["last"] or 0) + 1


def _free_code(taken: Any, wanted: str) -> str:  # noqa: ANN401 -- codes of an outline
    """`wanted`, with a number behind it where it is taken: a code is never used twice."""
    codes, base, number = set(taken), wanted[:36], 1
    while (code := base if number == 1 else f"{base}-{number}") in codes:
        number += 1
    return code


def _changed(outline: Outline, verb: str, changes: dict[str, Any], *, by: User, now: datetime) -> None:
    """What is asked is another: forms that went out before are known by their revision."""
    Outline.objects.filter(pk=outline.pk).update(revision=F("revision") + 1)
    outline.refresh_from_db(fields=["revision"])
    said = changes | {"revision": outline.revision}
    audit.record(verb=verb, subject=outline, scope=outline.conference, by=by, now=now, changes=said)
