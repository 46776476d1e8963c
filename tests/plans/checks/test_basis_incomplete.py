"""How a basis is cited."""

from datetime import date

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.basis_incomplete import check
from tongket.plans.facts import Basis

DAY = date(2024, 5, 31)


@pytest.mark.parametrize(
    ("basis", "found"),
    [
        (Basis("Kế hoạch", "294/KH-MTTQ", DAY, "Kế hoạch số 294/KH-MTTQ ngày 31/5/2024"), []),
        (Basis("Luật", None, None, "Luật Thi đua, khen thưởng"), []),
        (Basis("Nghị quyết", None, None, "Nghị quyết Đại hội lần thứ XI"), []),
        (Basis("Kế hoạch", "8/KH-UBND", None, "Kế hoạch số 8/KH-UBND ngày 31/11/2024"), []),
        (Basis("Kế hoạch", None, None, "Kế hoạch của tỉnh"), ["Căn cứ “Kế hoạch của tỉnh” không ghi số và ký hiệu."]),
        (
            Basis("Quyết định", "8/QĐ-UBND", None, "Quyết định số 8"),
            ["Căn cứ “Quyết định số 8” không ghi ngày ban hành."],
        ),
    ],
)
def test_basis(basis: Basis, found: list[str]) -> None:
    assert said(check, plan(based_on=(basis,))) == found
