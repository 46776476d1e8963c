"""Reading a plan into facts that a person confirms, one write for each thing a person may say of them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.models import Conference, FactState, Reading, ReadingFact, ReadingName, ReadingState
from tongket.core import audit, files
from tongket.core.models import Event
from tongket.plans.facts import OBJECTS, ROWS, TEXTS, to_json
from tongket.plans.plan import Evidence, Plan
from tongket.plans.read import read_document
from tongket.reading.safely import read_safely
from tongket.units.models import Unit

SINGLE = (*TEXTS, "issued_on", *OBJECTS)
MANY = (*ROWS, "recipients")


class ReadingClosed(RuntimeError):
    """The reading became a conference or was dropped; its facts can no longer be changed."""


class FactMoved(RuntimeError):
    """Somebody else changed this fact in the meantime."""


@dataclass(frozen=True, slots=True)
class Below:
    """That the plan is one of a unit's own meeting: whose it will be, and of which conference above."""

    host: Unit
    parent: Conference


def start_reading(*, data: bytes, name: str, below: Below | None = None, by: User, now: datetime) -> Reading:
    """Reads `data` in a child process and keeps file, lines, clauses and facts for a person to confirm.

    Raises `tongket.reading.guard.Unreadable` with one clear sentence; nothing is kept then.
    """
    document = read_safely(data, name=name)
    plan = read_document(document)
    return keep_reading(plan=plan, pages=document.pages, data=data, name=name, below=below, by=by, now=now)


@transaction.atomic
def keep_reading(
    *, plan: Plan, pages: int | None, data: bytes, name: str, below: Below | None = None, by: User, now: datetime
) -> Reading:
    """Keeps a plan that was read, with a row for each fact."""
    reading = Reading.objects.create(
        name=name,
        file=files.store(data=data, name=name, now=now),
        pages=pages,
        lines=[line.text for line in plan.lines],
        clauses=[asdict(clause) for clause in plan.clauses],
        mendings=[asdict(mending) for mending in plan.mendings],
        is_plan=plan.is_plan,
        nature=plan.nature,
        host=below.host if below else None,
        parent=below.parent if below else None,
        made_by=by,
        made_at=now,
    )
    ReadingFact.objects.bulk_create(_fact_rows(reading, plan))
    audit.record(verb="read_plan", subject=reading, by=by, now=now)
    return reading


def _fact_rows(reading: Reading, plan: Plan) -> Iterable[ReadingFact]:
    facts = to_json(plan.facts)
    for key in SINGLE:
        yield _fact_row(reading, key, 0, facts[key], plan.evidence.get(key))
    for key in MANY:
        for ordinal, value in enumerate(facts[key]):
            yield _fact_row(reading, key, ordinal, value, plan.evidence.get(f"{key}/{ordinal}"))


def _fact_row(reading: Reading, key: str, ordinal: int, value: Any, evidence: Evidence | None) -> ReadingFact:  # noqa: ANN401 -- JSON
    return ReadingFact(
        reading=reading,
        key=key,
        ordinal=ordinal,
        value=value,
        as_read=value,
        spans=[[span.line, span.start, span.end] for span in evidence.spans] if evidence else [],
        sure=evidence.sure if evidence else 1.0,
        doubt=evidence.doubt if evidence else "",
    )


def _open(reading: Reading) -> None:
    if Reading.objects.filter(pk=reading.pk, state=ReadingState.OPEN).select_for_update().first() is None:
        raise ReadingClosed


def _set(fact: ReadingFact, *, state: FactState, value: Any, by: User, now: datetime) -> ReadingFact:  # noqa: ANN401 -- JSON
    _open(fact.reading)
    unmoved = ReadingFact.objects.filter(pk=fact.pk, revision=fact.revision)
    if unmoved.update(state=state, value=value, revision=fact.revision + 1) != 1:
        raise FactMoved
    changes = {"fact": fact.path, "from": fact.state, "to": state}
    audit.record(verb="change_fact", subject=fact.reading, by=by, now=now, changes=changes)
    fact.state, fact.value, fact.revision = state, value, fact.revision + 1
    return fact


@transaction.atomic
def confirm_fact(*, fact: ReadingFact, by: User, now: datetime) -> ReadingFact:
    """Says that the fact was read rightly."""
    return _set(fact, state=FactState.CONFIRMED, value=fact.value, by=by, now=now)


