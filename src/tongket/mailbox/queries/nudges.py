"""Whom the ladder reminds of what: at one moment, and on the days to come."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from tongket.conferences.models import Conference
from tongket.conferences.queries.board import BoardRow
from tongket.conferences.queries.reminders import Waiting, units_to_remind
from tongket.mailbox.ladder import Climbed, Rung, due_rung, to_come
from tongket.mailbox.models import Reminder
from tongket.mailbox.queries.ladders import Terms, terms_of
from tongket.units.models import Unit

DAYS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Nudge:
    """One unit that is reminded now: all it owes, and by duty the rungs that are the reason."""

    waiting: Waiting
    rungs: Mapping[int, Rung]
    goes_by_itself: bool

    @property
    def unit(self) -> Unit:
        """The unit that is reminded."""
        return self.waiting.unit

    @property
    def to_leader(self) -> bool:
        """Whether its leader is written to."""
        return any(rung.to_leader for rung in self.rungs.values())

    @property
    def reasons(self) -> tuple[BoardRow, ...]:
        """The duties for which a rung is climbed."""
        return tuple(row for row in self.waiting.rows if row.id in self.rungs)


def nudges(conference: Conference, *, now: datetime) -> list[Nudge]:
    """The units to remind at `now`, one entry each; empty outside office hours. A constant number of queries."""
    terms, now = terms_of(conference), timezone.localtime(now)
    if terms.next_moment(now) != now:
        return []
    climbed = climbed_of(conference)
    found = [_nudge(each, terms, climbed, now) for each in units_to_remind(conference, kind="", today=now.date())]
    return [each for each in found if each is not None]


def _nudge(waiting: Waiting, terms: Terms, climbed: Mapping[int, Sequence[Climbed]], now: datetime) -> Nudge | None:
    rungs: dict[int, Rung] = {}
    for row in waiting.rows:
        ladder, done = terms.rungs(row.kind), climbed.get(row.id, ())
        rung = due_rung(ladder, row.standing, done, now=now, hours=terms.hours, calendar=terms.calendar)
        if rung is not None:
            rungs[row.id] = rung
    kinds = {row.kind for row in waiting.rows if row.id in rungs}
    return Nudge(waiting, rungs, all(terms.rungs(kind).goes_by_itself for kind in kinds)) if rungs else None


def climbed_of(conference: Conference) -> dict[int, list[Climbed]]:
    """The rungs that were climbed, by duty; one query."""
    columns = ("duty_id", "step", "to_leader", "due_on", "made_at")
    found: dict[int, list[Climbed]] = defaultdict(list)
    for duty, step, to_leader, due_on, made_at in Reminder.objects.filter(duty__conference=conference).values_list(
        *columns
    ):
        found[duty].append(Climbed(Rung(step, to_leader), due_on, timezone.localtime(made_at).date()))
    return found


@dataclass(frozen=True, slots=True)
class DayToCome:
    """A day on which the ladder will remind: which units, and whose leaders, as things stand."""

    on: date
    units: tuple[Unit, ...]
    leaders: tuple[Unit, ...]

    @property
    def number(self) -> int:
        """How many units are written to."""
        return len(self.units)


def days_to_come(conference: Conference, *, today: date) -> list[DayToCome]:
    """The next days on which the ladder reminds if nobody hands anything in; a constant number of queries."""
    terms, climbed = terms_of(conference), climbed_of(conference)
    owed: dict[date, dict[int, Unit]] = defaultdict(dict)
    leaders: dict[date, dict[int, Unit]] = defaultdict(dict)
    for waiting in units_to_remind(conference, kind="", today=today):
        for day, rung in _rungs_to_come(waiting, terms, climbed, today):
            owed[day][waiting.unit.pk] = waiting.unit
            leaders[day] |= {waiting.unit.pk: waiting.unit} if rung.to_leader else {}
    last = conference.held_on or date.max
    days = sorted(day for day in owed if day <= last)[:DAYS_SHOWN]
    return [DayToCome(day, _sorted(owed[day]), _sorted(leaders[day])) for day in days]


def _rungs_to_come(
    waiting: Waiting, terms: Terms, climbed: Mapping[int, Sequence[Climbed]], today: date
) -> list[tuple[date, Rung]]:
    found: list[tuple[date, Rung]] = []
    for row in waiting.rows:
        ladder, done = terms.rungs(row.kind), climbed.get(row.id, ())
        found += to_come(ladder, row.standing, done, today=today, calendar=terms.calendar)
    return found


def _sorted(units: Mapping[int, Unit]) -> tuple[Unit, ...]:
    return tuple(sorted(units.values(), key=lambda unit: unit.sort_key))
