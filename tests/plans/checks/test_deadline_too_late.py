"""Time to read and to print."""

from datetime import date

import pytest

from tests.plans.checks.judging import due, on, plan, said
from tongket.plans.checks import Context
from tongket.plans.checks.deadline_too_late import check
from tongket.plans.facts import Deadline, Time

HELD = on(date(2024, 10, 30))  # a Wednesday


@pytest.mark.parametrize(
    ("deadline", "found"),
    [
        (due(date(2024, 10, 25)), []),
        (due(date(2024, 10, 28)), ["Hạn báo cáo ngày 28/10/2024 chỉ còn 1 ngày làm việc trước hội nghị."]),
        (due(date(2024, 10, 30)), ["Hạn báo cáo ngày 30/10/2024 chỉ còn 0 ngày làm việc trước hội nghị."]),
        (due(date(2024, 10, 29), "danh sách đại biểu"), []),
        (due(date(2024, 10, 31)), []),
        (due(None), []),
    ],
)
def test_deadline(deadline: Deadline, found: list[str]) -> None:
    assert said(check, plan(time=HELD, deadlines=(deadline,))) == found


def test_office_may_need_less_time() -> None:
    hurried = Context(printing_days=1)

    assert said(check, plan(time=HELD, deadlines=(due(date(2024, 10, 28)),)), hurried) == []


def test_open_day_cannot_be_judged() -> None:
    time = Time("cuối tháng 10", date(2024, 10, 21), date(2024, 10, 31), None, None, tentative=True)

    assert said(check, plan(time=time, deadlines=(due(date(2024, 10, 20)),))) == []
