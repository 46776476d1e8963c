"""How the last of the bases ends."""

import pytest

from tests.plans.checks.judging import said
from tests.plans.making import plan_of
from tongket.plans.checks.basis_end import check

PLAN = """UBND HUYỆN BÌNH SƠN
Số: {number}
Bình Sơn, ngày 05 tháng 11 năm 2025

KẾ HOẠCH
Tổng kết phong trào thi đua

Căn cứ Kế hoạch số 12/KH-UBND ngày 03/3/2025 của Ủy ban nhân dân tỉnh;
Thực hiện Kế hoạch số 40/KH-UBND ngày 05/9/2025 của Ủy ban nhân dân tỉnh về tổng kết{end}
Ủy ban nhân dân huyện ban hành kế hoạch như sau:

I. MỤC ĐÍCH
Đánh giá kết quả.
"""


@pytest.mark.parametrize(
    ("number", "end", "found"),
    [
        ("45/KH-UBND", ".", []),
        ("45/KH-UBND", ";", ["Dòng căn cứ cuối cùng kết thúc bằng dấu “;”."]),
        ("45-KH/HU", ";", []),
    ],
    ids=["full stop", "semicolon", "the Party's form"],
)
def test_last_basis(number: str, end: str, found: list[str]) -> None:
    assert said(check, plan_of(PLAN.format(number=number, end=end))) == found


def test_basis_that_runs_into_the_sentence_passes() -> None:
    text = PLAN.format(number="45/KH-UBND", end="; Ủy ban nhân dân huyện ban hành kế hoạch như sau:")

    assert said(check, plan_of(text.replace("\nỦy ban nhân dân huyện ban hành kế hoạch như sau:", ""))) == []
