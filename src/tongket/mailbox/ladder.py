"""The ladder of reminders: which rung is due, on which working day, within which hours. Pure.

A rung is a working day counted from the last day in time: `-2` is the second working day before it, `0` the last
working day until it, `1` the first after it. A ladder is climbed upwards only, at most one rung a day, and only while
nothing was handed in. Of rungs that were missed only the highest is climbed, so that no unit is flooded after the
machine stood still; but a leader is never written to before the unit itself was reminded. Where the last day was
moved the ladder starts anew.
"""

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from itertools import islice

from tongket.conferences.rules import DutyKind, Standing, last_day
from tongket.core.calendar import WorkCalendar

OTHER = "other"
NUMBERS = re.compile(r"\d+")
PARTED = re.compile(r"[\d\s,;.]*(?:và[\d\s,;.]*)?")
MOST_DAYS = 60
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Rung:
    """A step of the ladder in working days from the last day; the leader's comes after the unit's of the same day."""

    step: int
    to_leader: bool = False


@dataclass(frozen=True, slots=True)
class Rungs:
    """The ladder of one kind of duty: its steps, the leader's, and whether it is on and goes without a person."""

    steps: tuple[int, ...]
    leader_after: int | None = None
    goes_by_itself: bool = False
    is_on: bool = True

    @property
    def upwards(self) -> tuple[Rung, ...]:
        """Every rung, the lowest first."""
        own = [Rung(step) for step in self.steps]
        leader = [] if self.leader_after is None else [Rung(self.leader_after, to_leader=True)]
        return tuple(sorted({*own, *leader}))

    @property
    def before(self) -> tuple[int, ...]:
        """How many working days before the last day, the farthest first; 0 is the last day itself."""
        return tuple(-step for step in sorted(self.steps) if step <= 0)

    @property
    def after(self) -> tuple[int, ...]:
        """How many working days after the last day."""
        return tuple(step for step in sorted(self.steps) if step > 0)


@dataclass(frozen=True, slots=True)
class Climbed:
    """A rung that was climbed: for which last day, and when."""

    rung: Rung
    due_on: date
    on: date


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When reminders may leave the office, on working days; `until` is no longer inside."""

    opens_at: time = time(7, 30)
    until_at: time = time(16, 30)


def day_of(step: int, last: date, calendar: WorkCalendar) -> date:
    """The day of a step; `0` is the last working day until `last`, the others are counted without `last` itself."""
    if step == 0:
        return calendar.last_working_day_until(last)
    towards = DAY if step > 0 else -DAY
    return next(islice(_worked(last + towards, towards, calendar), abs(step) - 1, None))


def _worked(day: date, by: timedelta, calendar: WorkCalendar) -> Iterator[date]:
    """The working days from `day` on, forwards or backwards."""
    while True:
        if calendar.is_working_day(day):
            yield day
        day += by


def next_office_moment(now: datetime, hours: OfficeHours, calendar: WorkCalendar) -> datetime:
    """`now` where it lies within office hours of a working day, else the next moment at which the office opens.

    `now` carries the office's time zone, and so does the answer.
    """
    day = now.date()
    if calendar.is_working_day(day):
        if hours.opens_at <= now.time() < hours.until_at:
            return now
        if now.time() < hours.opens_at:
            return _opening(now, day, hours)
    return _opening(now, day_of(1, day, calendar), hours)


def _opening(now: datetime, day: date, hours: OfficeHours) -> datetime:
    return datetime.combine(day, hours.opens_at, tzinfo=now.tzinfo)


def due_rung(
    rungs: Rungs,
    standing: Standing,
    climbed: Collection[Climbed],
    *,
    now: datetime,
    hours: OfficeHours,
    calendar: WorkCalendar,
) -> Rung | None:
    """The one rung to climb for a duty at `now`; None outside office hours, and where nothing is owed or due."""
    last = last_day(standing)
    if last is None or not rungs.is_on or next_office_moment(now, hours, calendar) != now:
        return None
    done = [each for each in climbed if each.due_on == last]
    if any(each.on >= now.date() for each in done):
        return None
    above = [rung for rung in _above(rungs, done) if day_of(rung.step, last, calendar) <= now.date()]
    return _highest(above, rungs, done)


def _above(rungs: Rungs, done: Collection[Climbed]) -> list[Rung]:
    """The rungs that lie higher than what was climbed."""
    highest = max((each.rung for each in done), default=None)
    return [rung for rung in rungs.upwards if highest is None or rung > highest]


def _highest(above: list[Rung], rungs: Rungs, done: Collection[Climbed]) -> Rung | None:
    """The highest rung; a unit that was never reminded of this day comes before its leader."""
    own = [rung for rung in above if not rung.to_leader]
    was_reminded = any(not each.rung.to_leader for each in done)
    if above and above[-1].to_leader and rungs.steps and not was_reminded:
        return own[-1] if own else None
    return above[-1] if above else None


def to_come(
    rungs: Rungs, standing: Standing, climbed: Collection[Climbed], *, today: date, calendar: WorkCalendar
) -> list[tuple[date, Rung]]:
    """The rungs that will still be climbed after `today` if nothing is handed in, with their days."""
    last = last_day(standing)
    if last is None or not rungs.is_on:
        return []
    above = _above(rungs, [each for each in climbed if each.due_on == last])
    dated = [(day_of(rung.step, last, calendar), rung) for rung in above]
    return [(day, rung) for day, rung in dated if day > today]


def days_given(rungs: Rungs, last: date, calendar: WorkCalendar) -> list[tuple[date, Rung]]:
    """Every day on which the ladder reminds of a duty with this last day."""
    return [(day_of(rung.step, last, calendar), rung) for rung in rungs.upwards]


@cache
def shipped() -> dict[str, Rungs]:
    """The ladders that ship, by kind of duty and `other`; a BadLadder names what does not fit."""
    return read_ladders((files("tongket.mailbox") / "ladders.toml").read_text(encoding="utf-8"))


def shipped_for(kind: str) -> Rungs:
    """The ladder that ships for a kind of duty, also for one that this version does not know."""
    return shipped().get(kind, shipped()[OTHER])


class BadLadder(ValueError):
    """The file of ladders has a kind or a key that means nothing, or lacks one."""


def read_ladders(text: str) -> dict[str, Rungs]:
    """Ladders from the text of their file; raises BadLadder."""
    parts = tomllib.loads(text)
    wanted = {*DutyKind, OTHER}
    if parts.keys() != wanted:
        raise BadLadder(f"kinds {sorted(parts)}; wanted {sorted(wanted)}")
    return {kind: _ladder(kind, part) for kind, part in parts.items()}


def _ladder(kind: str, part: dict[str, object]) -> Rungs:
    before, after, leader = part.get("before"), part.get("after"), part.get("leader")
    unknown = part.keys() - {"before", "after", "leader"}
    if unknown or not isinstance(before, list) or not isinstance(after, list) or not isinstance(leader, int | None):
        raise BadLadder(f"{kind}: {part}; wanted before = [days], after = [days], leader = day")
    steps = steps_of(before, after)
    return Rungs(steps, leader)


def steps_of(before: Collection[int], after: Collection[int]) -> tuple[int, ...]:
    """The steps from days before and after, lowest first."""
    return tuple(sorted({*(-day for day in before), *after}))


def days_in(typed: str) -> list[int] | None:
    """The numbers of days that a person lists, `5, 2` or `5 và 2`, each once; None where there is more than that."""
    return sorted({int(found) for found in NUMBERS.findall(typed)}) if PARTED.fullmatch(typed) else None
