"""Who comes, by the groups of the plan and in the order of introduction; what pages, documents and the volume ask."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.db.models import QuerySet, prefetch_related_objects

from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.board import DELIVERED, FREED
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core.text import clean
from tongket.delegates.models import Delegate, GroupSize
from tongket.delegates.queries.speaking import Speaking, not_among, speaking_at
from tongket.delegates.queries.unread import last_notes, unread_among
from tongket.delegates.rules import Answer, others_missing, rank_of, sent_by_each
from tongket.delegates.wording import says_nobody
from tongket.documents.kinds.known import facts_of, version_of
from tongket.plans.facts import Participant
from tongket.units.models import Unit

# A list that was handed in is the unit's answer, whether or not the office has looked at it.
ANSWERED = DELIVERED
T = TypeVar("T")
Turn = tuple[bool, int, bool, int, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One person on the list; `speaks` is `paper` or `remarks` where the person speaks, else ""."""

    delegate: Delegate
    speaks: str

    @property
    def is_substitute(self) -> bool:
        """Whether the person comes instead of another."""
        return self.delegate.instead_of_id is not None

    @property
    def body(self) -> str:
        """What stands behind the post."""
        unit = self.delegate.unit
        return self.delegate.body or (unit.name if unit else "")


@dataclass(frozen=True, slots=True)
class Sender:
    """A unit of a group that has to send somebody: whom it named, how many it is asked for and still has to name.

    `is_unread` says that something came from it last, a letter or a file, from which nobody wrote names yet; `note` is
    what it answered where nobody stands on its list.
    """

    duty: Duty
    rows: tuple[Row, ...]
    each: int | None
    missing: int
    is_unread: bool
    note: str = ""

    @property
    def name(self) -> str:
        """The unit's name, the plan's words where nobody settled which unit it is."""
        return self.duty.unit.name if self.duty.unit else self.duty.unit_name

    @property
    def is_answered(self) -> bool:
        """Whether the unit said who comes."""
        return self.duty.state in ANSWERED

    @property
    def sends_nobody(self) -> bool:
        """Whether the unit answered that it sends nobody, not even somebody who is absent."""
        return says_nobody(self.note)

    @property
    def unsent(self) -> int:
        """How many of its places stay empty though it answered: it named fewer, or nobody is left on its list."""
        return others_missing(self.each, len(self.rows)) - self.missing


@dataclass(frozen=True, slots=True)
class Came:
    """What came last from units: whose nobody wrote names from, and the notes of those whose list is empty."""

    unread: frozenset[int]
    notes: Mapping[int, str]


@dataclass(frozen=True)
class Group:
    """A row of the plan's participants with its people; guests beyond the plan are a group without a clause.

    `each` is how many people every unit of it sends, None where nobody says it or rows of the plan say it otherwise of
    others, and `planned` what the plan says of it;
    `rows` are all its people in the order of introduction, `senders` its units in the order of the directory.
    """

    clause: str
    text: str
    each: int | None
    planned: int | None
    rows: tuple[Row, ...]
    senders: tuple[Sender, ...]

    @cached_property
    def counts(self) -> Mapping[Answer, int]:
        """How many come, are absent, have not answered; together they are those who were summoned.

        Whom a unit still has to name counts among the last, a place that it leaves empty among the absent.
        """
        found = Counter(Answer(row.delegate.answer) for row in self.rows)
        found[Answer.ABSENT] += sum(sender.unsent for sender in self.senders)
        found[Answer.ASKED] += sum(sender.missing for sender in self.senders)
        return found

    @property
    def coming(self) -> int:
        """How many come."""
        return self.counts[Answer.COMING]

    @property
    def answered(self) -> int:
        """How many are known to come or to stay away."""
        return self.counts[Answer.COMING] + self.counts[Answer.ABSENT]

    @property
    def size(self) -> int:
        """How many were summoned: the people on the list, and all places of units that nobody was named for."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Attendance:
    """All groups of a conference in the order of the plan, guests beyond it first, and who is to speak there."""

    groups: tuple[Group, ...]
    speaking: Speaking

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everybody on the list, in the order of introduction."""
        return tuple(row for group in self.groups for row in group.rows)

    @cached_property
    def counts(self) -> Mapping[Answer, int]:
        """How many come, are absent, have not answered, counted as in groups."""
        found: Counter[Answer] = Counter()
        for group in self.groups:
            found.update(group.counts)
        return found

    @property
    def unanswered(self) -> tuple[Sender, ...]:
        """The units that have not said who comes."""
        return tuple(sender for group in self.groups for sender in group.senders if not sender.is_answered)

    @property
    def waiting(self) -> tuple[Sender, ...]:
        """The units whose list waits for the office."""
        state = DutyState.HANDED_IN
        return tuple(sender for group in self.groups for sender in group.senders if sender.duty.state == state)

    @property
    def silenced(self) -> tuple[tuple[Sender, str], ...]:
        """Who is to speak for a unit and does not come by the list of that unit: the unit with the name."""
        said = (sender for group in self.groups for sender in group.senders if sender.is_answered)
        units = {sender.duty.unit_id: sender for sender in said if not sender.is_unread}
        speaking = {key: [name for name, _how in self.speaking.speakers.get(key, ())] for key in units}
        coming_from: dict[int | None, list[str]] = {key: [] for key, names in speaking.items() if names}
        for row in self.rows:
            if row.delegate.unit_id in coming_from and row.delegate.answer == Answer.COMING:
                coming_from[row.delegate.unit_id].append(row.delegate.name)
        return tuple(
            (units[key], name) for key, names in coming_from.items() for name in not_among(speaking[key], names)
        )


