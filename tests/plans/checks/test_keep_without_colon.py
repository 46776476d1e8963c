"""The colon after "Lưu"."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.keep_without_colon import check


@pytest.mark.parametrize(
    ("number", "line", "found"),
    [
        ("183/KH-MTTQ-BTT", "Lưu VT, PT", ["Nơi nhận ghi “Lưu VT, PT”, thiếu dấu hai chấm."]),
        ("183/KH-MTTQ-BTT", "Lưu: VT, PT", []),
        ("45-KH/TĐTN-BPT", "Lưu VP, BPT", []),
    ],
    ids=["missing", "there", "the Party's form has none"],
)
def test_colon(number: str, line: str, found: list[str]) -> None:
    assert said(check, plan(number=number, recipients=("UBND xã", line))) == found
