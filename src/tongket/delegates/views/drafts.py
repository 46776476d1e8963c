"""A unit's list as a form: as it stands, as it was typed, and as it was typed with more lines."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from tongket.conferences.access import Rights
from tongket.conferences.models import Duty
from tongket.core import clock
from tongket.core.dates import plain_day
from tongket.core.text import fold_tones, row_key
from tongket.delegates.forms.answer import AnswerForm, EnterAnswerForm, Lines, lines_of
from tongket.delegates.models import Delegate
from tongket.delegates.names import is_same_name
from tongket.delegates.queries.answered import Answered
from tongket.delegates.queries.speaking import proposed_for
from tongket.delegates.rules import Answer

LEAST_LINES = 2
CELLS = ("key", "name", "post", "phone", "answer", "reason", "gone")
Cells = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed beside the lines, and the lines; `is_proposed` where nobody was named and speakers stand there."""

    form: AnswerForm
    lines: Lines
    is_proposed: bool = False


def kept_draft(found: Answered, rights: Rights, *, revision: int) -> Draft:
    """The list as it stands, read after `revision`; who speaks for the unit where nobody answered yet."""
    duty = found.page.duty
    proposed = [] if found.is_answered else proposed_for(duty)
    cells = [_cells_of(each) for each in found.people] or [{"name": each.name, "post": each.post} for each in proposed]
    empty = max(found.each or 0, LEAST_LINES) - len(cells)
    initial: dict[str, Any] = {"revision": revision}
    if found.unread is not None and duty.unit_id not in rights.units:
        came_on = timezone.localdate(found.unread.received_at)
        initial |= {"channel": found.unread.channel, "received_on": plain_day(came_on)}
    return _unbound(duty, rights, initial, [*cells, *({} for _ in range(empty))], is_proposed=bool(proposed))


def typed_draft(request: HttpRequest, duty: Duty, rights: Rights) -> Draft:
    """The list as it was typed."""
    if rights.may_enter_for(duty.unit_id):
        return Draft(EnterAnswerForm(request.POST, now=clock.now()), lines_of(request.POST))
    return Draft(AnswerForm(request.POST), lines_of(request.POST))


def one_more(typed: Draft, duty: Duty, rights: Rights) -> Draft:
    """What was typed, with an empty line behind it and no judgement yet."""
    return _unbound(duty, rights, _raw(typed.form), [*_raw_lines(typed.lines), {}])


def once_more(typed: Draft, duty: Duty, rights: Rights) -> Draft:
    """What was typed, over the list as it was read; were another sent meanwhile, the next press would say so."""
    return _unbound(duty, rights, _raw(typed.form), _raw_lines(typed.lines))


def beside(typed: Draft, people: Sequence[Delegate], duty: Duty, rights: Rights, *, revision: int) -> Draft:
    """What was typed over a list that moved meanwhile, with whoever else stands there now behind it.

    Sent again it stands in place of the list as it is now: `people`, read after `revision`.
    """
    lines = [line for line in _raw_lines(typed.lines) if any(line[name] for name in ("name", "post", "phone", "key"))]
    standing = {each.pk: each for each in people}
    own = {row_key(str(line["key"] or "")) for line in lines} & set(standing)
    left = {each.pk: each.name for each in people if each.pk not in own}
    behind = [line for line in lines if row_key(str(line["key"] or "")) not in standing]
    for line in behind:
        line["key"] = None
    for is_same in (_is_spelled_alike, is_same_name):
        _give_keys([line for line in behind if line["key"] is None], left, is_same)
    more = [_cells_of(standing[key]) for key in left]
    return _unbound(duty, rights, _raw(typed.form) | {"revision": revision}, [*lines, *more])


def _give_keys(lines: Iterable[dict[str, Any]], left: dict[int, str], is_same: Callable[[str, str], bool]) -> None:
    """Gives each line the key of who stands by its name, and takes that one from `left`."""
    for line in lines:
        line["key"] = next((key for key, name in left.items() if is_same(name, line["name"] or "")), None)
        left.pop(line["key"], None)


def _is_spelled_alike(one: str, other: str) -> bool:
    return fold_tones(one) == fold_tones(other)


def _unbound(
    duty: Duty, rights: Rights, initial: dict[str, Any], cells: Iterable[Cells], *, is_proposed: bool = False
) -> Draft:
    lines = lines_of(initial=list(cells))
    if rights.may_enter_for(duty.unit_id):
        return Draft(EnterAnswerForm(initial=initial, now=clock.now()), lines, is_proposed)
    return Draft(AnswerForm(initial=initial), lines, is_proposed)


def _cells_of(person: Delegate) -> Cells:
    """One person as a line; an answer that the office only waits for is the unit's to give."""
    answer = person.answer if person.answer != Answer.ASKED else Answer.COMING
    cells = {name: getattr(person, name) for name in ("name", "post", "phone", "reason")}
    return cells | {"key": person.pk, "answer": answer}


def _raw(form: forms.Form) -> dict[str, Any]:
    return {name: form[name].value() for name in form.fields}


def _raw_lines(lines: Lines) -> list[dict[str, Any]]:
    return [_raw(line) for line in lines.forms]
