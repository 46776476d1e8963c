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


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("kiến nghị", ""),
        ("báo cáo", "Sau Tọa đàm tổng hợp báo cáo gửi Sở Tư pháp trước ngày 15/11/2024."),
        ("hồ sơ quyết toán", ""),
    ],
)
def test_what_follows_a_conference_comes_after_it(what: str, text: str) -> None:
    deadlines = (due(date(2024, 11, 15), what),)

    assert said(check, plan({"IV.1": text}, time=on(date(2024, 10, 30)), deadlines=deadlines)) == []


def test_plan_without_day_cannot_be_judged() -> None:
    assert said(check, plan(deadlines=(due(date(2024, 10, 31)),))) == []
