"""Day and place of a conference."""

from dataclasses import replace
from datetime import date

import pytest

from tests.plans.checks.judging import codes, on, plan
from tongket.plans.checks.time_to_announce import check
from tongket.plans.facts import Time, Venue

FIXED = on(date(2024, 10, 30))
OPEN = Time("cuối tháng 10", date(2024, 10, 21), date(2024, 10, 31), None, None, tentative=True)
HALL = Venue("Hội trường UBND xã", None)


def test_report_announces_nothing() -> None:
    assert codes(check, replace(plan(), is_plan=False)) == []


@pytest.mark.parametrize(
    ("time", "venue", "found"),
    [
        (FIXED, HALL, []),
        (OPEN, HALL, ["time-to-announce"]),
        (None, HALL, ["time-to-announce"]),
        (FIXED, None, ["venue-missing"]),
        (FIXED, Venue(None, "số 5 Lê Lợi"), ["venue-missing"]),
        (None, None, ["time-to-announce", "venue-missing"]),
    ],
)
def test_time_and_place(time: Time | None, venue: Venue | None, found: list[str]) -> None:
    assert codes(check, plan(time=time, venue=venue)) == found
