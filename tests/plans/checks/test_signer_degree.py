"""What may stand before a signer's name."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.signer_degree import check
from tongket.plans.facts import Signature


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ThS. Lê Văn An", ["Trước họ tên người ký có “ThS.”."]),
        ("Tiến sĩ Lê Văn An", ["Trước họ tên người ký có “Tiến sĩ”."]),
        ("NGƯT Lê Văn An", ["Trước họ tên người ký có “NGƯT”."]),
        ("Lê Văn An", []),
        ("Tsan Văn An", []),
        (None, []),
    ],
)
def test_name(name: str | None, found: list[str]) -> None:
    assert said(check, plan(issuer="SỞ NỘI VỤ", signature=Signature(None, "GIÁM ĐỐC", name))) == found


def test_school_may_print_the_degree() -> None:
    signature = Signature(None, "HIỆU TRƯỞNG", "TS. Lê Văn An")

    assert said(check, plan(issuer="TRƯỜNG ĐẠI HỌC THANH GIANG", signature=signature)) == []
