"""Days that lie too far ahead."""

from datetime import date

import pytest

from tests.plans.checks.judging import due, on, plan, said
from tongket.plans.checks.far_date import check


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2025, 10, 20), ["Ngày 20/10/2025 cách ngày ban hành 11/10/2024 hơn một năm."]),
        (date(2025, 10, 11), []),
        (date(2024, 10, 20), []),
        (None, []),
    ],
)
def test_deadline(day: date | None, found: list[str]) -> None:
    assert said(check, plan(deadlines=(due(day),))) == found


def test_conference() -> None:
    assert said(check, plan(time=on(date(2025, 10, 30)))) == [
        "Ngày 30/10/2025 cách ngày ban hành 11/10/2024 hơn một năm."
    ]


def test_plan_without_date_cannot_be_judged() -> None:
    assert said(check, plan(issued_on=None, time=on(date(2025, 10, 30)))) == []
