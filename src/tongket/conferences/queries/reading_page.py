"""The reading page as values: what must be asked first, what is clear, and how much of it a person has settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tongket.accounts.models import User
from tongket.conferences.derive import OpenedName
from tongket.conferences.fact_fields import (
    FIELDS,
    MANY,
    TITLES,
    FactField,
    Fault,
    Shape,
    printed,
    summary,
    typed_from,
)
from tongket.conferences.marked import Mark, MarkedLine, mark_lines
from tongket.conferences.models import FactState, Reading, ReadingFact, ReadingName
from tongket.conferences.queries.readings import (
    Understanding,
    answers_of,
    finding_key,
    is_unsure,
    spans_of,
    understand,
)
from tongket.core.dates import plain_day
from tongket.core.findings import Finding
from tongket.plans.checks.answers import Answer
from tongket.plans.facts import Facts
from tongket.plans.plan import SURE_FROM
from tongket.plans.repairs import Repair, repairs
from tongket.units.access import memberships_on
from tongket.units.collectives import open_collective
from tongket.units.models import Role, Unit
from tongket.units.rules import UnitRecord

KEY_ORDER = {key: place for place, key in enumerate(FIELDS)}
HIDDEN_KEYS = frozenset({"sections"})
LONGEST_SUMMARY = 150
HEADER_LOOKS = {"kind": "type", "title": "title", "number": "date", "issued_on": "date", "signature": "sign"}


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field of a fact with what stands in it, and the fault of what was typed."""

    field: FactField
    value: str
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class FactShown:
    """One fact on the page: what it is, where it stands, what was read, and its fields when it is open for editing."""

    row: ReadingFact
    title: str
    clause: str
    summary: str
    is_unsure: bool
    fields: tuple[FieldShown, ...] = ()

    @property
    def is_removed(self) -> bool:
        """Whether a person left this fact out."""
        return self.row.state == FactState.REMOVED

    @property
    def is_touched(self) -> bool:
        """Whether a person has said something of this fact."""
        return self.row.state != FactState.READ


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding with the answers that a click can give, and the one that was given."""

    finding: Finding
    key: str
    answers: tuple[Answer, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that a name may stand for."""

    key: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class NameShown:
    """A name of the plan that no unit fits surely, or a collective name with the units it opens to."""

    name: str
    clause: str
    candidates: tuple[Candidate, ...]
    is_collective: bool
    is_settled: bool
    is_left_out: bool = False

    @property
    def chosen_count(self) -> int:
        """How many units it stands for now."""
        return sum(candidate.is_chosen for candidate in self.candidates)


@dataclass(frozen=True, slots=True)
class When:
    """The day and hour of the conference: what the plan says, and what a person has fixed."""

    said: str
    clause: str
    earliest: str
    latest: str
    is_tentative: bool
    held_on: str
    starts_at: str
    faults: Mapping[str, Fault] = field(default_factory=dict)

    @property
    def is_settled(self) -> bool:
        """Whether the day is known."""
        return bool(self.held_on)


@dataclass(slots=True)
class Outcome:
    """What came of a form: typed values with faults by fact, faults of the day, and a fact being added."""

    typed: dict[int, Mapping[str, str]] = field(default_factory=dict)
    faults: dict[int, Sequence[Fault]] = field(default_factory=dict)
    when: dict[str, Fault] = field(default_factory=dict)
    when_typed: dict[str, str] = field(default_factory=dict)
    editing: int = 0
    adding: str = ""
    adding_typed: Mapping[str, str] = field(default_factory=dict)
    adding_faults: Sequence[Fault] = ()

    @property
    def has_faults(self) -> bool:
        """Whether something typed could not be taken."""
        return bool(self.faults or self.when or self.adding_faults)


