"""The hour of a conference."""

from datetime import date

import pytest

from tests.plans.checks.judging import codes, on, plan
from tongket.plans.checks.hours import check
from tongket.plans.facts import Time

DAY = date(2024, 10, 30)


@pytest.mark.parametrize(
    ("time", "found"),
    [
        (on(DAY, start="07:30", end="11:00"), []),
        (on(DAY, start="07:30"), []),
        (on(DAY, start="14:00", end="11:00"), ["hours-reversed"]),
        (on(DAY, start="14:00", end="14:00"), ["hours-reversed"]),
        (on(DAY, start=None), ["no-hour"]),
        (Time("30/10", DAY, DAY, None, None, tentative=True), []),
        (Time("cuối tháng 10", date(2024, 10, 21), date(2024, 10, 31), None, None, tentative=False), []),
        (None, []),
    ],
)
def test_hours(time: Time | None, found: list[str]) -> None:
    assert codes(check, plan(time=time)) == found
