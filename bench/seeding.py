"""Rows for the large dashboard: a conference of 200 units with 20 duties each, in every state; needs Django ready."""

from datetime import date, datetime, timedelta
from itertools import islice, product

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DueSource, DutyKind, DutyState
from tongket.units.models import Unit
from tongket.units.rules import BodyType

STATES = (DutyState.OPEN, DutyState.WORKING, DutyState.HANDED_IN, DutyState.ACCEPTED)


def large_conference(*, like: Conference, units: int, duties_each: int, now: datetime) -> Conference:
    """A conference of the same host with so many units and duties."""
    made = Conference.objects.create(
        title=like.title, short_title=like.short_title, host=like.host, held_on=like.held_on, made_at=now
    )
    for number in range(units):
        Duty.objects.bulk_create(_duties(made, _unit(number), duties_each, now))
    return made


def _unit(number: int) -> Unit:
    unit = Unit(body=BodyType.FRONT, short_name=f"Xã {number}")
    unit.set_name(f"Ủy ban Mặt trận Tổ quốc Việt Nam xã {number}")
    unit.save()
    return unit


def _duties(conference: Conference, unit: Unit, count: int, now: datetime) -> list[Duty]:
    kinds = islice(product(range(1, count + 1), DutyKind), count)
    return [
        _duty(conference, unit, kind=kind, ordinal=ordinal, place=place, now=now)
        for place, (ordinal, kind) in enumerate(kinds)
    ]


def _duty(conference: Conference, unit: Unit, *, kind: DutyKind, ordinal: int, place: int, now: datetime) -> Duty:
    state = STATES[(place + unit.pk) % len(STATES)]
    done = state in {DutyState.HANDED_IN, DutyState.ACCEPTED}
    day: date = now.date() + timedelta(days=place - 10)
    return Duty(
        conference=conference,
        unit=unit,
        unit_name=unit.name,
        kind=kind,
        ordinal=ordinal,
        clause=f"III.{place % 5 + 1}",
        text=f"Phần việc {place + 1}",
        due_on=day,
        due_source=DueSource.OFFICE,
        state=state,
        handed_in_at=now if done else None,
        accepted_at=now if state is DutyState.ACCEPTED else None,
    )
