"""A basis and the day of the plan."""

from datetime import date

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.basis_later import check
from tongket.plans.facts import Basis


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2024, 10, 11), []),
        (date(2024, 10, 12), ["Căn cứ 8/KH đề ngày 12/10/2024, sau ngày ban hành kế hoạch 11/10/2024."]),
        (None, []),
    ],
)
def test_basis(day: date | None, found: list[str]) -> None:
    assert said(check, plan(based_on=(Basis("Kế hoạch", "8/KH", day, "Kế hoạch số 8/KH"),))) == found