def standing(conference: Conference) -> QuerySet[Delegate]:
    """The people on the list; whom a freed unit had named is no longer on it."""
    found = Delegate.objects.filter(conference=conference, removed_at=None).exclude(duty__state__in=FREED)
    return found.select_related("unit", "duty", "instead_of", "person")


def attendance_of(conference: Conference) -> Attendance:
    """Who comes; a constant number of queries."""
    duties = _duties(conference)
    people = _people(conference, duties)
    sizes = dict(GroupSize.objects.filter(conference=conference).values_list("clause", "each"))
    speaking = speaking_at(conference)
    came = _came(duties, people)
    texts = group_texts(facts_of(version_of(conference)).participants)
    named, owing = _by_clause(people, group_of), _by_clause(duties, lambda duty: duty.clause)
    beyond = sorted(clause for clause in named.keys() | owing.keys() if clause and clause not in texts)
    groups = [
        _group(
            clause,
            texts.get(clause, []),
            named.get(clause, []),
            owing.get(clause, []),
            sizes.get(clause),
            speaking,
            came,
        )
        for clause in ["", *texts, *beyond]
    ]
    return Attendance(tuple(group for group in groups if group.text or group.size or group.senders), speaking)


def _came(duties: Iterable[Duty], people: Iterable[Delegate]) -> Came:
    """Three queries."""
    answered = [duty.pk for duty in duties if duty.state in ANSWERED]
    unread, named = unread_among(answered), {each.duty_id for each in people}
    return Came(unread, last_notes([key for key in answered if key not in unread and key not in named]))


def _duties(conference: Conference) -> list[Duty]:
    """The binding duties to send somebody in the order of the directory, without what nobody asks of thousands."""
    found = Duty.objects.counted().filter(conference=conference, kind=DutyKind.DELEGATES).select_related("unit")
    return sorted(found.defer("because", "coordinating", "checklist"), key=lambda duty: (*place_of(duty.unit), duty.pk))


def _people(conference: Conference, duties: Iterable[Duty]) -> list[Delegate]:
    """As `standing`, each with the duty and the unit that were read already; four queries, however many people."""
    known = {duty.pk: duty for duty in duties}
    on_list = Delegate.objects.filter(conference=conference, removed_at=None)
    found = [each for each in on_list if each.duty_id is None or each.duty_id in known]
    for each in found:
        each.duty = known.get(each.duty_id) if each.duty_id else None
        if each.duty is not None and each.duty.unit_id == each.unit_id:
            each.unit = each.duty.unit
    others = [each for each in found if each.duty is None or each.duty.unit_id != each.unit_id]
    prefetch_related_objects(others, "unit")
    prefetch_related_objects(found, "instead_of", "person")
    return found


