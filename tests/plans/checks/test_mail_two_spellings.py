"""Two addresses that are nearly one."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.mail_two_spellings import check


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("bpt@hunghia.vn", ["Hai địa chỉ gần giống nhau: “bpt@hunghai.vn” và “bpt@hunghia.vn”."]),
        ("BPT@hunghai.vn", []),
        ("vanphong@hunghai.vn", []),
    ],
)
def test_addresses(second: str, found: list[str]) -> None:
    assert said(check, plan({"IV.1": "gửi về bpt@hunghai.vn", "IV.2": f"gửi về {second}"})) == found


def test_mailboxes_with_numbers_are_two_on_purpose() -> None:
    assert said(check, plan({"IV.1": "cum1@baclam.vn hoặc cum2@baclam.vn"})) == []
