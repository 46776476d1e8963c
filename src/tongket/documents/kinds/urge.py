"""Công văn đôn đốc: to every unit whose duty is still open on its last day or after, with what is still missing."""

from collections import Counter
from datetime import date, timedelta

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind, DutyState, days_late
from tongket.core import clock
from tongket.core.calendar import OfficeDay, WorkCalendar
from tongket.core.findings import words
from tongket.core.models import Holiday
from tongket.documents.kinds.kind import Addressee, Kind, Options, Values
from tongket.documents.kinds.known import COMMON, common, duties_of, owing, told_above
from tongket.documents.kinds.names import names
from tongket.documents.kinds.request import PARTS
from tongket.documents.spoken import short_day

WAITING = {DutyState.OPEN, DutyState.WORKING, DutyState.RETURNED}


def _day(options: Options) -> date:
    """The day the letter speaks of: the one chosen, else today."""
    return date.fromisoformat(options["on"]) if options.get("on") else clock.today()


def open_duties(conference: Conference, options: Options) -> list[Duty]:
    """The duties that are due and have nothing handed in, of the kinds chosen or of all."""
    day = _day(options)
    kinds = [kind for kind in options.get("duty_kinds") or PARTS if kind != DutyKind.TASK]
    found = [duty for duty in duties_of(conference, kinds) if DutyState(duty.state) in WAITING]
    return [duty for duty in found if duty.due_on is not None and duty.due_on <= day]


def addressees(conference: Conference, options: Options) -> list[Addressee]:
    """The units that are late, each with what it still owes."""
    return owing(open_duties(conference, options))


def clause(conference: Conference, options: Options) -> str:
    """The precise clause that most of the late duties come from, of several the first in the plan."""
    asked = Counter(duty.clause for duty in open_duties(conference, options) if duty.clause)
    return max(asked, key=lambda place: asked[place], default="")


def values(conference: Conference, options: Options) -> Values:
    """What is missing, line by line, and the next working day but one as the new last day."""
    day = _day(options)
    return common(conference, options) | {
        "den_ngay": day.isoformat(),
        "han_moi": options.get("due_on") or _working_day_after(day, 2).isoformat(),
        "con_thieu": [_line(duty, day) for duty in open_duties(conference, options)],
    }


def _working_day_after(day: date, steps: int) -> date:
    """The working day that many steps later, by the national calendar under the office's own."""
    own = {each.held_on: OfficeDay(each.name, each.is_working) for each in Holiday.objects.filter(held_on__gt=day)}
    worked = WorkCalendar(own)
    while steps:
        day += timedelta(days=1)
        steps -= worked.is_working_day(day)
    return day


def _line(duty: Duty, day: date) -> dict[str, str]:
    late = days_late(duty.standing, today=day)
    assert duty.due_on is not None
    return {
        "don_vi": duty.unit_name,
        "viec": PARTS[duty.kind][0],
        "han": short_day(duty.due_on),
        "cham": f"trễ {late} ngày" if late else "đến hạn",
    }


KIND = Kind(
    code="urge",
    label=words("Công văn đôn đốc"),
    type_name="",
    abbreviation="",
    names=names(*COMMON, "den_ngay", "han_moi", "con_thieu"),
    values=values,
    addressees=addressees,
    clause=clause,
    copies=told_above,
)