def _by_clause(things: Iterable[T], clause_of: Callable[[T], str]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for each in things:
        found.setdefault(clause_of(each), []).append(each)
    return found


def group_texts(participants: Iterable[Participant]) -> dict[str, list[Participant]]:
    """The rows of the plan's participants by clause, in its order; what has no clause is no group of its own."""
    found: dict[str, list[Participant]] = {}
    for each in participants:
        if each.clause:
            found.setdefault(each.clause, []).append(each)
    return found


def words_of(rows: Iterable[Participant]) -> str:
    """What a group is called: the words of its rows of the plan without the signs that end them."""
    return "; ".join(clean(each.text).rstrip(" .;,") for each in rows)


def group_of(delegate: Delegate) -> str:
    """The clause of the group a person belongs to: that of the unit's duty, else the person's own."""
    return delegate.duty.clause if delegate.duty else delegate.clause


def line_of(delegate: Delegate) -> list[Delegate]:
    """Everybody in the group of a person, in no order; one query."""
    wanted = group_of(delegate)
    return [each for each in standing(delegate.conference) if group_of(each) == wanted]


def in_turn(people: Iterable[Delegate]) -> list[Delegate]:
    """In the order of introduction: as the office set it, then by unit, rank of post, and as they were named."""
    return sorted(people, key=turn_of)


def coming(conference: Conference) -> tuple[Row, ...]:
    """Who comes, in the order of introduction."""
    return tuple(row for row in attendance_of(conference).rows if row.delegate.answer == Answer.COMING)


def turn_of(each: Delegate) -> Turn:
    """What a person is sorted by within the group."""
    rank = rank_of(each.post, each.unit.name if each.unit else each.body)
    return each.place is None, each.place or 0, *place_of(each.unit), rank, each.pk


def place_of(unit: Unit | None) -> tuple[bool, int]:
    """The place in the order in which the directory was written, as letters name units too; last where none is known.

    Directories begin with the bodies that protocol names first; the alphabet would not.
    """
    return (False, unit.pk) if unit else (True, 0)


def rows_of(people: Iterable[Delegate], speaking: Speaking) -> tuple[Row, ...]:
    """People in the order of introduction, with who of them speaks."""
    return tuple(Row(each, speaking.of(each.unit_id, each.name)) for each in in_turn(people))


def _group(
    clause: str,
    said: Sequence[Participant],
    people: Sequence[Delegate],
    duties: Sequence[Duty],
    set_size: int | None,
    speaking: Speaking,
    came: Came,
) -> Group:
    counts = planned_in(said, duties)
    rows = rows_of(people, speaking)
    own: dict[int | None, list[Row]] = {}
    for row in rows:
        own.setdefault(row.delegate.duty_id, []).append(row)
    senders = (_sender(duty, own.get(duty.pk, []), set_size or counts[duty.pk], came) for duty in duties)
    planned = _said_of_all(counts.values())
    return Group(clause, words_of(said), set_size or planned, planned, rows, tuple(senders))


def planned_in(said: Sequence[Participant], duties: Iterable[Duty]) -> dict[int, int | None]:
    """How many people the group's rows of the plan ask of each unit, by its duty; None where they do not say.

    Of a clause with two rows (`mỗi sở 01; mỗi xã 02`) a unit is asked by the one that its duty quotes.
    """
    rows = {duty.pk: _row_of(duty, said) for duty in duties}
    units = Counter(rows.values())
    return {key: sent_by_each(row.text, row.count, units[row]) if row else None for key, row in rows.items()}


def _row_of(duty: Duty, said: Sequence[Participant]) -> Participant | None:
    quoted = said if len(said) == 1 else [one for one in said if clean(one.text) == clean(duty.text)]
    return quoted[0] if quoted else None


def _said_of_all(counts: Iterable[int | None]) -> int | None:
    """The number where it is the same of all units."""
    found = set(counts)
    return found.pop() if len(found) == 1 else None


def _sender(duty: Duty, own: Sequence[Row], each: int | None, came: Came) -> Sender:
    is_unread = duty.pk in came.unread
    missing = 0 if duty.state in ANSWERED and not is_unread else others_missing(each, len(own))
    return Sender(duty, tuple(own), each, missing, is_unread, came.notes.get(duty.pk, ""))
