"""Days that no calendar has."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.impossible_date import check


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày 31/9/2024.", ["31/9/2024 không có trong lịch."]),
        ("Ngày 29/02/2023.", ["29/02/2023 không có trong lịch."]),
        ("ngày 31 tháng 11 năm 2025", ["ngày 31 tháng 11 năm 2025 không có trong lịch."]),
        ("Ngày 12/13/2024.", ["12/13/2024 không có trong lịch."]),
        ("Ngày 29/02/2024, ngày 30 tháng 9 năm 2024.", []),
        ("Kế hoạch 31/9/2024/KH", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert said(check, plan({"II.2": text})) == found
