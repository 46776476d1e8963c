"""Whom the ladder reminds of what: at one moment, and on the days to come."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Situation:
    """How a conference stands at one moment: who owes what, what was climbed, and by which terms it reminds."""

    conference: Conference
    now: datetime
    terms: Terms
    waiting: tuple[Waiting, ...]
    climbed: Mapping[int, Sequence[Climbed]]

    @property
    def opens_at(self) -> datetime | None:
        """When reminders next leave the office, None where they may leave now."""
        moment = self.terms.next_moment(self.now)
        return None if moment == self.now else moment

    @property
    def ends_on(self) -> date:
        """The day from which nobody is reminded any more: that of the conference."""
        return self.conference.held_on or date.max

    def nudges(self) -> list[Nudge]:
        """The units to remind now, one entry each; empty outside office hours and from the day of the conference on."""
        if self.opens_at is not None or self.now.date() >= self.ends_on:
            return []
        found = [self._nudge(each) for each in self.waiting]
        return [each for each in found if each is not None]

    def _nudge(self, waiting: Waiting) -> Nudge | None:
        rungs = {row.id: rung for row in waiting.rows if (rung := self._due_rung(row)) is not None}
        kinds = {row.kind for row in waiting.rows if row.id in rungs}
        goes_by_itself = all(self.terms.rungs(kind).goes_by_itself for kind in kinds)
        return Nudge(waiting, rungs, goes_by_itself) if rungs else None

    def _due_rung(self, row: BoardRow) -> Rung | None:
        ladder, done = self.terms.rungs(row.kind), self.climbed.get(row.id, ())
        hours, calendar = self.terms.hours, self.terms.calendar
        return due_rung(ladder, row.standing, done, now=self.now, hours=hours, calendar=calendar)

    def days_to_come(self) -> list[DayToCome]:
        """The next days on which the ladder reminds if nobody hands anything in."""
        owed: dict[date, dict[int, Unit]] = defaultdict(dict)
        leaders: dict[date, dict[int, Unit]] = defaultdict(dict)
        for unit, day, rung in self._rungs_to_come():
            owed[day][unit.pk] = unit
            leaders[day] |= {unit.pk: unit} if rung.to_leader else {}
        days = sorted(day for day in owed if day < self.ends_on)[:DAYS_SHOWN]
        return [DayToCome(day, _sorted(owed[day]), _sorted(leaders[day])) for day in days]

    def _rungs_to_come(self) -> Iterator[tuple[Unit, date, Rung]]:
        today, calendar = self.now.date(), self.terms.calendar
        for unit, row in ((each.unit, row) for each in self.waiting for row in each.rows):
            ladder, done = self.terms.rungs(row.kind), self.climbed.get(row.id, ())
            for day, rung in to_come(ladder, row.standing, done, today=today, calendar=calendar):
                yield unit, day, rung


def _sorted(units: Mapping[int, Unit]) -> tuple[Unit, ...]:
    return tuple(sorted(units.values(), key=lambda unit: unit.sort_key))


def situation_of(conference: Conference, *, now: datetime) -> Situation:
    """Reads how the conference stands; a constant number of queries."""
    local = timezone.localtime(now)
    waiting = units_to_remind(conference, kind="", today=local.date())
    return Situation(conference, local, terms_of(conference), tuple(waiting), climbed_of(conference))


def climbed_of(conference: Conference) -> dict[int, list[Climbed]]:
    """The rungs that were climbed, by duty; one query."""
    columns = ("duty_id", "step", "to_leader", "due_on", "made_at")
    rows = Reminder.objects.filter(duty__conference=conference).values_list(*columns)
    found: dict[int, list[Climbed]] = defaultdict(list)
    for duty, step, to_leader, due_on, made_at in rows:
        found[duty].append(Climbed(Rung(step, to_leader), due_on, timezone.localtime(made_at).date()))
    return found
