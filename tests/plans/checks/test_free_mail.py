"""Where official papers go."""

from datetime import date

import pytest

from tests.plans.checks.judging import due, plan, said
from tongket.plans.checks.free_mail import check


@pytest.mark.parametrize(
    ("to", "found"),
    [
        ("mttq.tk@gmail.com", ["Nhận văn bản qua mttq.tk@gmail.com, hộp thư miễn phí."]),
        ("mttq@tamky.gov.vn", []),
        ("Văn phòng", []),
        (None, []),
    ],
)
def test_address(to: str | None, found: list[str]) -> None:
    twice = (due(date(2024, 10, 20), to=to), due(date(2024, 10, 20), "tham luận", to=to))

    assert said(check, plan(deadlines=twice)) == found
