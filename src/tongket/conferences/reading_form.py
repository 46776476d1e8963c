"""What a person did on the reading page, taken from the form: typed fields kept, one button carried out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict

from tongket.accounts.models import User
from tongket.conferences.actions import readings as act
from tongket.conferences.fact_fields import FIELDS, MANY, FactField, Shape, parse, typed_from, value_from
from tongket.conferences.models import FactState, Reading, ReadingFact
from tongket.conferences.queries.reading_page import Outcome
from tongket.core.findings import words
from tongket.core.text import row_key
from tongket.units.actions.units import create_unit_named
from tongket.units.models import Unit

HELD_ON = FactField("held_on", words("Ngày họp"), Shape.DAY)
STARTS_AT = FactField("starts_at", words("Bắt đầu"), Shape.CLOCK)


@dataclass(frozen=True, slots=True)
class Doing:
    """One press of a button: on which reading, with what form, by whom and when."""

    reading: Reading
    rows: Mapping[int, ReadingFact]
    post: QueryDict
    by: User
    now: datetime
    outcome: Outcome

    def fields_of(self, key: str, prefix: str) -> dict[str, str]:
        """The typed fields of a fact; a box that is not ticked sends nothing and counts as empty."""
        return {each.name: self.post.get(f"{prefix}{each.name}", "") for each in FIELDS[key]}


def carry_out(*, reading: Reading, rows: Sequence[ReadingFact], post: QueryDict, by: User, now: datetime) -> Outcome:
    """Saves every field that was typed anew, then carries out the button; nothing typed is lost over a fault."""
    doing = Doing(reading, {row.pk: row for row in rows}, post, by, now, Outcome())
    keep_when(doing)
    verb, _, argument = post.get("do", "").partition(":")
    for row in rows:
        if not (verb == "leave" and argument == str(row.pk)):
            keep_typed(doing, row)
    if verb in VERBS:
        VERBS[verb](doing, argument)
    return doing.outcome


def keep_when(doing: Doing) -> None:
    """Keeps day and hour of the conference as answers of the reading."""
    for each in (HELD_ON, STARTS_AT):
        typed = doing.post.get(each.name)
        if typed is None:
            continue
        value, fault = parse(each, typed)
        if fault is not None:
            doing.outcome.when[each.name] = fault
            doing.outcome.when_typed[each.name] = typed
        elif (value or "") != doing.reading.answers.get(each.name, ""):
            act.answer_finding(reading=doing.reading, finding=each.name, answer=value or "", by=doing.by, now=doing.now)


def keep_typed(doing: Doing, row: ReadingFact) -> None:
    """Saves one fact whose fields stand in the form and say something new."""
    prefix = f"f{row.pk}-"
    if not any(name.startswith(prefix) for name in doing.post) or row.state == FactState.REMOVED:
        return
    typed = doing.fields_of(row.key, prefix)
    shown = typed_from(row.key, row.value)
    if typed == shown:
        return
    value, faults = value_from(row.key, typed)
    if faults:
        doing.outcome.typed[row.pk], doing.outcome.faults[row.pk] = typed, faults
    elif value != row.value:
        act.edit_fact(fact=row, value=value, by=doing.by, now=doing.now)


def _row(doing: Doing, argument: str) -> ReadingFact | None:
    return doing.rows.get(row_key(argument) or 0)


def _open(doing: Doing, argument: str) -> None:
    row = _row(doing, argument)
    doing.outcome.editing = row.pk if row is not None else 0


def _leave(doing: Doing, argument: str) -> None:
    """Leaves a fact as it was, whatever was typed into it."""
    row = _row(doing, argument)
    if row is not None:
        doing.outcome.typed.pop(row.pk, None)
        doing.outcome.faults.pop(row.pk, None)


def _confirm(doing: Doing, argument: str) -> None:
    row = _row(doing, argument)
    if row is not None and row.pk not in doing.outcome.faults and row.state == FactState.READ:
        act.confirm_fact(fact=row, by=doing.by, now=doing.now)


def _remove(doing: Doing, argument: str) -> None:
    row = _row(doing, argument)
    if row is not None and row.state != FactState.REMOVED:
        doing.outcome.faults.pop(row.pk, None)
        act.remove_fact(fact=row, by=doing.by, now=doing.now)


def _restore(doing: Doing, argument: str) -> None:
    row = _row(doing, argument)
    if row is not None:
        act.restore_fact(fact=row, by=doing.by, now=doing.now)


def _answer(doing: Doing, argument: str) -> None:
    chosen = doing.post.get(f"answer-{argument}", "")
    act.answer_finding(reading=doing.reading, finding=argument, answer=chosen, by=doing.by, now=doing.now)


def _unanswer(doing: Doing, argument: str) -> None:
    act.answer_finding(reading=doing.reading, finding=argument, answer="", by=doing.by, now=doing.now)


def _name(doing: Doing, argument: str) -> None:
    chosen = doing.post.get(f"unit-{argument}", "")
    if chosen == "new":
        units = [create_unit_named(name=argument, under=doing.reading.host, by=doing.by, now=doing.now)]
    else:
        units = list(Unit.objects.filter(pk=row_key(chosen) or 0))
    if units or chosen == "none":
        left_out = chosen == "none"
        act.settle_name(
            reading=doing.reading, name=argument, units=units, left_out=left_out, by=doing.by, now=doing.now
        )


def _units(doing: Doing, argument: str) -> None:
    keys = [key for typed in doing.post.getlist(f"units-{argument}") if (key := row_key(typed)) is not None]
    units = Unit.objects.filter(pk__in=keys)
    act.settle_name(reading=doing.reading, name=argument, units=units, left_out=not keys, by=doing.by, now=doing.now)


def _forget(doing: Doing, argument: str) -> None:
    act.forget_name(reading=doing.reading, name=argument, by=doing.by, now=doing.now)


def _open_add(doing: Doing, _argument: str) -> None:
    asked = doing.post.get("add", "")
    doing.outcome.adding = asked if asked in FIELDS else ""


def _add(doing: Doing, argument: str) -> None:
    if argument not in FIELDS:
        return
    typed = doing.fields_of(argument, "f0-")
    value, faults = value_from(argument, typed)
    if faults:
        doing.outcome.adding, doing.outcome.adding_typed, doing.outcome.adding_faults = argument, typed, faults
        return
    single = next((row for row in doing.rows.values() if row.key == argument and argument not in MANY), None)
    if single is not None:
        act.edit_fact(fact=single, value=value, by=doing.by, now=doing.now)
    else:
        act.add_fact(reading=doing.reading, key=argument, value=value, by=doing.by, now=doing.now)


def _host(doing: Doing, _argument: str) -> None:
    chosen = doing.post.get("host", "")
    host = Unit.objects.filter(pk=row_key(chosen) or 0).first()
    if host is not None:
        act.set_host(reading=doing.reading, host=host, by=doing.by, now=doing.now)


VERBS: dict[str, Callable[[Doing, str], Any]] = {
    "open": _open,
    "leave": _leave,
    "confirm": _confirm,
    "remove": _remove,
    "restore": _restore,
    "answer": _answer,
    "unanswer": _unanswer,
    "name": _name,
    "units": _units,
    "forget": _forget,
    "open-add": _open_add,
    "add": _add,
    "host": _host,
}
