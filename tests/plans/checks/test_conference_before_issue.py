"""The day of the conference and the day of issue."""

from datetime import date

import pytest

from tests.plans.checks.judging import on, plan, said
from tongket.plans.checks.conference_before_issue import check


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2024, 10, 10), ["Ngày họp 10/10/2024 đứng trước ngày ban hành kế hoạch 11/10/2024."]),
        (date(2024, 10, 11), []),
        (date(2024, 10, 30), []),
    ],
)
def test_day(day: date, found: list[str]) -> None:
    assert said(check, plan(time=on(day))) == found


def test_what_is_not_known_is_not_judged() -> None:
    assert said(check, plan()) == []
    assert said(check, plan(issued_on=None, time=on(date(2024, 10, 10)))) == []
