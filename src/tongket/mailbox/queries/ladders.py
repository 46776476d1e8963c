"""By which terms a conference reminds: its ladders over those that ship, its office hours, its working days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from tongket.conferences.models import Conference
from tongket.core.audit import reference
from tongket.core.calendar import WorkCalendar
from tongket.core.dates import DayFault, parse_clock
from tongket.core.models import Setting
from tongket.core.working_days import work_calendar
from tongket.mailbox.ladder import OfficeHours, Rungs, next_office_moment, shipped_for
from tongket.mailbox.models import Ladder
from tongket.units.models import Unit

HOURS = "mailbox.office_hours"


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides when a conference reminds: its own ladders by kind, hours and working days."""

    own: Mapping[str, Rungs]
    hours: OfficeHours = field(default_factory=OfficeHours)
    calendar: WorkCalendar = field(default_factory=WorkCalendar)

    def rungs(self, kind: str) -> Rungs:
        """The ladder of a kind: the conference's own, else the one that ships."""
        return self.own.get(kind) or shipped_for(kind)

    def next_moment(self, now: datetime) -> datetime:
        """When a reminder may leave the office: `now` within office hours, else when it next opens."""
        return next_office_moment(now, self.hours, self.calendar)


def terms_of(conference: Conference) -> Terms:
    """The terms of one conference; three queries."""
    rows = Ladder.objects.filter(conference=conference)
    own = {row.kind: Rungs(tuple(row.steps), row.leader_after, row.goes_by_itself, row.is_on) for row in rows}
    return Terms(own, hours_of(conference.host), work_calendar())


def hours_of(host: Unit) -> OfficeHours:
    """The office hours of a unit, as it set them or as they ship."""
    row = Setting.objects.filter(key=HOURS, scope=reference(host)).first()
    if row is None:
        return OfficeHours()
    return OfficeHours(_clock(row.value["opens_at"]), _clock(row.value["until_at"]))


def _clock(text: str) -> time:
    at = parse_clock(text)
    if isinstance(at, DayFault):
        raise TypeError(f"{HOURS} holds {text!r}; wanted hours and minutes")
    return at


def running_on(day: date) -> list[Conference]:
    """The conferences that still remind on `day`: being prepared, and held later or nobody knows when."""
    found = Conference.objects.select_related("host").filter(state="preparing").order_by("pk")
    return [each for each in found if each.held_on is None or each.held_on > day]
