"""Who a name of the plan means."""

import pytest

from tests.conferences.derive.making import ALLIES, BY_KEY, FRONT, FRONTS, HOST, owner, owners
from tongket.conferences.derive.drafts import OpenedName
from tongket.conferences.derive.owners import Owner


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Hội Nông dân thành phố", ["farmers"]),
        ("Hội Nông dân", ["farmers"]),
        ("Ủy ban MTTQ Việt Nam xã Tam Thăng", ["thang"]),
        (HOST.name, ["host"]),
        (ALLIES, ["women", "farmers"]),
        ("các tổ chức chính trị - xã hội", ["women", "farmers"]),
        (FRONTS, ["ward", "phu", "thang"]),
        (f"{FRONT} các xã", ["phu", "thang"]),
        ("UBND các xã, phường", ["government-ward", "government-thang"]),
        ("các xã, phường", ["ward", "phu", "thang"]),
        ("Hội Nông dân thành phố, Phòng Kinh tế và Hội Liên hiệp phụ nữ thành phố", ["farmers", "economy", "women"]),
        (f"Hội Nông dân thành phố; {ALLIES}", ["farmers", "women"]),
        ("Hội Khuyến học tỉnh", [None]),
    ],
)
def test_name_means_units(name: str, keys: list[str | None]) -> None:
    assert [each.key for each in owners().of(name, "IV")] == keys


def test_unknown_name_is_kept_open_with_the_likeliest_units() -> None:
    known = owners()

    found = known.of("Hội Nông nghiệp thành phố", "IV.2")

    assert found == (Owner(None, "Hội Nông nghiệp thành phố"),)
    (asked,) = known.open_names.values()
    assert (asked.name, asked.clause, asked.candidates[0]) == ("Hội Nông nghiệp thành phố", "IV.2", BY_KEY["farmers"])


def test_collective_name_is_kept_with_the_units_it_opened_to() -> None:
    known = owners()

    known.of(ALLIES, "IV.2")
    known.of(ALLIES, "IV.3")

    assert known.opened_names == {ALLIES: OpenedName(ALLIES, "IV.2", (BY_KEY["women"], BY_KEY["farmers"]))}


def test_choice_of_a_person_goes_before_the_directory() -> None:
    known = owners(chosen={"Hội Nông dân thành phố": ("women", "economy", "gone")})

    assert known.of("Hội Nông dân thành phố", "IV") == (owner("women"), owner("economy"))
    assert (known.open_names, known.opened_names) == ({}, {})


def test_choice_of_nobody_leaves_nobody() -> None:
    assert owners(chosen={"Phòng Kinh tế": ()}).of("Phòng Kinh tế", "IV") == ()


def test_chosen_name_is_never_split() -> None:
    name = "Hội Nông dân thành phố và Phòng Kinh tế"

    assert owners(chosen={name: ("women",)}).of(name, "IV") == (owner("women"),)


def test_chosen_units_of_a_collective_name_stay_known_as_such() -> None:
    known = owners(chosen={ALLIES: ("women",)})

    assert known.of(ALLIES, "IV.2") == (owner("women"),)
    assert known.opened_names == {ALLIES: OpenedName(ALLIES, "IV.2", (BY_KEY["women"],))}


def test_keys_leave_out_names_without_a_unit() -> None:
    assert owners().keys_of("Hội Nông dân thành phố, Hội Khuyến học tỉnh", None) == frozenset({"farmers"})


def test_host_is_an_owner_where_it_is_known() -> None:
    assert (owners().host_owner(), owners(host=None).host_owner()) == (owner("host"), Owner(None, ""))
    assert (owners().is_host(owner("host")), owners().is_host(owner("women"))) == (True, False)
    assert owners(host=None).is_host(Owner(None, "")) is False
