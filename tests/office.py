"""A conference with two owing units and the people around it: who stands in the tests of every room."""

from dataclasses import dataclass

from tests.factories.conferences import make_conference, make_duty, make_unit, make_user
from tongket.accounts.models import User
from tongket.conferences.models import Conference, Duty
from tongket.units.models import Role, Unit


@dataclass(frozen=True, slots=True)
class Office:
    """A conference with two owing units and the people around it."""

    conference: Conference
    unit_a: Unit
    unit_b: Unit
    duty_a: Duty
    duty_b: Duty
    clerk: User
    leader: User
    host_member: User
    member_a: User
    member_b: User
    guest: User


def make_office() -> Office:
    """Clerk, leader and plain member of the host, a member of each unit with a duty of its own, and a guest."""
    conference = make_conference()
    unit_a, unit_b = make_unit(place="Tam Thăng"), make_unit(place="Tam Phú")
    return Office(
        conference=conference,
        unit_a=unit_a,
        unit_b=unit_b,
        duty_a=make_duty(conference=conference, unit=unit_a),
        duty_b=make_duty(conference=conference, unit=unit_b),
        clerk=make_user(unit=conference.host, role=Role.CLERK),
        leader=make_user(unit=conference.host, role=Role.LEADER, name="Nguyễn Thị Thu Hiền"),
        host_member=make_user(unit=conference.host, name="Lê Văn Chín"),
        member_a=make_user(unit=unit_a, name="Nguyễn Văn Hòa"),
        member_b=make_user(unit=unit_b, name="Võ Thị Sáu"),
        guest=make_user(name="Người Lạ"),
    )
