"""A weekday beside a date."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.weekday_mismatch import check


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ngày 05/12/2024 (thứ Sáu)", ["“05/12/2024 (thứ Sáu”: ngày ấy là thứ Năm."]),
        ("Chủ nhật, ngày 05/12/2024", ["“Chủ nhật, ngày 05/12/2024”: ngày ấy là thứ Năm."]),
        ("thứ 2, 05/12/2024", ["“thứ 2, 05/12/2024”: ngày ấy là thứ Năm."]),
        ("ngày 05/12/2024 (thứ Năm)", []),
        ("thứ Năm, ngày 05 tháng 12 năm 2024", []),
        ("thứ Sáu, ngày 31/11/2024", []),
        ("lần thứ năm, 05/12/2024", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert said(check, plan({"II.1": text})) == found
