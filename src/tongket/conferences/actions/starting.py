"""From confirmed facts to a conference: its plan as first document, clauses and duties, in one transaction."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.readings import ReadingClosed
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.begun import begun, unmade
from tongket.conferences.derive import DutyDraft
from tongket.conferences.models import Clause, Conference, Duty, PlanVersion, Reading, ReadingFact, ReadingState
from tongket.conferences.plan_says import said_by
from tongket.conferences.queries.reading_page import looks_of, marks_of
from tongket.conferences.queries.readings import HostUnknown, Understanding, dated_duties, facts_of, understand
from tongket.core import audit
from tongket.core.models import Event
from tongket.plans.facts import Facts, to_json
from tongket.units.models import Unit


@transaction.atomic
def start_conference(
    *, reading: Reading, host: Unit | None = None, parent: Conference | None = None, by: User, now: datetime
) -> Conference:
    """Makes the conference of a reading; names that no unit fits give duties without a unit, to be settled later.

    Raises HostUnknown where neither the plan nor a person says who holds it, ReadingClosed where it was made before.
    """
    still_open = Reading.objects.select_for_update().filter(pk=reading.pk, state=ReadingState.OPEN, corrects=None)
    if still_open.first() is None:
        raise ReadingClosed
    reading.host = host or reading.host
    reading.parent = parent or reading.parent
    rows = list(reading.facts.all())
    understood = understand(reading, rows, today=now.date())
    if understood.host is None:
        raise HostUnknown(understood.plan.facts.issuer, reading.host.name if reading.host else "")
    conference = _conference(reading, understood, now=now)
    keep_plan(conference, reading, rows, understood, ordinal=1, now=now)
    _keep_duties(conference, dated_duties(reading, understood))
    Reading.objects.filter(pk=reading.pk).update(state=ReadingState.MADE, conference=conference, host=conference.host)
    changes = {"reading": str(reading.pk)}
    audit.record(verb="start_conference", subject=conference, scope=conference, by=by, now=now, changes=changes)
    begun(conference, now=now)
    return conference


@transaction.atomic
def unmake_conference(*, conference: Conference, event: Event, by: User, now: datetime) -> Reading:
    """Takes back `start_conference`: the reading is open again, with everything that was confirmed.

    Raises TooLate once anything else happened in the conference.
    """
    since = Event.objects.filter(scope=audit.reference(conference)).exclude(pk=event.pk)
    if since.exists() or conference.below.exists() or conference.corrections.exists():
        raise TooLate
    reading = Reading.objects.select_for_update().get(conference=conference)
    reading.state, reading.conference = ReadingState.OPEN, None
    reading.save(update_fields=["state", "conference"])
    audit.record(verb="unmake_conference", subject=reading, by=by, now=now, changes={"event": event.pk})
    unmade(conference)
    conference.delete()
    return reading


def _conference(reading: Reading, understood: Understanding, *, now: datetime) -> Conference:
    facts, answers = understood.plan.facts, reading.answers
    assert understood.host is not None
    says = asdict(said_by(facts, day=answers.get("held_on", ""), hour=answers.get("starts_at", "")))
    return Conference.objects.create(
        **says | {"title": facts.title or reading.name},
        host_id=int(understood.host.key),
        parent=reading.parent or parent_of(facts),
        made_at=now,
    )


def parent_of(facts: Facts) -> Conference | None:
    """The conference of the plan above, found through the documents this plan carries out."""
    numbered = [basis for basis in facts.based_on if basis.number]
    above = (_plan_of(str(basis.number), basis.issued_on) for basis in numbered)
    return next((plan.conference for plan in above if plan is not None), None)


def _plan_of(number: str, issued_on: date | None) -> PlanVersion | None:
    """The latest plan of this number and day in this installation."""
    found = PlanVersion.objects.filter(number=number, issued_on=issued_on)
    return found.select_related("conference").order_by("-made_at").first()


def keep_plan(
    conference: Conference,
    reading: Reading,
    rows: Sequence[ReadingFact],
    understood: Understanding,
    *,
    ordinal: int,
    now: datetime,
) -> PlanVersion:
    """Freezes the plan of a reading as a version of its own, with its clauses."""
    facts = facts_of(rows)
    version = PlanVersion.objects.create(
        conference=conference,
        ordinal=ordinal,
        number=facts.number or "",
        issued_on=facts.issued_on,
        facts=to_json(facts),
        lines=reading.lines,
        marks=[
            {"path": mark.path, "spans": [[span.line, span.start, span.end] for span in mark.spans]}
            for mark in marks_of(rows)
        ],
        looks={str(line): look for line, look in looks_of(rows).items()},
        file=reading.file,
        made_at=now,
    )
    Clause.objects.bulk_create(
        Clause(
            version=version,
            ordinal=ordinal,
            name=clause.clause,
            label=clause.label,
            heading=clause.heading or "",
            text=clause.text,
            level=clause.level,
            first_line=clause.lines[0],
            last_line=clause.lines[1],
        )
        for ordinal, clause in enumerate(understood.plan.clauses)
    )
    return version


def _keep_duties(conference: Conference, drafts: Sequence[DutyDraft]) -> None:
    ordinals = Counter[tuple[str, str]]()
    rows = []
    for draft in drafts:
        identity = (draft.kind, draft.unit or draft.unit_name)
        ordinals[identity] += 1
        rows.append(duty_row(conference, draft, ordinals[identity]))
    Duty.objects.bulk_create(rows)


def duty_row(conference: Conference, draft: DutyDraft, ordinal: int) -> Duty:
    """A duty as a row that is not saved yet."""
    return Duty(
        conference=conference,
        kind=draft.kind,
        unit_id=int(draft.unit) if draft.unit else None,
        unit_name=draft.unit_name,
        ordinal=ordinal,
        clause=draft.clause or "",
        because=list(draft.because),
        coordinating=list(draft.coordinating),
        text=draft.text,
        checklist=[{"text": text, "done": False} for text in draft.checklist],
        due_on=draft.due_on,
        due_source=draft.due_source,
    )
