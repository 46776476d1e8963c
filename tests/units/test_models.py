"""What units and the people in them are, and what the database refuses to keep of them."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from tests.factories.accounts import create_user
from tests.factories.units import create_membership, create_person, create_unit
from tongket.units.models import Alias, Membership, Person, Role, Unit
from tongket.units.queries import record_of
from tongket.units.rules import BodyType, PlaceKind, valid_on

JULY = date(2025, 7, 1)
DAY = timedelta(days=1)


def is_refused(row: models.Model) -> bool:
    """Whether the database does not take `row`."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return True
    return False


def named(name: str, short_name: str = "", *aliases: str) -> Unit:
    """A unit that is not kept."""
    unit = Unit(short_name=short_name, body=BodyType.FRONT)
    unit.set_name(name, aliases)
    return unit


def test_unit_is_called_short_where_it_has_a_short_name() -> None:
    assert [named("Ủy ban MTTQ xã", short).called for short in ("", "MT xã")] == ["Ủy ban MTTQ xã", "MT xã"]
    assert str(named("Ủy ban MTTQ xã", "MT xã")) == "Ủy ban MTTQ xã"


def test_name_is_kept_in_one_form() -> None:
    assert named("U\u0309y ban xa\u0303").name == "Ủy ban xã"


def test_unit_is_found_by_all_its_names_without_accents() -> None:
    assert named("Ủy ban MTTQ xã", "MT xã", "Mặt trận ĐỒNG").search_key == "uy ban mttq xa mt xa mat tran dong"


def test_units_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    names = ["Xã Đại", "Xã Dương", "Xã Ánh", "Xã An", "Xã Ân", "Phường Ơn"]

    in_order = sorted(map(named, names), key=lambda unit: unit.sort_key)

    assert [unit.name for unit in in_order] == ["Phường Ơn", "Xã An", "Xã Ánh", "Xã Ân", "Xã Dương", "Xã Đại"]


def test_longest_name_has_a_key_that_fits_its_column() -> None:
    assert len(named("Ữ" * 250).sort_key) <= 1300


LIVES = [
    (None, None),
    (JULY, None),
    (None, JULY),
    (JULY, JULY),
    (JULY + DAY, None),
    (None, JULY - DAY),
    (JULY - DAY, JULY + DAY),
]


@pytest.mark.django_db
def test_filter_of_the_database_and_the_pure_rule_agree_on_who_exists() -> None:
    units = [create_unit(valid_from_on=first, valid_until_on=last) for first, last in LIVES]

    by_rule = [[unit.pk for unit in units if valid_on(record_of(unit), JULY + each * DAY)] for each in (-1, 0, 1)]

    found = [Unit.objects.valid_on(JULY + each * DAY).order_by("pk") for each in (-1, 0, 1)]
    assert [[unit.pk for unit in each] for each in found] == by_rule


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [(JULY, JULY, False), (JULY, JULY - DAY, True), (None, JULY, False), (JULY, None, False)],
)
def test_unit_ends_no_day_before_it_begins(first: date | None, last: date | None, *, refused: bool) -> None:
    unit = named("Ủy ban MTTQ xã")
    unit.valid_from_on, unit.valid_until_on = first, last

    assert is_refused(unit) is refused


@pytest.mark.django_db
def test_unit_is_never_its_own_parent() -> None:
    unit = create_unit()
    unit.parent = unit

    assert is_refused(unit) is True


def test_unit_with_units_below_is_not_removed(host: Unit, unit_a: Unit) -> None:
    with pytest.raises(ProtectedError), transaction.atomic():
        host.delete()

    assert list(host.children.all()) == [unit_a]


def test_unit_that_is_removed_takes_its_names_and_places_along(unit_a: Unit) -> None:
    Alias.objects.create(unit=unit_a, name="Mặt trận Tam Thăng")
    person = create_membership(unit=unit_a).person

    unit_a.delete()

    assert (Alias.objects.count(), Membership.objects.count(), list(Person.objects.all())) == (0, 0, [person])


def test_other_name_stands_once_in_a_unit_and_in_any_number_of_units(unit_a: Unit, unit_b: Unit) -> None:
    Alias.objects.create(unit=unit_a, name="Mặt trận")

    assert [is_refused(Alias(unit=unit, name="Mặt trận")) for unit in (unit_a, unit_b)] == [True, False]


def test_successors_know_whom_they_follow(unit_a: Unit, unit_b: Unit) -> None:
    unit_a.successors.add(unit_b)

    assert (list(unit_b.predecessors.all()), list(unit_b.successors.all())) == ([unit_a], [])


def test_person_has_one_running_place_of_a_role_in_a_unit(unit_a: Unit, unit_b: Unit) -> None:
    person = create_person()
    create_membership(unit=unit_a, person=person, ended_on=JULY)
    create_membership(unit=unit_a, person=person)

    again = [
        Membership(person=person, unit=unit_a, role=Role.MEMBER),
        Membership(person=person, unit=unit_a, role=Role.MEMBER, ended_on=JULY),
        Membership(person=person, unit=unit_a, role=Role.LEADER),
        Membership(person=person, unit=unit_b, role=Role.MEMBER),
    ]

    assert [is_refused(place) for place in again] == [True, False, False, False]


@pytest.mark.django_db
def test_account_belongs_to_one_person_and_its_end_leaves_the_person() -> None:
    user = create_user()
    person = create_person(user=user)

    refused = is_refused(Person(name="Người khác", user=user))
    user.delete()
    person.refresh_from_db()

    assert (refused, person.user) == (True, None)


def test_rows_say_what_they_are(unit_a: Unit) -> None:
    place = create_membership(unit=unit_a, role=Role.CLERK)

    assert [str(row) for row in (place, place.person, Alias(name="Mặt trận"))] == [
        f"{place.person_id} {unit_a.pk} clerk",
        "Nguyễn Văn Hòa",
        "Mặt trận",
    ]


def test_place_kind_is_kept_as_it_is_printed(unit_a: Unit) -> None:
    unit_a.refresh_from_db()

    assert (unit_a.place_kind, PlaceKind(unit_a.place_kind)) == ("xã", PlaceKind.COMMUNE)
