"""The page of the ladders: for each kind of duty the last days of this conference, and the days they give."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS, ORDER
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import last_day
from tongket.core.calendar import WorkCalendar
from tongket.core.dates import short_day
from tongket.mailbox.ladder import Rung, Rungs, days_given

DAYS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Given:
    """What a ladder gives for one last day: how many units owe by it, when they are reminded, when their leaders."""

    last: date
    units: int
    own: tuple[date, ...]
    leader: date | None

    @property
    def days(self) -> str:
        """`14/10, 17/10, 21/10`."""
        return ", ".join(short_day(day) for day in self.own)


@dataclass(frozen=True, slots=True)
class KindPart:
    """One kind of duty on the page: its words and the last days by which units owe it, with their number."""

    code: str
    label: str
    last_days: tuple[tuple[date, int], ...]
    ends_on: date

    def given(self, rungs: Rungs, calendar: WorkCalendar) -> tuple[Given, ...]:
        """The days that a ladder gives before the conference, for the first few last days."""
        found = self.last_days[:DAYS_SHOWN] if rungs.is_on else ()
        return tuple(_given(last, units, self._days(last, rungs, calendar)) for last, units in found)

    def _days(self, last: date, rungs: Rungs, calendar: WorkCalendar) -> list[tuple[date, Rung]]:
        return [(day, rung) for day, rung in days_given(rungs, last, calendar) if day < self.ends_on]


def _given(last: date, units: int, dated: list[tuple[date, Rung]]) -> Given:
    leader = next((day for day, rung in dated if rung.to_leader), None)
    own = dict.fromkeys(day for day, rung in dated if not rung.to_leader)
    return Given(last, units, tuple(own), leader)


def kind_parts(conference: Conference) -> list[KindPart]:
    """The kinds of duty that other units than the host owe, in the order of the registry; one query."""
    owed = Duty.objects.counted().filter(conference=conference, unit__isnull=False).exclude(unit=conference.host_id)
    days: Mapping[str, Counter[date]] = defaultdict(Counter)
    for duty in owed.only("kind", "state", "due_on", "return_due_at"):
        last = last_day(duty.standing) or duty.due_on
        days[duty.kind].update([last] if last else [])
    known = [kind for kind in (*ORDER, *sorted(days.keys() - set(ORDER))) if kind in days]
    ends_on = conference.held_on or date.max
    return [KindPart(kind, _label(kind), tuple(sorted(days[kind].items())), ends_on) for kind in known]


def _label(kind: str) -> str:
    return str(_(KINDS[kind].heading)) if kind in KINDS else kind