@transaction.atomic
def edit_fact(*, fact: ReadingFact, value: Any, by: User, now: datetime) -> ReadingFact:  # noqa: ANN401 -- JSON
    """Puts `value` in place of what was read; what was read stays known, so that it can be taken back."""
    return _set(fact, state=FactState.EDITED, value=value, by=by, now=now)


@transaction.atomic
def remove_fact(*, fact: ReadingFact, by: User, now: datetime) -> ReadingFact:
    """Leaves the fact out of the conference; `restore_fact` takes that back."""
    return _set(fact, state=FactState.REMOVED, value=fact.value, by=by, now=now)


@transaction.atomic
def restore_fact(*, fact: ReadingFact, by: User, now: datetime) -> ReadingFact:
    """Takes back what a person made of the fact: what was read stands again, an added one as it was typed."""
    was_added = fact.as_read is None and fact.value is not None
    state = FactState.ADDED if was_added else FactState.READ
    return _set(fact, state=state, value=fact.value if was_added else fact.as_read, by=by, now=now)


@transaction.atomic
def add_fact(*, reading: Reading, key: str, value: Any, by: User, now: datetime) -> ReadingFact:  # noqa: ANN401 -- JSON
    """Adds a fact that the reader did not find."""
    _open(reading)
    last = reading.facts.filter(key=key).aggregate(last=Max("ordinal"))["last"]
    ordinal = 0 if last is None else last + 1
    fact = ReadingFact.objects.create(reading=reading, key=key, ordinal=ordinal, value=value, state=FactState.ADDED)
    audit.record(verb="add_fact", subject=reading, by=by, now=now, changes={"fact": fact.path})
    return fact


@transaction.atomic
def answer_finding(*, reading: Reading, finding: str, answer: str, by: User, now: datetime) -> Reading:
    """Keeps a person's answer to a finding; an empty answer takes it back."""
    _open(reading)
    reading.refresh_from_db(fields=["answers"])
    answers = {key: value for key, value in reading.answers.items() if key != finding}
    if answer:
        answers[finding] = answer
    reading.answers = answers
    reading.save(update_fields=["answers"])
    audit.record(verb="answer_finding", subject=reading, by=by, now=now, changes={"finding": finding})
    return reading


@transaction.atomic
def settle_name(
    *, reading: Reading, name: str, units: Iterable[Unit], left_out: bool = False, by: User, now: datetime
) -> ReadingName:
    """Says which units a name of the plan stands for; none with `left_out` gives nobody anything to do for it."""
    _open(reading)
    settled, _ = ReadingName.objects.update_or_create(reading=reading, name=name, defaults={"is_left_out": left_out})
    settled.units.set(units)
    audit.record(verb="settle_name", subject=reading, by=by, now=now)
    return settled


@transaction.atomic
def forget_name(*, reading: Reading, name: str, by: User, now: datetime) -> None:
    """Takes back what a person said of a name; the directory is asked again."""
    _open(reading)
    ReadingName.objects.filter(reading=reading, name=name).delete()
    audit.record(verb="forget_name", subject=reading, by=by, now=now)


@transaction.atomic
def set_host(*, reading: Reading, host: Unit, by: User, now: datetime) -> Reading:
    """Says which unit holds the conference."""
    _open(reading)
    reading.host = host
    reading.save(update_fields=["host"])
    audit.record(verb="set_host", subject=reading, by=by, now=now)
    return reading


@transaction.atomic
def drop_reading(*, reading: Reading, by: User, now: datetime) -> Event:
    """Puts the reading aside; `take_up_reading` brings it back."""
    if Reading.objects.filter(pk=reading.pk, state=ReadingState.OPEN).update(state=ReadingState.DROPPED) != 1:
        raise ReadingClosed
    return audit.record(verb="drop_reading", subject=reading, by=by, now=now)


@transaction.atomic
def take_up_reading(*, reading: Reading, event: Event | None = None, by: User, now: datetime) -> None:
    """Takes back `drop_reading`, whose line of the trail is `event`; raises TooLate where that happened before."""
    if Reading.objects.filter(pk=reading.pk, state=ReadingState.DROPPED).update(state=ReadingState.OPEN) != 1:
        raise TooLate
    audit.record(
        verb="take_up_reading", subject=reading, by=by, now=now, changes={"event": event.pk if event else None}
    )
