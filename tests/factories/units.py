"""Makes units and the people in them."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from tests.factories.accounts import NOW
from tongket.accounts.models import User
from tongket.units import actions
from tongket.units.models import Membership, Person, Role, Unit
from tongket.units.rules import BodyType, PlaceKind

_numbers = count(1)


def create_unit(
    *,
    name: str = "",
    short_name: str = "",
    body: BodyType = BodyType.FRONT,
    place_kind: PlaceKind = PlaceKind.COMMUNE,
    place: str = "",
    parent: Unit | None = None,
    aliases: Iterable[str] = (),
    valid_from_on: date | None = None,
    valid_until_on: date | None = None,
) -> Unit:
    """A unit; without a place it gets a numbered one, without a name that of the front there."""
    place = place or f"Thử {next(_numbers)}"
    values = {
        "short_name": short_name,
        "body": body,
        "place_kind": place_kind,
        "place": place,
        "valid_from_on": valid_from_on,
        "valid_until_on": valid_until_on,
    }
    name = name or f"Ủy ban MTTQ Việt Nam {place_kind.value} {place}"
    return actions.create_unit(name=name, values=values, parent=parent, aliases=aliases, by=None, now=NOW)


def create_person(*, name: str = "Nguyễn Văn Hòa", phone: str = "0905 000 103", user: User | None = None) -> Person:
    """Somebody of a unit; without `user` the person never logged in."""
    return Person.objects.create(name=name, phone=phone, user=user)


def create_membership(
    *,
    unit: Unit | None = None,
    person: Person | None = None,
    user: User | None = None,
    role: Role = Role.MEMBER,
    post: str = "Chủ tịch",
    ended_on: date | None = None,
) -> Membership:
    """A person's place in a unit; `user` is the account of the person that is made."""
    person = person or create_person(user=user, name=user.name if user else "Nguyễn Văn Hòa")
    return Membership.objects.create(unit=unit or create_unit(), person=person, role=role, post=post, ended_on=ended_on)
