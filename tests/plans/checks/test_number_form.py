"""How number and symbol are written."""

import pytest

from tests.plans.checks.judging import codes, plan
from tongket.plans.checks.number_form import check


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("183/KH-MTTQ-BTT", []),
        ("05/KH-CĐCS", []),
        ("45-KH/TĐTN-BPT", []),
        (None, []),
        ("5/KH-CĐCS", ["number-padding"]),
        ("45/UBND-NV", ["number-without-kind"]),
        ("45/KH/UBND", ["number-signs"]),
        ("7/UBND", ["number-padding", "number-without-kind"]),
    ],
)
def test_number(number: str | None, found: list[str]) -> None:
    assert codes(check, plan(number=number)) == found


def test_document_of_another_kind_has_its_own_symbol() -> None:
    assert codes(check, plan(kind="THÔNG BÁO", number="5/TB-UBND")) == []
