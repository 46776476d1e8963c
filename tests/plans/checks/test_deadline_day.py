"""A deadline on a day off, and what a click can answer."""

from datetime import date

import pytest

from tests.plans.checks.judging import due, plan, said
from tongket.plans.checks import Context
from tongket.plans.checks.deadline_day import check
from tongket.plans.plan import Plan

SUNDAY = date(2024, 10, 20)


def with_deadline(text: str, day: date | None = SUNDAY) -> Plan:
    """A plan whose IV.1 says `text` of its one deadline."""
    return plan({"IV.1": text}, deadlines=(due(day),))


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (SUNDAY, ["Hạn báo cáo ngày 20/10/2024 là Chủ nhật, ngày Phụ nữ Việt Nam."]),
        (date(2024, 10, 19), ["Hạn báo cáo ngày 19/10/2024 là thứ Bảy."]),
        (date(2025, 1, 1), ["Hạn báo cáo ngày 1/1/2025 là thứ Tư, Tết Dương lịch."]),
        (date(2024, 10, 18), []),
        (None, []),
    ],
)
def test_day(day: date | None, found: list[str]) -> None:
    assert said(check, with_deadline("", day)) == found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Gửi báo cáo trước ngày 20/10/2024.",
            {"as-printed": date(2024, 10, 19), "working-day": date(2024, 10, 18), "whole-day": SUNDAY},
        ),
        ("Gửi báo cáo chậm nhất ngày 20/10/2024.", {"as-printed": SUNDAY, "working-day": date(2024, 10, 18)}),
    ],
    ids=["before that day", "on that day"],
)
def test_answers_name_each_day_once(text: str, days: dict[str, date]) -> None:
    (finding,) = check(with_deadline(text), Context())

    answers = finding.values["answers"]
    assert isinstance(answers, tuple)
    assert {answer.code: answer.due_on for answer in answers} == days
