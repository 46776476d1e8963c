"""The 0 in the line of the date of issue."""

import pytest

from tests.plans.checks.judging import said
from tests.plans.making import plan_of
from tongket.plans.checks.date_padding import check

PLAN = """UBND HUYỆN BÌNH SƠN
Số: 45/KH-PNV
Bình Sơn, {date}

KẾ HOẠCH
Tổng kết phong trào thi đua
"""


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("ngày 5 tháng 11 năm 2025", ["Dòng ngày ban hành ghi “ngày 5 tháng 11 năm 2025”."]),
        ("ngày 15 tháng 1 năm 2025", ["Dòng ngày ban hành ghi “ngày 15 tháng 1 năm 2025”."]),
        ("ngày 05 tháng 02 năm 2025", []),
        ("ngày 05 tháng 3 năm 2025", []),
        ("ngày 05 tháng 03 năm 2025", []),
        ("ngày     tháng 3 năm 2025", []),
    ],
)
def test_date_line(date: str, found: list[str]) -> None:
    assert said(check, plan_of(PLAN.format(date=date))) == found
