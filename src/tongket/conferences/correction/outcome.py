"""What applying a change writes on a duty: the plan's new words, the ticks that stay, the day a person chose."""

from collections.abc import Sequence
from typing import Any

from tongket.conferences.correction.duties import state_after
from tongket.conferences.correction.pairing import Row, pair_rows
from tongket.conferences.correction.values import Change, Choice, How
from tongket.conferences.rules import DueSource, DutyState
from tongket.core.findings import words

# Kept on the duty as if a clerk had typed it, so it stays Vietnamese.
NO_LONGER = words("Kế hoạch bản {number} không còn giao việc này.")
Ticked = dict[str, Any]  # `text` and `done`


def how_after(change: Change, choice: Choice | None) -> How:
    """How the duty comes out once a person has chosen."""
    if change.how is How.WITHDRAWN and choice is Choice.KEEP:
        return How.KEPT
    if change.plan_day and choice is Choice.PLAN_DAY and change.how in {How.SAME, How.MOVED}:
        return How.CHANGED
    return change.how


def values_after(change: Change, choice: Choice | None, *, number: int) -> dict[str, Any]:
    """The fields of the duty as plan version `number` leaves them; empty where it stays as it is."""
    how = how_after(change, choice)
    if how is How.KEPT:
        return {}
    if how is How.WITHDRAWN:
        return {"state": DutyState.WITHDRAWN, "remark": NO_LONGER.format(number=number)}
    return _of_plan(change, choice) | {"plan_ordinal": number}


def _of_plan(change: Change, choice: Choice | None) -> dict[str, Any]:
    new, old = change.new, change.old
    assert new is not None
    assert old is not None
    values: dict[str, Any] = {
        "clause": new.clause or "",
        "because": list(new.because),
        "coordinating": list(new.coordinating),
        "text": new.text,
        "checklist": ticked(old.owed.checklist, old.ticks, new.checklist),
        "due_on": new.due_on,
        "due_source": new.due_source,
    }
    if old.is_unit_new and new.unit is not None:
        values |= {"unit_id": int(new.unit), "unit_name": new.unit_name, "ordinal": change.ordinal}
    if change.plan_day and choice is Choice.PLAN_DAY:
        values |= {"due_on": change.plan_day, "due_source": DueSource.PLAN}
    if change.how is How.AGAIN:
        values |= {"state": state_after(old), "remark": ""}
    return values


def ticked(old: Sequence[str], ticks: Sequence[str], new: Sequence[str]) -> list[Ticked]:
    """The parts of the new checklist; one that was done before under like words stays done."""
    pairs = pair_rows([Row(text) for text in old], [Row(text) for text in new], rest_in_order=False)
    partners = {after: before for before, after in pairs if after is not None and before is not None}
    done = [place in partners and old[partners[place]] in ticks for place in range(len(new))]
    return [{"text": text, "done": is_done} for text, is_done in zip(new, done, strict=True)]
