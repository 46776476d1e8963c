"""Days and names as people type them."""

from datetime import date

import pytest
from django import forms

from tongket.units.directory import Directory
from tongket.units.forms.fields import DayField, unit_named
from tongket.units.rules import UnitRecord

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


@pytest.mark.parametrize(
    ("typed", "found"), [("30/6/2025", date(2025, 6, 30)), (" 2025-06-30 ", date(2025, 6, 30)), ("", None)]
)
def test_day_is_read_as_vietnamese_write_it(typed: str, found: date | None) -> None:
    assert DayField(required=False).clean(typed) == found


def test_day_that_is_not_in_the_calendar_says_what_is_wanted() -> None:
    with pytest.raises(forms.ValidationError) as refused:
        DayField().clean("31/9/2025")

    assert refused.value.messages == ["31/9/2025 không có trong lịch. Ghi ngày/tháng/năm, ví dụ 30/10/2024."]


def test_day_stands_in_its_field_as_it_is_typed() -> None:
    assert DayField().prepare_value(date(2025, 6, 5)) == "5/6/2025"
    assert DayField().prepare_value("31/9/2025") == "31/9/2025"
