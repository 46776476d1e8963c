"""Makes ladders, climbed rungs and people who read mail."""

from datetime import date, datetime

from tests.factories.conferences import NOW
from tongket.conferences.models import Conference, Duty
from tongket.mailbox.models import Ladder, Message, Reminder
from tongket.units.models import Membership, Person, Role, Unit


def make_reader(*, unit: Unit, email: str, role: Role = Role.MEMBER, name: str = "Nguyễn Văn Hòa") -> Membership:
    """Somebody of a unit who reads mail."""
    person = Person.objects.create(name=name, email=email)
    return Membership.objects.create(person=person, unit=unit, role=role)


def make_ladder(
    *,
    conference: Conference,
    kind: str = "paper",
    steps: tuple[int, ...] = (-5, -2, 1),
    leader_after: int | None = 3,
    goes_by_itself: bool = False,
    is_on: bool = True,
) -> Ladder:
    """The ladder of one kind as the office set it."""
    return Ladder.objects.create(
        conference=conference,
        kind=kind,
        steps=list(steps),
        leader_after=leader_after,
        goes_by_itself=goes_by_itself,
        is_on=is_on,
    )


def make_climbed(
    *,
    duty: Duty,
    step: int,
    to_leader: bool = False,
    due_on: date | None = None,
    message: Message | None = None,
    at: datetime = NOW,
) -> Reminder:
    """A rung that was climbed for a duty."""
    day = due_on or duty.due_on
    assert day is not None
    return Reminder.objects.create(duty=duty, due_on=day, step=step, to_leader=to_leader, message=message, made_at=at)
