"""Numbers of people."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.private_phone import check


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("liên hệ ông An, 0900000001", ["Kế hoạch in số di động 0900000001."]),
        ("liên hệ ông An, 0900 000 001.", ["Kế hoạch in số di động 0900 000 001."]),
        ("điện thoại cơ quan 0235.3810001", []),
        ("số tiền 10.900.000.001 đồng", []),
        ("mã 120900000001", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert said(check, plan({"IV.3": text})) == found
