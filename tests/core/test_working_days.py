"""The working days of this installation."""

from datetime import date

import pytest

from tongket.core.models import Holiday
from tongket.core.working_days import work_calendar


@pytest.mark.django_db
def test_office_days_lie_over_the_national_calendar() -> None:
    Holiday.objects.create(held_on=date(2024, 10, 21), name="Lễ hội làng")
    Holiday.objects.create(held_on=date(2024, 10, 19), name="Làm bù", is_working=True)

    calendar = work_calendar()

    days = [date(2024, 10, 21), date(2024, 10, 19), date(2024, 10, 20), date(2024, 9, 2), date(2024, 10, 22)]
    assert [calendar.is_working_day(day) for day in days] == [False, True, False, False, True]
    assert calendar.holiday(date(2024, 10, 21)) == "Lễ hội làng"
