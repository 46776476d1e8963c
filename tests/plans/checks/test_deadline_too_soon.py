"""How much time units have."""

from datetime import date

import pytest

from tests.plans.checks.judging import due, plan, said
from tongket.core.findings import Level
from tongket.plans.checks import Context
from tongket.plans.checks.deadline_too_soon import check


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2024, 10, 11), ["Hạn báo cáo ngày 11/10/2024 không sau ngày ban hành."]),
        (
            date(2024, 10, 20),
            ["Hạn báo cáo ngày 20/10/2024 chỉ để lại 3 ngày làm việc sau khi kế hoạch đến nơi."],
        ),
        (date(2024, 10, 23), []),
        (None, []),
    ],
)
def test_deadline(day: date | None, found: list[str]) -> None:
    assert said(check, plan(deadlines=(due(day),))) == found


def test_deadline_before_the_issue_stops() -> None:
    (finding,) = check(plan(deadlines=(due(date(2024, 10, 1)),)), Context())

    assert finding.level is Level.BLOCKER


def test_plan_without_date_cannot_be_judged() -> None:
    assert said(check, plan(issued_on=None, deadlines=(due(date(2024, 10, 20)),))) == []
