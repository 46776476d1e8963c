"""Days as people type them."""

from datetime import date

import pytest
from django import forms

from tongket.units.forms.fields import DayField


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