@dataclass(frozen=True, slots=True)
class Adding:
    """A fact that a person is adding: its key and its fields with what was typed so far."""

    key: str
    shown: FactShown


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Everything that the reading page shows."""

    reading: Reading
    lines: tuple[MarkedLine, ...]
    when: When
    unsure: tuple[FactShown, ...]
    questions: tuple[FindingShown, ...]
    notes: tuple[FindingShown, ...]
    names: tuple[NameShown, ...]
    collectives: tuple[NameShown, ...]
    clear: tuple[FactShown, ...]
    sections: tuple[FactShown, ...]
    missing: tuple[tuple[str, str], ...]
    duties: int
    units: int
    hosts: tuple[Unit, ...]
    has_host: bool
    repairs: tuple[Repair, ...]

    @property
    def read_count(self) -> int:
        """How many facts were read."""
        return len(self.unsure) + len(self.clear)

    @property
    def ask_count(self) -> int:
        """How many things a person should look at first."""
        return 1 + len(self.unsure) + len(self.questions) + len(self.names)

    @property
    def settled_count(self) -> int:
        """How many of them are settled."""
        return (
            self.when.is_settled
            + sum(fact.is_touched for fact in self.unsure)
            + sum(bool(question.chosen) for question in self.questions)
            + sum(name.is_settled for name in self.names)
        )

    @property
    def open_count(self) -> int:
        """How many of them are left."""
        return self.ask_count - self.settled_count


def clause_of(row: ReadingFact) -> str:
    """The clause a fact stands at, empty for header and signature."""
    return (row.value or {}).get("clause") or "" if isinstance(row.value, dict) else ""


def shown_fact(
    row: ReadingFact, typed: Mapping[str, str] | None, faults: Sequence[Fault], *, is_open: bool
) -> FactShown:
    """A fact for the page; what a person typed stays in its fields while it has a fault."""
    text = summary(row.key, row.value)
    short = text if len(text) <= LONGEST_SUMMARY else text[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"
    values = typed or typed_from(row.key, row.value)
    by_field = {fault.field: fault for fault in faults}
    fields = tuple(FieldShown(each, values.get(each.name, ""), by_field.get(each.name)) for each in FIELDS[row.key])
    return FactShown(row, TITLES[row.key], clause_of(row), short, is_unsure(row), fields if is_open else ())


def marks_of(rows: Iterable[ReadingFact]) -> list[Mark]:
    """The words that facts stand on, for the text on the left; headings are marked by their type already."""
    return [
        Mark(row.path, spans_of(row), not is_unsure(row)) for row in rows if row.spans and row.key not in HIDDEN_KEYS
    ]


def looks_of(rows: Iterable[ReadingFact]) -> dict[int, str]:
    """How the lines of header and signature are set, by the facts that stand on them."""
    return {span[0]: HEADER_LOOKS[row.key] for row in rows if row.key in HEADER_LOOKS for span in row.spans}


def missing_of(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Keys a person can add: every list, and each single fact the plan does not state."""
    return tuple(
        (key, TITLES[key]) for key in FIELDS if key not in HIDDEN_KEYS and (key in MANY or getattr(facts, key) is None)
    )


def questions_of(understanding: Understanding, answers: Mapping[str, str]) -> list[FindingShown]:
    """The findings in the order of the checks, with the answers that were given."""
    return [
        FindingShown(
            finding,
            finding_key(finding),
            answers_of(finding),
            answers.get(finding_key(finding), ""),
        )
        for finding in understanding.findings
    ]


def lines_of(reading: Reading, rows: Sequence[ReadingFact], understanding: Understanding) -> tuple[MarkedLine, ...]:
    """The text of the plan with its marks."""
    return mark_lines(reading.lines, understanding.plan.clauses, marks_of(rows), looks_of(rows))


def when_of(facts: Facts, answers: Mapping[str, str], outcome: Outcome) -> When:
    """The day and hour: as the plan says, as a person fixed it, and what was typed wrongly."""
    said = facts.time
    held_on = outcome.when_typed.get("held_on", printed(Shape.DAY, answers.get("held_on")))
    if not held_on and said and not said.tentative and said.earliest and said.earliest == said.latest:
        held_on = plain_day(said.earliest)
    return When(
        said=said.text if said else "",
        clause=next((each.clause for each in reversed(facts.sections) if "thời gian" in each.heading.lower()), ""),
        earliest=plain_day(said.earliest) if said and said.earliest else "",
        latest=plain_day(said.latest) if said and said.latest else "",
        is_tentative=said.tentative if said else True,
        held_on=held_on,
        starts_at=outcome.when_typed.get("starts_at", answers.get("starts_at", (said.start if said else "") or "")),
        faults=outcome.when,
    )


def facts_shown(rows: Sequence[ReadingFact], outcome: Outcome) -> list[FactShown]:
    """Every fact but the headings, in the order of the plan; unsure and faulty ones are open for editing."""
    shown = []
    for row in rows:
        faults = outcome.faults.get(row.pk, ())
        is_open = row.pk == outcome.editing or bool(faults) or is_unsure(row)
        if row.value is not None or is_unsure(row):
            shown.append(shown_fact(row, outcome.typed.get(row.pk), faults, is_open=is_open))
    return shown


