"""A conference on a day off."""

from datetime import date

import pytest

from tests.plans.checks.judging import on, plan, said
from tongket.plans.checks.conference_day_off import check
from tongket.plans.facts import Time

SUNDAY = date(2024, 11, 3)


@pytest.mark.parametrize(
    ("time", "found"),
    [
        (on(SUNDAY, "ngày 03/11/2024"), ["Ngày họp 3/11/2024 là Chủ nhật."]),
        (on(date(2025, 9, 2), "ngày 02/9/2025"), ["Ngày họp 2/9/2025 là thứ Ba, Quốc khánh."]),
        (on(SUNDAY, "Chủ nhật, ngày 03/11/2024"), []),
        (on(date(2024, 11, 4), "ngày 04/11/2024"), []),
        (Time("đầu tháng 11", date(2024, 11, 1), date(2024, 11, 10), None, None, tentative=True), []),
        (None, []),
    ],
)
def test_day(time: Time | None, found: list[str]) -> None:
    assert said(check, plan(time=time)) == found
