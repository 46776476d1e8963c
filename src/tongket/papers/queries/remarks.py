"""What units will say without a paper: those that were asked to, and those that ask to speak."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.board import Shown, state_shown
from tongket.conferences.rules import DutyKind, DutyState, days_late
from tongket.papers.models import Remark
from tongket.papers.rules import REMARK_PICTURES, REMARK_WORDS, RemarkState
from tongket.units.models import Unit

WAITS = Q(duty__isnull=True, state=RemarkState.ASKED) | Q(duty__state=DutyState.HANDED_IN)


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """One unit that speaks or should: its duty where it was asked, what it said where it did."""

    duty: Duty | None
    remark: Remark | None
    unit_name: str
    shown: Shown


def waiting_remarks(conference: Conference) -> int:
    """How many remarks wait for the office; one query."""
    return Remark.objects.filter(WAITS, conference=conference).count()


def remark_rows(conference: Conference, *, today: date) -> list[RemarkRow]:
    """Every asked unit with what it will say, then whoever only asks to speak; two queries."""
    duties = Duty.objects.filter(conference=conference, kind=DutyKind.REMARKS).exclude(state=DutyState.WITHDRAWN)
    asked = duties.select_related("unit", "spoken_remark__file").order_by("pk")
    rows = [_asked(duty, today) for duty in asked]
    wishes = Remark.objects.filter(conference=conference, duty=None).select_related("unit", "file").order_by("pk")
    return sorted([*rows, *map(_wish, wishes)], key=_turn)


def minutes_wanted(rows: Iterable[RemarkRow]) -> float:
    """How many minutes those want whom nobody declined and who did not withdraw."""
    speaking = (
        row.remark for row in rows if row.remark and row.remark.stands in {RemarkState.ASKED, RemarkState.TAKEN}
    )
    return sum(float(remark.minutes) for remark in speaking if remark.minutes is not None)


def _asked(duty: Duty, today: date) -> RemarkRow:
    remark = getattr(duty, "spoken_remark", None)
    if remark is not None:
        remark.duty = duty
    late = days_late(duty.standing, today=today)
    name = duty.unit.called if duty.unit else duty.unit_name
    return RemarkRow(duty, remark, name, state_shown(duty.state, late))


def _wish(remark: Remark) -> RemarkRow:
    stands = remark.stands
    return RemarkRow(None, remark, remark.unit.called, Shown(REMARK_PICTURES[stands], _(REMARK_WORDS[stands])))


def _turn(row: RemarkRow) -> tuple[bool, int]:
    place = row.remark.place if row.remark else None
    return place is None, place or 0


def remark_of(duty: Duty) -> Remark | None:
    """What an asked unit said so far; one query."""
    remark = Remark.objects.filter(duty=duty).select_related("conference", "unit", "file").first()
    if remark is not None:
        remark.duty, remark.conference = duty, duty.conference
    return remark


def units_that_may_ask(conference: Conference) -> list[Unit]:
    """The units that owe something and were not asked to speak, by name; one query."""
    owing = Unit.objects.filter(duties__in=Duty.objects.counted().filter(conference=conference))
    asked = Duty.objects.filter(conference=conference, kind=DutyKind.REMARKS, unit__isnull=False).values("unit")
    return list(owing.exclude(pk__in=asked).distinct().order_by("sort_key"))
