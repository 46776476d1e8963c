"""What units and office did with the duties of the sample conference: days set, things handed in, telephone calls."""

from datetime import datetime
from functools import partial

from tongket.accounts.models import User
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.contacts import note_contact
from tongket.conferences.models import Duty
from tongket.conferences.rules import Channel
from tongket.demo.mail import arrive
from tongket.demo.people import PEOPLE
from tongket.demo.playing import Cast, Scene
from tongket.demo.story import CALLS, OFFICE_DAYS, STEPS, Call, Step, at
from tongket.units.models import Unit


def scenes() -> list[Scene]:
    """Everything of this part, in no order."""
    steps = [Scene(step.at, partial(play_step, step)) for step in STEPS]
    calls = [Scene(call.at, partial(_call, call)) for call in CALLS]
    return [Scene(at(11, 16, 30), set_office_days), *steps, *calls]


def set_office_days(cast: Cast, now: datetime) -> None:
    """The days that the plan leaves open."""
    for kind, day in OFFICE_DAYS.items():
        act.set_due_of_kind(conference=cast.conference, kind=kind, due_on=at(day).date(), by=cast.clerk, now=now)


def play_step(step: Step, cast: Cast, now: datetime) -> None:
    """One thing that happened: the unit's own person hands in on the web or writes, the office does the rest."""
    if step.channel == "email":
        arrive(step, now)
        return
    duty, clerk = _duty(step, cast), cast.clerk
    if step.deed == "hand_in":
        own = person_of(duty, cast) if step.channel == "web" else None
        channel = Channel(step.channel)
        act.hand_in(duty=duty, note=step.note, channel=channel, received_at=now, by=own or clerk, now=now)
    elif step.deed == "accept":
        act.accept(duty=duty, by=clerk, now=now)
    elif step.deed == "tick":
        act.tick_item(duty=duty, item=step.item, done=True, by=clerk, now=now)
    else:
        act.start_working(duty=duty, by=clerk, now=now)


def _duty(step: Step, cast: Cast) -> Duty:
    at_clause = {"clause": step.clause} if step.clause else {}
    duties = Duty.objects.select_related("conference").filter(conference=cast.conference, kind=step.kind, **at_clause)
    return duties.filter(unit__name__endswith=step.unit).order_by("pk")[0]


def person_of(duty: Duty, cast: Cast) -> User | None:
    """Somebody of the unit that owes the duty who can sign in."""
    names = [person.name for person in PEOPLE if duty.unit is not None and person.unit == duty.unit.name]
    return cast.users[names[0]] if names else None


def _call(call: Call, cast: Cast, now: datetime) -> None:
    unit = Unit.objects.get(name__endswith=call.unit, duties__conference=cast.conference, duties__kind="review")
    channel = Channel(call.channel)
    note_contact(
        conference=cast.conference,
        unit=unit,
        channel=channel,
        note=call.note,
        is_reminder=call.is_reminder,
        by=cast.clerk,
        now=now,
    )
