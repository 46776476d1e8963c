"""What people said of the plan in force, said again of its correction where the words are the same."""

from collections.abc import Iterable, Sequence
from typing import Any

from tongket.conferences.models import (
    Conference,
    Duty,
    FactState,
    PlanVersion,
    Reading,
    ReadingFact,
    ReadingName,
    ReadingState,
)
from tongket.conferences.plan_says import merged, said_by
from tongket.conferences.queries.corrections import settled_by
from tongket.conferences.queries.plan_page import latest_version
from tongket.conferences.queries.readings import facts_of
from tongket.core.audit import reference
from tongket.core.findings import words
from tongket.core.models import Event
from tongket.plans.facts import from_json

ASKED_ANEW = 0.5
ADDED_BY_HAND = words("Anh chị đã thêm tay điều này ở bản trước. Bản sửa còn nêu như vậy thì bấm Đúng, không thì bỏ.")
SAID = frozenset({FactState.CONFIRMED, FactState.EDITED, FactState.REMOVED})
APPLYING = ("start_conference", "correct_plan")
Value = Any  # a JSON value


def carry_over(reading: Reading, conference: Conference) -> None:
    """Takes over names, answers, and what was said of facts that read as before."""
    before = _reading_in_force(conference)
    if before is not None:
        _names(reading, before)
        _facts(reading, before)
    _number(reading, latest_version(conference))
    _settled_names(reading, conference)
    reading.answers = (before.answers if before else {}) | _days(reading, conference)
    reading.save(update_fields=["answers"])


def _reading_in_force(conference: Conference) -> Reading | None:
    """The reading that the plan in force was made of: the one applied last, which need not be the one read last."""
    made = {str(reading.pk): reading for reading in conference.readings.filter(state=ReadingState.MADE)}
    applied = Event.objects.filter(verb__in=APPLYING, scope=reference(conference)).order_by("-pk")
    keys = (event.changes["reading"] for event in applied)
    return next((made[key] for key in keys if key in made), None)


def _names(reading: Reading, before: Reading) -> None:
    for name in before.names.prefetch_related("units"):
        kept = ReadingName.objects.create(reading=reading, name=name.name, is_left_out=name.is_left_out)
        kept.units.set(name.units.all())


def _number(reading: Reading, version: PlanVersion) -> None:
    """The number that was filled in by hand is still that of the plan while its day of issue is the same."""
    facts = {row.key: row for row in reading.facts.filter(key__in=["number", "issued_on"])}
    same_day = facts["issued_on"].value == (version.issued_on.isoformat() if version.issued_on else None)
    if version.number and same_day and facts["number"].value is None:
        ReadingFact.objects.filter(pk=facts["number"].pk).update(value=version.number, state=FactState.EDITED)


def _settled_names(reading: Reading, conference: Conference) -> None:
    """Names whose unit the office settled on a duty, after the conference was made."""
    events = Event.objects.filter(verb="settle_unit", scope=reference(conference)).values_list("subject", flat=True)
    keys = [int(subject.split(":")[1]) for subject in events]
    for duty in Duty.objects.filter(pk__in=keys, unit__isnull=False):
        name, is_new = ReadingName.objects.get_or_create(reading=reading, name=duty.unit_name)
        if is_new and duty.unit_id is not None:
            name.units.set([duty.unit_id])


def _days(reading: Reading, conference: Conference) -> dict[str, str]:
    """Day and hour that the office settled, where the correction does not say another; else the plan is asked."""
    says = said_by(facts_of(reading.facts.all()))
    base = said_by(from_json(latest_version(conference).facts))
    holds = merged(base=base, ours=settled_by(conference), theirs=says)
    day = holds.held_on if holds.held_on != says.held_on else None
    hour = holds.starts_at if holds.starts_at != says.starts_at else None
    return {"held_on": day.isoformat() if day else "", "starts_at": f"{hour:%H:%M}" if hour else ""}


def _facts(reading: Reading, before: Reading) -> None:
    rows = list(reading.facts.order_by("key", "ordinal"))
    earlier = list(before.facts.order_by("key", "ordinal"))
    for said in (row for row in earlier if row.state in SAID and not _is_number_by_hand(row)):
        _say_again(said, rows)
    added = (row for row in earlier if row.state == FactState.ADDED and row.value is not None)
    ReadingFact.objects.bulk_create(_asked_anew(added, reading, rows))


def _is_number_by_hand(row: ReadingFact) -> bool:
    """A number that the plan did not carry: `_number` says whether it still holds."""
    return row.key == "number" and row.as_read is None


def _say_again(said: ReadingFact, rows: Sequence[ReadingFact]) -> None:
    same = (row for row in rows if row.key == said.key and row.state == FactState.READ)
    found = next((row for row in same if _bare(row.as_read) == _bare(said.as_read)), None)
    if found is None:
        return
    found.state = said.state
    found.value = _placed(said.value, found.as_read) if said.state == FactState.EDITED else found.value
    found.save(update_fields=["state", "value"])


def _asked_anew(added: Iterable[ReadingFact], reading: Reading, rows: Sequence[ReadingFact]) -> list[ReadingFact]:
    """What was added by hand and is not read now either: a person says whether it still holds."""
    last: dict[str, int] = {}
    for row in rows:
        last[row.key] = max(last.get(row.key, -1), row.ordinal)
    fresh = []
    for row in added:
        if any(read.key == row.key and _bare(read.value) == _bare(row.value) for read in rows):
            continue
        last[row.key] = last.get(row.key, -1) + 1
        values = {"value": row.value, "as_read": row.value, "sure": ASKED_ANEW, "doubt": ADDED_BY_HAND}
        fresh.append(ReadingFact(reading=reading, key=row.key, ordinal=last[row.key], **values))
    return fresh


def _bare(value: Value) -> Value:
    """A fact without its place."""
    return {name: part for name, part in value.items() if name != "clause"} if isinstance(value, dict) else value


def _placed(value: Value, read: Value) -> Value:
    """What a person made of a fact, at the place where it stands now."""
    both = isinstance(value, dict) and isinstance(read, dict) and "clause" in value
    return value | {"clause": read.get("clause")} if both else value
