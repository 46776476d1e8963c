"""A corrected plan beside the one in force, ready to be looked at and applied: read anew each time it is asked for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import Count, Q

from tongket.conferences.correction import Change, Choice, DutyNow, FactChange, How, compare_duties, compare_facts
from tongket.conferences.derive import DutyDraft
from tongket.conferences.derive.owners import Owners
from tongket.conferences.models import Conference, Duty, PlanVersion, Reading, ReadingFact
from tongket.conferences.plan_says import NAMES, Settled, merged, said_by
from tongket.conferences.queries.plan_page import latest_version
from tongket.conferences.queries.readings import Understanding, chosen_units, dated_duties, understand
from tongket.conferences.rules import DueSource, DutyKind, DutyState
from tongket.plans.facts import from_json, to_json

LIMITS = ("paper_pages", "paper_minutes")


@dataclass(frozen=True, slots=True)
class Difference:
    """What applying a corrected plan would do; `stamp` changes as soon as anything that it rests on does."""

    reading: Reading
    version: PlanVersion
    rows: tuple[ReadingFact, ...]
    understood: Understanding
    duties: tuple[Change, ...]
    facts: tuple[FactChange, ...]
    before: Settled
    after: Settled
    stamp: str

    @property
    def conference(self) -> Conference:
        """The conference whose plan is corrected."""
        return self.version.conference

    @property
    def open(self) -> tuple[Change, ...]:
        """The duties that the plan drops though something was done for them."""
        return tuple(change for change in self.duties if change.needs_person)

    @property
    def counts(self) -> Counter[How]:
        """How many duties come out how."""
        return Counter(change.how for change in self.duties)

    @property
    def is_empty(self) -> bool:
        """Whether the corrected plan says nothing else than the one in force."""
        hows = {change.how for change in self.duties} | {change.how for change in self.facts}
        return hows <= {How.SAME, How.KEPT} and self.before == self.after

    def unanswered(self, choices: Mapping[int, Choice]) -> tuple[Change, ...]:
        """The open duties of which nobody has said whether they stay."""
        said = {Choice.KEEP, Choice.WITHDRAW}
        return tuple(change for change in self.open if change.old and choices.get(change.old.id) not in said)


def difference_of(reading: Reading, *, today: date) -> Difference:
    """Compares the reading of a corrected plan with the plan in force; a constant number of queries."""
    assert reading.corrects is not None
    version = latest_version(reading.corrects)
    rows = tuple(reading.facts.all())
    understood = understand(reading, rows, today=today)
    before, after = settled_by(version.conference), _settled_after(reading, version, understood)
    drafts = dated_duties(reading, understood)
    olds = duties_now(version, _owners(reading, understood))
    has_other_limits = any(getattr(before, name) != getattr(after, name) for name in LIMITS)
    return Difference(
        reading=reading,
        version=version,
        rows=rows,
        understood=understood,
        duties=tuple(compare_duties(olds, drafts, limits_changed=has_other_limits)),
        facts=tuple(compare_facts(facts_in_force(version), to_json(understood.plan.facts))),
        before=before,
        after=after,
        stamp=_stamp(version, olds, drafts, before, after),
    )


def facts_in_force(version: PlanVersion) -> dict[str, Any]:
    """The facts of a version, with the number that was filled in after it was confirmed."""
    return {**version.facts, "number": version.number or None}


def settled_by(conference: Conference) -> Settled:
    """What holds of the conference now."""
    return Settled(**{name: getattr(conference, name) for name in NAMES})


def _settled_after(reading: Reading, version: PlanVersion, understood: Understanding) -> Settled:
    """The plan's new word where it changed, else what the office settled; what the reading page fixed goes first."""
    facts, answers, ours = understood.plan.facts, reading.answers, settled_by(version.conference)
    fixed = said_by(facts, day=answers.get("held_on", ""), hour=answers.get("starts_at", ""))
    holds = merged(base=said_by(from_json(version.facts)), ours=ours, theirs=said_by(facts))
    if not facts.title:
        holds = replace(holds, title=ours.title, short_title=ours.short_title)
    held_on = fixed.held_on if answers.get("held_on") else holds.held_on
    return replace(holds, held_on=held_on, starts_at=fixed.starts_at if answers.get("starts_at") else holds.starts_at)


def _owners(reading: Reading, understood: Understanding) -> Owners:
    """Who names mean, for duties whose unit nobody knew until now."""
    return Owners(understood.directory, understood.host, chosen_units(reading))


def duties_now(version: PlanVersion, owners: Owners | None = None) -> list[DutyNow]:
    """Every duty of the conference as it stands; one query."""
    came = Count("evidence", filter=Q(evidence__taken_back_at=None))
    rows = Duty.objects.filter(conference=version.conference_id).annotate(came=came).order_by("ordinal", "pk")
    return [_now(duty, version, owners) for duty in rows]


def _now(duty: Duty, version: PlanVersion, owners: Owners | None) -> DutyNow:
    known = str(duty.unit_id) if duty.unit_id else _now_known(duty.unit_name, owners)
    return DutyNow(
        id=duty.pk,
        ordinal=duty.ordinal,
        owed=_owed(duty, known),
        state=DutyState(duty.state),
        evidence=duty.came,  # type: ignore[attr-defined]
        ticks=tuple(part["text"] for part in duty.checklist if part["done"]),
        has_come=duty.handed_in_at is not None,
        is_of_plan=duty.plan_ordinal == version.ordinal,
        is_unit_new=duty.unit_id is None and known is not None,
    )


def _owed(duty: Duty, unit: str | None) -> DutyDraft:
    return DutyDraft(
        kind=DutyKind(duty.kind),
        clause=duty.clause or None,
        because=tuple(duty.because),
        unit=unit,
        unit_name=duty.unit_name,
        coordinating=tuple(duty.coordinating),
        due_on=duty.due_on,
        due_source=DueSource(duty.due_source),
        text=duty.text,
        checklist=tuple(part["text"] for part in duty.checklist),
    )


def _now_known(name: str, owners: Owners | None) -> str | None:
    """The unit that a name stands for by now, which nobody knew when the duty was made."""
    found = owners.of(name, None) if owners is not None and name else ()
    return found[0].key if len(found) == 1 else None


def _stamp(
    version: PlanVersion, olds: Sequence[DutyNow], drafts: Sequence[DutyDraft], before: Settled, after: Settled
) -> str:
    """A short mark of everything that the difference rests on."""
    return sha256(repr((version.pk, olds, drafts, before, after)).encode()).hexdigest()[:24]
