"""Adding, changing and ending units, and the way back."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.accounts import NOW
from tests.factories.units import create_membership, create_unit
from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core.models import Event
from tongket.units import actions
from tongket.units.models import Unit
from tongket.units.queries import last_event
from tongket.units.rules import BodyType, PlaceKind


def event_of(unit: Unit) -> Event:
    """What was last done to the unit."""
    event = last_event(unit)
    assert event is not None
    return event


def test_create_unit_writes_keys_names_and_one_line_of_the_trail(admin: User) -> None:
    values = {"body": BodyType.FRONT, "place_kind": PlaceKind.WARD, "place": "Hòa Hương", "short_name": "MT Hòa Hương"}

    unit = actions.create_unit(
        name="Mặt  trận phường Hòa Hương",
        values=values,
        parent=None,
        aliases=["MTTQ HH", "MTTQ HH "],
        by=admin,
        now=NOW,
    )

    assert (unit.name, [alias.name for alias in unit.aliases.all()]) == ("Mặt trận phường Hòa Hương", ["MTTQ HH"])
    assert unit.search_key == "mat tran phuong hoa huong mt hoa huong mttq hh"
    events = Event.objects.filter(subject=f"unit:{unit.pk}").values_list("verb", "actor", "changes")
    assert list(events) == [("create_unit", f"user:{admin.pk}", {})]


def test_unit_named_in_a_plan_stands_below_the_host_at_its_place(host: Unit, admin: User) -> None:
    unit = actions.create_unit_named(name="Phòng Nội vụ", under=host, by=admin, now=NOW)

    assert (unit.parent, unit.body, unit.place_kind, unit.place) == (host, "other", "thành phố", "Tam Kỳ")


def test_change_unit_keeps_what_stood_there(unit_a: Unit, admin: User) -> None:
    actions.change_unit(unit=unit_a, values={"phone": "0235 111", "aliases": ["MT Tam Thăng"]}, by=admin, now=NOW)

    assert event_of(unit_a).changes == {
        "before": {"phone": "", "aliases": []},
        "after": {"phone": "0235 111", "aliases": ["MT Tam Thăng"]},
    }


def test_change_is_taken_back_with_names_and_parent(unit_a: Unit, unit_b: Unit, host: Unit, admin: User) -> None:
    values = {"name": "Khác", "parent": unit_b, "aliases": ["Y"], "valid_from_on": date(2020, 1, 1)}
    before = (unit_a.name, unit_a.search_key)
    actions.change_unit(unit=unit_a, values=values, by=admin, now=NOW)

    actions.take_back_unit(event=event_of(unit_a), unit=unit_a, by=admin, now=NOW)

    unit = Unit.objects.get(pk=unit_a.pk)
    assert ((unit.name, unit.search_key), unit.parent, unit.valid_from_on) == (before, host, None)
    assert list(unit.aliases.all()) == []
    assert event_of(unit_a).verb == "take_back"


def test_end_unit_names_who_carries_on_and_is_taken_back(unit_a: Unit, unit_b: Unit, admin: User) -> None:
    actions.end_unit(unit=unit_a, last_day=date(2025, 6, 30), successors=[unit_b, unit_a], by=admin, now=NOW)
    assert (unit_a.valid_until_on, list(unit_a.successors.all())) == (date(2025, 6, 30), [unit_b])
    assert list(unit_b.predecessors.all()) == [unit_a]

    actions.take_back_unit(event=event_of(unit_a), unit=unit_a, by=admin, now=NOW)

    unit = Unit.objects.get(pk=unit_a.pk)
    assert (unit.valid_until_on, list(unit.successors.all())) == (None, [])


def test_change_is_not_taken_back_once_the_same_field_changed_again(unit_a: Unit, admin: User) -> None:
    actions.change_unit(unit=unit_a, values={"phone": "1"}, by=admin, now=NOW)
    first = event_of(unit_a)
    actions.change_unit(unit=unit_a, values={"phone": "2"}, by=admin, now=NOW)

    with pytest.raises(actions.TooLate):
        actions.take_back_unit(event=first, unit=unit_a, by=admin, now=NOW)

    assert Unit.objects.get(pk=unit_a.pk).phone == "2"


def test_new_unit_is_taken_back_by_removing_it(host: Unit, admin: User) -> None:
    unit = create_unit(parent=host, aliases=["X"])

    actions.take_back_unit(event=event_of(unit), unit=unit, by=admin, now=NOW)

    assert list(Unit.objects.all()) == [host]


def test_new_unit_stays_once_it_has_people_or_work(host: Unit, admin: User) -> None:
    staffed, busy = create_unit(), create_unit()
    create_membership(unit=staffed)
    Conference.objects.create(title="Hội nghị", short_title="Hội nghị", host=busy, made_at=NOW)

    for unit in (staffed, busy):
        with pytest.raises(actions.TooLate):
            actions.take_back_unit(event=event_of(unit), unit=unit, by=admin, now=NOW)

    assert Unit.objects.filter(pk__in=[staffed.pk, busy.pk]).count() == 2
    assert not Event.objects.filter(verb="take_back").exists()


def test_days_that_run_backwards_are_refused(admin: User) -> None:
    unit = create_unit(valid_from_on=date(2025, 7, 1))

    with pytest.raises(actions.BadUnit) as refused:
        actions.end_unit(unit=unit, last_day=date(2025, 6, 30), successors=[], by=admin, now=NOW)

    assert refused.value.field == "valid_until_on"
    assert Unit.objects.get(pk=unit.pk).valid_until_on is None


def test_unit_never_stands_above_itself(host: Unit, unit_a: Unit, admin: User) -> None:
    village = create_unit(parent=unit_a)

    for parent in (host, unit_a, village):
        with pytest.raises(actions.BadUnit) as refused:
            actions.change_unit(unit=host, values={"parent": parent}, by=admin, now=NOW)
        assert refused.value.field == "parent"

    assert Unit.objects.get(pk=host.pk).parent is None


def test_changing_a_unit_asks_the_same_whatever_the_size_of_the_directory(unit_a: Unit, admin: User) -> None:
    counts = []
    for phone in ("1", "2"):
        with CaptureQueriesContext(connection) as asked:
            actions.change_unit(unit=Unit.objects.get(pk=unit_a.pk), values={"phone": phone}, by=admin, now=NOW)
        counts.append(len(asked))
        for _ in range(3):
            create_unit()

    assert counts[0] == counts[1]
