"""Reads over the directory."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from tests.factories.accounts import NOW, create_link, create_user
from tests.factories.units import create_membership, create_unit
from tongket.accounts.actions import revoke_links
from tongket.units.models import Role, Unit
from tongket.units.queries import (
    branches_of,
    directory_on,
    former_people_of,
    people_of,
    tree_of,
    unit_page,
    units_found,
    whole_directory,
)
from tongket.units.rules import BodyType, PlaceKind, UnitRecord


def test_directory_is_a_value_with_keys_names_and_links(
    host: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    unit = create_unit(name="MTTQ xã Cũ", parent=host, aliases=["MT Cũ"], valid_until_on=date(2025, 6, 30))
    unit.successors.add(host)

    with django_assert_num_queries(3):
        directory = whole_directory()

    assert directory.get(str(unit.pk)) == UnitRecord(
        key=str(unit.pk),
        name="MTTQ xã Cũ",
        body=BodyType.FRONT,
        place_kind=PlaceKind.COMMUNE,
        place=unit.place,
        parent=str(host.pk),
        aliases=("MT Cũ",),
        valid_until=date(2025, 6, 30),
        successors=(str(host.pk),),
    )


@pytest.mark.parametrize(("day", "found"), [(date(2025, 6, 30), 2), (date(2025, 7, 1), 1)])
def test_directory_on_a_day_holds_who_exists_then(host: Unit, day: date, found: int) -> None:
    create_unit(valid_until_on=date(2025, 6, 30))

    assert len(directory_on(day)) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("tam thang", ["A"]),
        ("THĂNG tam", ["A"]),
        ("mttq", ["A", "B"]),
        ("hoa huong", ["B"]),
        ("hội", []),
        ("", ["A", "B"]),
    ],
)
def test_search_needs_no_accents_and_knows_other_names(db: None, asked: str, found: list[str]) -> None:
    create_unit(name="MTTQ xã Tam Thăng", short_name="A")
    create_unit(name="Mặt trận phường Hoà Hương", short_name="B", aliases=["MTTQ HH"])

    units = units_found(asked=asked, body="", place_kind="", day=None)

    assert sorted(unit.short_name for unit in units) == found


def test_filters_narrow_by_body_place_and_day(db: None) -> None:
    ended = create_unit(body=BodyType.SCHOOL, place_kind=PlaceKind.WARD, valid_until_on=date(2024, 1, 1))
    create_unit(body=BodyType.SCHOOL)
    create_unit(place_kind=PlaceKind.WARD)

    found = units_found(asked="", body="school", place_kind="phường", day=None)

    assert list(found) == [ended]
    assert list(units_found(asked="", body="school", place_kind="phường", day=date(2024, 1, 2))) == []


def shape(mine: list[Unit]) -> list[tuple[str, int]]:
    """The tree of all units as short names with depth."""
    twigs = tree_of(Unit.objects.order_by("sort_key"), [unit.pk for unit in mine])
    names = dict(Unit.objects.values_list("pk", "short_name"))
    return [(names[twig.key], twig.depth) for twig in twigs]


def test_tree_sets_children_below_and_the_branch_of_the_reader_first(db: None) -> None:
    first = create_unit(name="A", short_name="A")
    top = create_unit(name="T", short_name="T")
    create_unit(name="T1", short_name="T1", parent=top)
    mine = create_unit(name="T2", short_name="T2", parent=top)
    create_unit(name="A1", short_name="A1", parent=first)

    assert shape([]) == [("A", 0), ("A1", 1), ("T", 0), ("T1", 1), ("T2", 1)]
    assert shape([mine]) == [("T", 0), ("T2", 1), ("T1", 1), ("A", 0), ("A1", 1)]


def test_branch_whose_parent_is_not_on_the_page_says_so(host: Unit, unit_a: Unit) -> None:
    twigs = tree_of(Unit.objects.order_by("sort_key"))

    assert [branch.is_cut for branch in branches_of(twigs)] == [False, False]
    assert [branch.is_cut for branch in branches_of(twigs[1:])] == [True]
    alone = tree_of(Unit.objects.filter(pk=unit_a.pk))
    assert [(branch.unit, branch.depth, branch.is_cut) for branch in branches_of(alone)] == [(unit_a, 0, True)]


def test_people_stand_in_order_with_their_open_way_in(unit_a: Unit) -> None:
    member = create_membership(unit=unit_a, user=create_user(name="An"))
    clerk = create_membership(unit=unit_a, user=create_user(name="Bình"), role=Role.CLERK)
    create_membership(unit=unit_a, ended_on=date(2024, 10, 1))
    assert member.person.user is not None
    assert clerk.person.user is not None
    link, _ = create_link(user=member.person.user)
    create_link(user=clerk.person.user, now=NOW - timedelta(days=9))

    assert [(place, place.way_in_until) for place in people_of(unit_a, now=NOW)] == [  # type: ignore[attr-defined]
        (clerk, None),
        (member, link.expires_at),
    ]
    revoke_links(user=member.person.user, by=member.person.user, now=NOW)
    assert [place.way_in_until for place in people_of(unit_a, now=NOW)] == [None, None]  # type: ignore[attr-defined]


def test_former_people_are_the_latest_first(unit_a: Unit) -> None:
    early = create_membership(unit=unit_a, ended_on=date(2024, 1, 1))
    late = create_membership(unit=unit_a, ended_on=date(2024, 10, 1))
    create_membership(unit=unit_a)

    assert list(former_people_of(unit_a)) == [late, early]


def test_page_of_a_unit_asks_the_same_whatever_stands_below(host: Unit) -> None:
    counts = []
    for _ in range(2):
        create_unit(parent=host)
        with CaptureQueriesContext(connection) as asked:
            page = unit_page(host, on=date(2024, 10, 21))
            counts.append((len(asked), len(page.children.all()) > 0, len(page.aliases.all())))

    assert counts[0] == counts[1] == (5, True, 0)
