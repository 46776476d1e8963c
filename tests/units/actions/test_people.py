"""People of units: adding, changing, leaving, the way back, and the accounts they enter with."""

from datetime import date

import pytest

from tests.factories.accounts import NOW, create_user
from tests.factories.units import create_membership, create_person
from tongket.accounts.models import User
from tongket.core.models import Event
from tongket.units import actions
from tongket.units.models import Membership, Person, Role, Unit
from tongket.units.queries import last_event

TYPED = {"name": "Võ Thị Hồng  Nhung", "post": "Phó Chủ tịch", "phone": "0905 000 104", "email": "nhung@vidu.vn"}


def event_of(membership: Membership) -> Event:
    """What was last done to this place."""
    event = last_event(membership)
    assert event is not None
    return event


def test_add_person_keeps_personal_values_out_of_the_trail(unit_a: Unit, admin: User) -> None:
    place = actions.add_person(unit=unit_a, **TYPED, role=Role.MEMBER, by=admin, now=NOW)

    assert (place.person.name, place.post, place.ended_on) == ("Võ Thị Hồng Nhung", "Phó Chủ tịch", None)
    event = event_of(place)
    assert (event.verb, event.scope, event.changes) == ("add_person", f"unit:{unit_a.pk}", {})


def test_change_person_renames_the_account_and_leaves_what_is_not_asked(unit_a: Unit, admin: User) -> None:
    place = create_membership(unit=unit_a, user=create_user(name="Sai Tên"), post="Chủ tịch")

    actions.change_person(membership=place, values={"name": "Đúng Tên"}, by=admin, now=NOW)

    assert User.objects.get(person=place.person).name == "Đúng Tên"
    kept = {"name": "Đúng Tên", "post": "Chủ tịch", "phone": "0905 000 103", "email": "", "role": "member"}
    assert actions.values_of(Membership.objects.get(pk=place.pk)) == kept
    assert event_of(place).changes == {}


def test_change_is_taken_back_with_the_values_that_stood_there(unit_a: Unit, admin: User) -> None:
    place = create_membership(unit=unit_a)
    before = actions.values_of(place)
    actions.change_person(membership=place, values=TYPED, by=admin, now=NOW)

    actions.take_back_person(event=event_of(place), membership=place, before=before, by=admin, now=NOW)

    assert actions.values_of(Membership.objects.get(pk=place.pk)) == before


def test_change_is_not_taken_back_by_who_does_not_know_what_stood_there(unit_a: Unit, admin: User) -> None:
    place = create_membership(unit=unit_a)
    actions.change_person(membership=place, values=TYPED, by=admin, now=NOW)

    with pytest.raises(actions.TooLate):
        actions.take_back_person(event=event_of(place), membership=place, before=None, by=admin, now=NOW)


def test_end_and_its_way_back(unit_a: Unit, admin: User) -> None:
    place = create_membership(unit=unit_a)
    actions.end_membership(membership=place, last_day=date(2024, 10, 21), by=admin, now=NOW)
    assert Membership.objects.get(pk=place.pk).ended_on == date(2024, 10, 21)

    actions.take_back_person(event=event_of(place), membership=place, before=None, by=admin, now=NOW)

    assert Membership.objects.get(pk=place.pk).ended_on is None
    with pytest.raises(actions.TooLate):
        actions.take_back_person(event=event_of(place), membership=place, before=None, by=admin, now=NOW)


def test_added_person_is_taken_back_until_they_have_an_account(unit_a: Unit, admin: User) -> None:
    kept = actions.add_person(unit=unit_a, **TYPED, role=Role.MEMBER, by=admin, now=NOW)
    gone = actions.add_person(unit=unit_a, **TYPED, role=Role.MEMBER, by=admin, now=NOW)
    actions.user_of(person=kept.person, by=admin, now=NOW)

    actions.take_back_person(event=event_of(gone), membership=gone, before=None, by=admin, now=NOW)
    with pytest.raises(actions.TooLate):
        actions.take_back_person(event=event_of(kept), membership=kept, before=None, by=admin, now=NOW)

    assert list(Person.objects.all()) == [kept.person]


def test_account_of_a_person_is_made_once_without_a_password(db: None, admin: User) -> None:
    person = Person.objects.create(name="Lê Quang Định", email="Dinh@vidu.vn")

    user = actions.user_of(person=person, by=admin, now=NOW)

    assert (user.name, user.email, user.has_usable_password()) == ("Lê Quang Định", "Dinh@vidu.vn", False)
    assert actions.user_of(person=person, by=admin, now=NOW) == user


def test_account_gets_no_email_that_another_account_has(db: None, admin: User) -> None:
    create_user(email="chung@vidu.vn")
    person = Person.objects.create(name="Lê Quang Định", email="CHUNG@vidu.vn")

    assert actions.user_of(person=person, by=admin, now=NOW).email is None


def test_contact_is_the_first_plain_member(unit_a: Unit, admin: User) -> None:
    create_membership(unit=unit_a, ended_on=date(2024, 1, 1))
    create_membership(unit=unit_a, role=Role.LEADER)
    first = create_membership(unit=unit_a)
    create_membership(unit=unit_a)

    assert actions.contact_of(unit=unit_a, by=admin, now=NOW) == first.person


def test_contact_is_made_where_everybody_may_more_than_hand_in(
    host: Unit, unit_a: Unit, unit_b: Unit, admin: User
) -> None:
    create_membership(unit=unit_a, person=create_person(user=admin))
    clerk_elsewhere = create_membership(unit=unit_a)
    create_membership(unit=unit_b, person=clerk_elsewhere.person, role=Role.CLERK)

    contact = actions.contact_of(unit=unit_a, by=admin, now=NOW)

    assert contact.name == "Người phụ trách, UBMTTQVN xã Tam Thăng"
    assert [(place.unit, place.role) for place in contact.memberships.all()] == [(unit_a, "member")]
    assert actions.contact_of(unit=unit_a, by=admin, now=NOW) == contact
