"""A deadline and the conference it serves."""

from datetime import date

import pytest

from tests.plans.checks.judging import due, on, plan, said
from tongket.plans.checks.deadline_after_conference import check


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2024, 10, 31), ["Hạn báo cáo ngày 31/10/2024 đến sau hội nghị (30/10/2024)."]),
        (date(2024, 10, 30), []),
        (None, []),
    ],
)
def test_deadline(day: date | None, found: list[str]) -> None:
    assert said(check, plan(time=on(date(2024, 10, 30)), deadlines=(due(day),))) == found


def test_plan_without_day_cannot_be_judged() -> None:
    assert said(check, plan(deadlines=(due(date(2024, 10, 31)),))) == []
