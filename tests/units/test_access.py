"""Who may read and change the directory."""

from datetime import date, timedelta

import pytest

from tests.factories.accounts import NOW, create_user
from tests.factories.units import create_membership, create_unit
from tongket.accounts.models import User
from tongket.units import access
from tongket.units.models import Membership, Role, Unit
from tongket.units.queries import whole_directory

TODAY = date(2024, 10, 21)
YESTERDAY = TODAY - timedelta(days=1)


def user_in(unit: Unit, role: Role = Role.MEMBER, *, ended_on: date | None = None) -> User:
    """Somebody with this place."""
    user = create_user()
    create_membership(unit=unit, user=user, role=role, ended_on=ended_on)
    return user


def place_of(user: User) -> Membership:
    """The one place of this user."""
    return Membership.objects.select_related("person__user", "unit__parent").get(person__user=user)


def test_clerk_edits_own_unit_and_those_below_not_above_or_beside(host: Unit, unit_a: Unit, unit_b: Unit) -> None:
    village = create_unit(parent=unit_a)
    clerk_a = user_in(unit_a, Role.CLERK)

    rights = [access.may_edit(clerk_a, unit, on=TODAY) for unit in (host, unit_a, village, unit_b)]

    assert rights == [False, True, True, False]


@pytest.mark.parametrize(
    ("role", "ended_on", "found"),
    [
        (Role.LEADER, None, True),
        (Role.CLERK, TODAY, True),
        (Role.CLERK, YESTERDAY, False),
        (Role.MEMBER, None, False),
    ],
)
def test_edit_right_comes_from_a_running_deciding_role(
    host: Unit,
    unit_a: Unit,
    role: Role,
    ended_on: date | None,
    found: bool,  # noqa: FBT001
) -> None:
    assert access.may_edit(user_in(host, role, ended_on=ended_on), unit_a, on=TODAY) is found


def test_directory_is_read_by_deciders_and_by_people_of_an_office(
    admin: User, secretariat: User, host: Unit, member_a: User, unit_b: Unit, guest: User
) -> None:
    people = [admin, secretariat, user_in(host), user_in(unit_b, Role.LEADER), member_a, guest]

    assert [access.may_read_directory(user, on=TODAY) for user in people] == [True, True, True, True, False, False]


def test_roots_are_added_by_the_administrator_only(admin: User, secretariat: User, host: Unit, unit_a: Unit) -> None:
    rights = [
        access.may_add_below(user, parent, on=TODAY) for user in (admin, secretariat) for parent in (None, unit_a)
    ]

    assert rights == [True, True, False, True]


def test_people_are_seen_by_their_own_and_from_above(
    secretariat: User, host: Unit, unit_a: Unit, member_a: User, member_b: User
) -> None:
    lookers = [secretariat, user_in(host), member_a, member_b]

    assert [access.may_see_people(user, unit_a, on=TODAY) for user in lookers] == [True, True, True, False]


def test_plain_member_changes_plain_members_and_themselves(member_a: User, unit_a: Unit) -> None:
    colleague, leader = user_in(unit_a), user_in(unit_a, Role.LEADER)

    rights = [access.may_edit_person(member_a, place_of(user), on=TODAY) for user in (member_a, colleague, leader)]

    assert rights == [True, True, False]
    assert access.may_edit_person(leader, place_of(leader), on=TODAY) is True


def test_nobody_gets_into_an_account_that_may_more(
    admin: User, secretariat: User, host: Unit, unit_a: Unit, member_a: User
) -> None:
    elsewhere = create_unit()
    double = create_membership(unit=unit_a, user=create_user())
    create_membership(unit=elsewhere, person=double.person, role=Role.CLERK)
    ruling = create_membership(unit=host, user=admin)
    places = [place_of(member_a), double, ruling]

    assert access.let_in_by(secretariat, places, on=TODAY) == {places[0].pk}
    assert access.let_in_by(admin, places, on=TODAY) == {place.pk for place in places}


def test_former_place_elsewhere_does_not_hinder_a_way_in(secretariat: User, unit_a: Unit) -> None:
    place = create_membership(unit=unit_a, user=create_user())
    create_membership(unit=create_unit(), person=place.person, role=Role.CLERK, ended_on=YESTERDAY)

    assert access.may_let_in(secretariat, place, on=TODAY) is True


def test_held_keys_are_the_units_below_a_deciders_own(
    admin: User, secretariat: User, host: Unit, unit_a: Unit, member_a: User
) -> None:
    other = create_unit()
    directory = whole_directory()

    assert access.held_keys(secretariat, directory, on=NOW.date()) == {str(host.pk), str(unit_a.pk)}
    assert access.held_keys(admin, directory, on=NOW.date()) == {str(host.pk), str(unit_a.pk), str(other.pk)}
    assert access.held_keys(member_a, directory, on=NOW.date()) == frozenset()


def test_clerk_sees_whom_to_call_in_bodies_of_the_own_place_and_changes_nothing_there(
    secretariat: User, host: Unit, unit_a: Unit
) -> None:
    committee = create_unit(name="UBND thành phố", place_kind=host.place_kind, place=host.place)  # type: ignore[arg-type]
    ward = create_unit(name="UBND phường An Mỹ", parent=committee)
    plain = user_in(host)

    assert [access.may_see_people(secretariat, unit, on=TODAY) for unit in (committee, ward)] == [True, True]
    assert [access.may_see_people(plain, unit, on=TODAY) for unit in (committee, ward, unit_a)] == [False, False, True]
    assert [access.may_edit(secretariat, unit, on=TODAY) for unit in (committee, ward)] == [False, False]