def adding_shown(outcome: Outcome) -> Adding | None:
    """The empty fields of a fact that a person adds, with what was typed into them so far."""
    if outcome.adding not in FIELDS:
        return None
    row = ReadingFact(pk=0, key=outcome.adding, value=None)
    typed = outcome.adding_typed or typed_from(outcome.adding, None)
    return Adding(outcome.adding, shown_fact(row, typed, outcome.adding_faults, is_open=True))


def reading_page(reading: Reading, outcome: Outcome, *, user: User, today: date) -> ReadingPage:
    """Everything of the page; a constant number of queries."""
    rows = sorted(reading.facts.all(), key=lambda row: (KEY_ORDER[row.key], row.ordinal))
    understood = understand(reading, rows, today=today)
    shown = facts_shown([row for row in rows if row.key not in HIDDEN_KEYS], outcome)
    questions = questions_of(understood, reading.answers)
    names = names_of(reading, understood)
    asked = {row.pk for row in rows if row.sure < SURE_FROM and row.state != FactState.REMOVED}
    return ReadingPage(
        reading=reading,
        lines=lines_of(reading, rows, understood),
        when=when_of(understood.plan.facts, reading.answers, outcome),
        unsure=tuple(fact for fact in shown if fact.row.pk in asked),
        questions=tuple(question for question in questions if question.answers),
        notes=tuple(question for question in questions if not question.answers),
        names=tuple(name for name in names if not name.is_collective),
        collectives=tuple(name for name in names if name.is_collective),
        clear=tuple(fact for fact in shown if fact.row.pk not in asked),
        sections=tuple(shown_fact(row, None, (), is_open=False) for row in rows if row.key == "sections"),
        missing=missing_of(understood.plan.facts),
        duties=len(understood.derivation.duties),
        units=len({duty.unit or duty.unit_name for duty in understood.derivation.duties}),
        hosts=hosts_of(user, understood, today=today),
        has_host=understood.host is not None,
        repairs=repairs(mending["code"] for mending in reading.mendings),
    )


def names_of(reading: Reading, understood: Understanding) -> list[NameShown]:
    """Names to settle: those no unit fits surely, those a person has settled, and collective names with their units."""
    settled = {row.name: row for row in reading.names.prefetch_related("units")}
    derivation = understood.derivation
    shown = [_open_name(name.name, name.clause, name.candidates) for name in derivation.open_names]
    shown += [_opened_name(each, settled, understood) for each in derivation.opened_names]
    known = {name.name for name in shown}
    return shown + [_settled_name(row) for row in settled.values() if row.name not in known]


def _open_name(name: str, clause: str | None, units: Iterable[UnitRecord]) -> NameShown:
    candidates = tuple(Candidate(unit.key, unit.name, is_chosen=False) for unit in units)
    return NameShown(name, clause or "", candidates, is_collective=False, is_settled=False)


def _settled_name(row: ReadingName) -> NameShown:
    candidates = tuple(Candidate(str(unit.pk), unit.name, is_chosen=True) for unit in row.units.all())
    return NameShown(row.name, "", candidates, is_collective=False, is_settled=True, is_left_out=row.is_left_out)


def _opened_name(opened: OpenedName, settled: Mapping[str, ReadingName], understood: Understanding) -> NameShown:
    """A collective name: the units it stands for, and those it would stand for by the directory alone."""
    chosen = {unit.key for unit in opened.units}
    all_units = open_collective(opened.name, understood.directory, host=understood.host) or opened.units
    units = {unit.key: unit for unit in (*all_units, *opened.units)}
    candidates = tuple(Candidate(key, unit.name, key in chosen) for key, unit in units.items())
    return NameShown(
        opened.name, opened.clause or "", candidates, is_collective=True, is_settled=opened.name in settled
    )


def hosts_of(user: User, understood: Understanding, *, today: date) -> tuple[Unit, ...]:
    """The units that this person may hold a conference for, where the plan's issuer is not clear."""
    if understood.host is not None:
        return ()
    mine = memberships_on(user, today).filter(role__in=[Role.CLERK, Role.LEADER]).values("unit_id")
    return tuple(Unit.objects.filter(pk__in=mine).order_by("sort_key"))
