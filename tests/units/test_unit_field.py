"""Names of units as people type them."""

from datetime import date

import pytest
from django import forms

from tongket.units.directory import Directory
from tongket.units.models import Unit
from tongket.units.rules import UnitRecord
from tongket.units.unit_field import UnitField, unit_named

OLD = UnitRecord("1", "MTTQ xã Hòa Hương", valid_until=date(2025, 6, 30))
NEW = UnitRecord("2", "MTTQ xã Hòa Hương", short_name="MT Hòa Hương")
TWINS = (UnitRecord("3", "Hội Nông dân", short_name="HND"), UnitRecord("4", "Hội Người cao tuổi", short_name="HND"))
DIRECTORY = Directory([OLD, NEW, *TWINS])


def refusal(typed: str) -> str:
    """What is said about a name that is not taken."""
    with pytest.raises(forms.ValidationError) as refused:
        unit_named(typed, DIRECTORY)
    return str(refused.value.messages[0])


@pytest.mark.parametrize("typed", ["MTTQ xã Hòa Hương", "mttq xã hoà hương", "MT Hòa Hương"])
def test_unit_is_found_by_any_name_and_of_namesakes_the_living(typed: str) -> None:
    assert unit_named(typed, DIRECTORY) is NEW


def test_name_of_several_units_is_refused_with_their_names() -> None:
    assert refusal("HND") == "“HND” là tên của nhiều đơn vị: Hội Nông dân; Hội Người cao tuổi. Ghi tên đầy đủ."


def test_unknown_name_is_refused_with_the_nearest() -> None:
    assert (
        refusal("Hội Nông đan") == "“Hội Nông đan” không có trong danh bạ. Gần giống: Hội Nông dân; Hội Người cao tuổi."
    )


def test_name_like_no_other_is_refused_with_what_to_do() -> None:
    assert refusal("zzz") == "“zzz” không có trong danh bạ. Ghi tên như trong danh bạ."


def test_field_gives_the_unit_and_shows_its_name(unit_a: Unit) -> None:
    field = UnitField(required=False)

    assert [field.clean(" ubmttqvn xã tam thăng "), field.clean("")] == [unit_a, None]
    assert [field.prepare_value(unit_a), field.prepare_value("Hội Nông đan")] == [unit_a.name, "Hội Nông đan"]
