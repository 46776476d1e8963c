"""The standing people of this room: clerk, leader, member of the host, two units, a guest; it is Monday morning."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.test import Client

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tongket.accounts.models import User
from tongket.conferences.models import Conference, Duty
from tongket.core import clock
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


@pytest.fixture
def office(db: None) -> Office:
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


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    """A browser in which this person is signed in."""

    def client_of(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return client_of


@pytest.fixture(autouse=True)
def monday_morning(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is 21/10/2024, 8:15, for every test of this room."""
    monkeypatch.setattr(clock, "moved_to", lambda: NOW)
    yield
    clock.hold(None)
