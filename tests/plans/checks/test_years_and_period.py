"""A number of years beside a period."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.years_and_period import check


@pytest.mark.parametrize(
    ("title", "found"),
    [
        (
            "Tổng kết 10 năm thực hiện phong trào giai đoạn 2018 - 2023",
            ["Trích yếu ghi 10 năm, giai đoạn 2018 - 2023 là 5 năm."],
        ),
        ("Tổng kết 05 năm thực hiện phong trào giai đoạn 2018 - 2023", []),
        ("Tổng kết 3 năm thực hiện mô hình (2021 - 2023)", []),
        ("Kỷ niệm 35 năm xây dựng Hội, tổng kết giai đoạn 2021 - 2024", []),
        ("Tổng kết phong trào năm 2023", []),
        (None, []),
    ],
)
def test_title(title: str | None, found: list[str]) -> None:
    assert said(check, plan(title=title)) == found
