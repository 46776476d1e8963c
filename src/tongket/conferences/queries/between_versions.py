"""The difference of two versions of a plan that are both there, as it was when the later one was applied."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from tongket.conferences.correction import Aspect, How, compare_facts
from tongket.conferences.correction.steps import together, together_settled
from tongket.conferences.models import Duty, PlanVersion
from tongket.conferences.queries.board import FREED, short_name
from tongket.conferences.queries.corrections import facts_in_force
from tongket.conferences.queries.difference_items import Item, limits_in
from tongket.conferences.queries.difference_lines import conference_lines, duty_lines
from tongket.conferences.queries.difference_page import DifferencePage, page_of_items
from tongket.conferences.rules import DutyState
from tongket.units.models import Unit

Entries = Mapping[str, Mapping[str, Any]]
WAITED_FOR = frozenset({DutyState.OPEN, DutyState.WORKING})
TOLD = frozenset({How.ADDED, How.AGAIN, How.CHANGED, How.WITHDRAWN})


def page_between(old: PlanVersion, new: PlanVersion) -> DifferencePage:
    """What became of duties and facts from one version to a later one, as it was applied; two queries."""
    later = PlanVersion.objects.filter(conference=new.conference_id, ordinal__gt=old.ordinal, ordinal__lte=new.ordinal)
    steps = list(later.order_by("ordinal").values_list("changes", flat=True))
    entries = together([step.get("duties", {}) for step in steps])
    settled = together_settled([step.get("settled", {}) for step in steps])
    items = [_stored(duty, entries[str(duty.pk)], _limits(settled), new.conference.host) for duty in _duties(entries)]
    facts = compare_facts(facts_in_force(old), facts_in_force(new))
    return page_of_items(old, new, items, facts, conference_lines(settled["before"], settled["after"]))


def items_to_tell(version: PlanVersion, unit_ids: Collection[int] | None = None) -> list[Item]:
    """What a version changed of the duties of units, as they stand today; without the host's and those freed since."""
    entries: Entries = version.changes.get("duties", {})
    settled, host = version.changes.get("settled", {}), version.conference.host
    duties = _duties({key: entry for key, entry in entries.items() if entry["how"] in TOLD})
    asked = duties if unit_ids is None else duties.filter(unit__in=unit_ids)
    others = asked.exclude(unit=host).exclude(unit=None)
    items = [_stored(duty, entries[str(duty.pk)], _limits(settled), host, is_today=True) for duty in others]
    return [item for item in items if _still_so(item)]


def _still_so(item: Item) -> bool:
    """Whether what the version did still holds: the office may have freed, given again or dated the duty since."""
    if item.how is How.WITHDRAWN:
        return item.state == DutyState.WITHDRAWN
    return item.state not in FREED and (item.how is not How.CHANGED or bool(item.lines))


def _duties(entries: Entries) -> QuerySet[Duty]:
    found = Duty.objects.select_related("unit").filter(pk__in=[int(key) for key in entries])
    return found.order_by("clause", "pk")


def _limits(settled: Mapping[str, Any]) -> tuple[str, str]:
    before, after = settled.get("before", {}), settled.get("after", {})
    return limits_in(before), limits_in(after)


def _stored(
    duty: Duty, entry: Mapping[str, Any], limits: tuple[str, str], host: Unit, *, is_today: bool = False
) -> Item:
    """What a version keeps of a duty: before and after, or with `is_today` before and as the duty stands today.

    Today the plan's day means nothing to whoever has handed in, or has a day of its own to mend by.
    """
    now = {name: getattr(duty, name) for name in ("due_on", "text", "coordinating", "unit_name", "checklist")}
    before, after = _parts_said(now | entry["before"]), _parts_said(now if is_today else now | entry["after"])
    aspects = [aspect for aspect in entry["aspects"] if _is_told(aspect, before, after)]
    if is_today and duty.state not in WAITED_FOR:
        aspects = [aspect for aspect in aspects if aspect != Aspect.DUE]
    is_new = entry["how"] in {How.ADDED, How.AGAIN}
    return Item(
        how=How(entry["how"]),
        kind=duty.kind,
        unit_id=duty.unit_id or 0,
        unit=short_name(duty.unit, host, duty.unit_name),
        unit_name=duty.unit.name if duty.unit else duty.unit_name,
        duty_id=duty.pk,
        old_clause=entry["clause"][0],
        new_clause=entry["clause"][1],
        text=after["text"],
        lines=() if is_new else duty_lines(aspects, before, after, limits),
        other=entry["other"],
        state=duty.state,
        office_day=duty.due_on,
    )


def _parts_said(values: Mapping[str, Any]) -> dict[str, Any]:
    due_on = values["due_on"]
    day = date.fromisoformat(due_on) if isinstance(due_on, str) else due_on
    return {**values, "due_on": day, "checklist": [part["text"] for part in values["checklist"]]}


def _is_told(aspect: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether the value behind an aspect differs; limits are the conference's own, a unit became known."""
    name = FIELD_OF.get(aspect)
    return name is None or before[name] != after[name]


FIELD_OF: dict[str, str] = {
    Aspect.DUE: "due_on",
    Aspect.MATTER: "text",
    Aspect.COORDINATING: "coordinating",
    Aspect.CHECKLIST: "checklist",
}
