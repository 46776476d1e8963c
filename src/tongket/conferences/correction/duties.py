"""Duties in force beside those of a corrected plan: the same duty is found by kind, unit and likeness of its words.

The ordinal that a duty got when it was made stays with it, whatever is inserted before it; a new duty takes the next
free one. Why: docs/decisions/0005-same-duty-by-likeness.md.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from tongket.conferences.correction.pairing import Row, pair_rows, same_words
from tongket.conferences.correction.values import CAME, FREED, Aspect, Change, DutyNow, How
from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.rules import DueSource, DutyKind, DutyState

T = TypeVar("T")
Identity = tuple[str, str]
BESIDE = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|(?:điểm|mục|khoản|phần)\s+[\dIVX.]+", re.IGNORECASE)
# Of these a unit may owe several that have nothing to do with each other: unlike words are another duty.
BY_WORDS = frozenset({DutyKind.TASK, DutyKind.NOTICE})


def compare_duties(olds: Sequence[DutyNow], news: Sequence[DutyDraft], *, limits_changed: bool = False) -> list[Change]:
    """What becomes of every duty: changes in the order of the corrected plan, then what it no longer gives.

    `limits_changed` says that papers may be longer or shorter than before; each paper then changes in that.
    """
    ordinals = _ordinals(olds)
    changes = [_change(old, new, ordinals, limits_changed=limits_changed) for old, new in _pairs(olds, news)]
    return _with_others([change for change in changes if change is not None])


def identity(draft: DutyDraft) -> Identity:
    """Kind and unit; a name that no unit fits surely stands for itself."""
    return draft.kind, draft.unit or f"={same_words(draft.unit_name)}"


def _pairs(olds: Sequence[DutyNow], news: Sequence[DutyDraft]) -> list[tuple[DutyNow | None, DutyDraft | None]]:
    by_old = _grouped((identity(old.owed), old) for old in olds)
    by_new = _grouped((identity(new), new) for new in news)
    found = []
    for key in dict.fromkeys([*by_new, *by_old]):
        before, after = by_old.get(key, []), by_new.get(key, [])
        rows = pair_rows(
            [Row(old.owed.text, old.owed.clause or "", old.state is DutyState.WITHDRAWN) for old in before],
            [Row(new.text, new.clause or "") for new in after],
            rest_in_order=key[0] not in BY_WORDS,
        )
        found += [(None if o is None else before[o], None if n is None else after[n]) for o, n in rows]
    return found


def _grouped(pairs: Iterable[tuple[Identity, T]]) -> dict[Identity, list[T]]:
    found: dict[Identity, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _ordinals(olds: Sequence[DutyNow]) -> Counter[Identity]:
    """The highest ordinal in use for each kind and unit."""
    highest = Counter[Identity]()
    for old in olds:
        highest[identity(old.owed)] = max(highest[identity(old.owed)], old.ordinal)
    return highest


def _change(
    old: DutyNow | None, new: DutyDraft | None, ordinals: Counter[Identity], *, limits_changed: bool
) -> Change | None:
    """None where the plan drops what was already excused or withdrawn."""
    if old is None:
        assert new is not None
        return Change(How.ADDED, None, new, _next(new, ordinals))
    if new is None:
        return _dropped(old)
    merged, plan_day = _with_day(old.owed, new)
    aspects = tuple(_aspects(old, merged, limits_changed=limits_changed))
    ordinal = _next(new, ordinals) if old.is_unit_new else old.ordinal
    return Change(_how(old, aspects), old, merged, ordinal, aspects, plan_day)


def _next(new: DutyDraft, ordinals: Counter[Identity]) -> int:
    ordinals[identity(new)] += 1
    return ordinals[identity(new)]


def _dropped(old: DutyNow) -> Change | None:
    if old.state in FREED:
        return None
    return Change(How.WITHDRAWN if old.is_of_plan else How.KEPT, old, None, old.ordinal)


def _how(old: DutyNow, aspects: tuple[Aspect, ...]) -> How:
    if old.state is DutyState.WITHDRAWN:
        return How.AGAIN
    if set(aspects) - {Aspect.CLAUSE}:
        return How.CHANGED
    return How.MOVED if aspects else How.SAME


def _with_day(old: DutyDraft, new: DutyDraft) -> tuple[DutyDraft, date | None]:
    """The day that the office chose stays; the other day that the plan names is told beside it."""
    if old.due_source is not DueSource.OFFICE:
        return new, None
    other = new.due_on if new.due_on != old.due_on else None
    return replace(new, due_on=old.due_on, due_source=old.due_source), other


def _aspects(old: DutyNow, new: DutyDraft, *, limits_changed: bool) -> Iterable[Aspect]:
    was = old.owed
    told: tuple[tuple[Aspect, bool], ...] = (
        (Aspect.UNIT, old.is_unit_new),
        (Aspect.DUE, was.due_on != new.due_on),
        (Aspect.MATTER, same_words(was.text) != same_words(new.text)),
        (Aspect.COORDINATING, _words(was.coordinating) != _words(new.coordinating)),
        (Aspect.CHECKLIST, _words(was.checklist) != _words(new.checklist)),
        (Aspect.LIMITS, limits_changed and new.kind is DutyKind.PAPER),
        (Aspect.CLAUSE, not old.is_of_plan or (was.clause, set(was.because)) != (new.clause, set(new.because))),
    )
    return (aspect for aspect, is_so in told if is_so)


def _words(texts: Sequence[str]) -> list[str]:
    return [same_words(text) for text in texts]


def _with_others(changes: list[Change]) -> list[Change]:
    """Says of a matter that went from one unit to another where it went and whence it came."""
    gone, fresh = _owners_of(changes, How.WITHDRAWN), _owners_of(changes, How.ADDED)
    across = {How.WITHDRAWN: fresh, How.ADDED: gone}
    return [replace(change, other=across.get(change.how, {}).get(_matter(change), "")) for change in changes]


def _owners_of(changes: Sequence[Change], how: How) -> dict[Identity, str]:
    """The only unit that each matter was taken from or newly given to."""
    chosen = [change for change in changes if change.how is how]
    counts = Counter(_matter(change) for change in chosen)
    return {_matter(change): change.owed.unit_name for change in chosen if counts[_matter(change)] == 1}


def _matter(change: Change) -> Identity:
    return change.owed.kind, same_words(change.owed.text)


def state_after(old: DutyNow) -> DutyState:
    """Where a withdrawn duty stands once the plan gives it again: what had come in lies before the office."""
    return DutyState.HANDED_IN if old.evidence and old.has_come else DutyState.OPEN


def is_waiting_for_matter(change: Change) -> bool:
    """Whether something was handed in for words, limits or parts that have changed since."""
    if change.old is None or change.new is None or change.old.state not in CAME:
        return False
    is_other_matter = _bare(change.old.owed.text) != _bare(change.new.text)
    return is_other_matter or bool({Aspect.LIMITS, Aspect.CHECKLIST} & set(change.aspects))


def _bare(text: str) -> str:
    """`text` without days and references to clauses: what must be done is the same whatever these say."""
    return same_words(BESIDE.sub(" ", text))
