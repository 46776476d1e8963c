"""What applying a corrected plan writes: duties and conference, with their values before and after for the way back."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, time
from typing import Any

from tongket.conferences.actions.starting import duty_row
from tongket.conferences.correction import Aspect, Change, Choice, How
from tongket.conferences.correction.outcome import how_after, values_after
from tongket.conferences.models import Conference, Duty, PlanVersion
from tongket.conferences.plan_says import NAMES, Settled
from tongket.conferences.queries.corrections import Difference

WRITTEN = (
    "clause",
    "because",
    "coordinating",
    "text",
    "checklist",
    "due_on",
    "due_source",
    "unit_id",
    "unit_name",
    "ordinal",
    "state",
    "remark",
    "plan_ordinal",
)


def settle_anew(difference: Difference) -> dict[str, Any]:
    """Sets what changed of the conference itself; returns those values before and after."""
    before, after = difference.before, difference.after
    changed = [name for name in NAMES if getattr(before, name) != getattr(after, name)]
    Conference.objects.filter(pk=difference.conference.pk).update(**{name: getattr(after, name) for name in changed})
    return {"before": _said(before, changed), "after": _said(after, changed)}


def _said(settled: Settled, names: Iterable[str]) -> dict[str, Any]:
    values = asdict(settled)
    return {name: as_json(values[name]) for name in names}


def as_json(value: Any) -> Any:  # noqa: ANN401 -- a field's value
    """A value of a row as JSON keeps it."""
    return value.isoformat() if isinstance(value, date | time) else value


OF_NEW = ("state", "text", "due_on")


def carry_out(difference: Difference, version: PlanVersion, choices: Mapping[int, Choice]) -> dict[str, Any]:
    """Writes every duty; returns by number what was done with it, those that stay the same left out."""
    rows = Duty.objects.in_bulk([change.old.id for change in difference.duties if change.old])
    done, touched = {}, list[Duty]()
    for change in (change for change in difference.duties if change.old is not None):
        assert change.old is not None
        duty, choice = rows[change.old.id], choices.get(change.old.id)
        after = values_after(change, choice, number=version.ordinal)
        before = {name: getattr(duty, name) for name in after}
        _set(duty, after)
        touched.append(duty)
        how = how_after(change, choice)
        if how is not How.SAME and not (how is How.KEPT and change.how is How.KEPT):
            done[str(duty.pk)] = _entry(change, how, before, after)
    Duty.objects.bulk_update(touched, WRITTEN)
    return done | _add(difference, version)


def _set(duty: Duty, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(duty, name, value)


def _add(difference: Difference, version: PlanVersion) -> dict[str, Any]:
    """Makes the duties that are new."""
    added = [change for change in difference.duties if change.how is How.ADDED]
    rows = [duty_row(version.conference, change.owed, change.ordinal) for change in added]
    for row in rows:
        row.plan_ordinal = version.ordinal
    made = Duty.objects.bulk_create(rows)
    pairs = zip(added, made, strict=True)
    return {
        str(duty.pk): _entry(change, How.ADDED, {}, {name: getattr(duty, name) for name in OF_NEW})
        for change, duty in pairs
    }


def _entry(change: Change, how: How, before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What a version keeps of one duty: how, what, where, and the values that changed."""
    changed = [name for name in after if name not in before or before[name] != after[name]]
    old = change.old.owed.clause if change.old else None
    return {
        "how": how,
        "aspects": list(dict.fromkeys([*change.aspects, *([Aspect.DUE] if "due_on" in changed else [])])),
        "clause": [old or "", (change.new.clause if change.new else None) or ""],
        "other": change.other,
        "plan_day": as_json(change.plan_day),
        "before": {name: as_json(before[name]) for name in changed if name in before},
        "after": {name: as_json(after[name]) for name in changed},
    }
