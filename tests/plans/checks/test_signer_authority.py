"""For whom a signer signs."""

import pytest

from tests.plans.checks.judging import codes, plan
from tongket.plans.checks.signer_authority import check
from tongket.plans.facts import Signature


@pytest.mark.parametrize(
    ("issuer", "authority", "position", "found"),
    [
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", None, "GIÁM ĐỐC", []),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", []),
        ("ỦY BAN MTTQ VIỆT NAM XÃ AN PHÚ", "TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", []),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", None, "PHÓ GIÁM ĐỐC", ["signer-authority"]),
        ("ỦY BAN NHÂN DÂN XÃ AN PHÚ", None, "CHỦ TỊCH", ["signer-authority"]),
        ("ỦY BAN NHÂN DÂN XÃ AN PHÚ", None, None, []),
    ],
)
def test_authority(issuer: str, authority: str | None, position: str | None, found: list[str]) -> None:
    assert codes(check, plan(issuer=issuer, signature=Signature(authority, position, "Lê Văn An"))) == found


def test_plan_without_signature_is_for_another_check() -> None:
    assert codes(check, plan(issuer="ỦY BAN NHÂN DÂN XÃ AN PHÚ")) == []
