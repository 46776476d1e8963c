"""Numbers of documents: near the plan's, and in their form."""

import pytest

from tests.papers.checks.looking import codes, found, sight, told
from tongket.papers.checks.document_numbers import check
from tongket.papers.values import Known

KNOWN = Known(documents=("294/KH-MTTQ-BTT", "183/KH-MTTQ-BTT"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kế hoạch số 249/KH-MTTQ-BTT của tỉnh", "Ghi 249/KH-MTTQ-BTT, kế hoạch dẫn 294/KH-MTTQ-BTT."),
        ("Kế hoạch số 249/KH-MTTQ của tỉnh", "Ghi 249/KH-MTTQ, kế hoạch dẫn 294/KH-MTTQ-BTT."),
        ("Kế hoạch số 294/KH-MTTQ của tỉnh", "Ghi 294/KH-MTTQ, kế hoạch dẫn 294/KH-MTTQ-BTT."),
        ("Kế hoạch số 1183/KH-MTTQ-BTT của tỉnh", "Ghi 1183/KH-MTTQ-BTT, kế hoạch dẫn 183/KH-MTTQ-BTT."),
        ("Kế hoạch số 294 / KH-MTTQ - BTT", "Số văn bản ghi “294 / KH-MTTQ - BTT”."),
        ("Kế hoạch số 294KH-MTTQ-BTT", "Số văn bản ghi “294KH-MTTQ-BTT”."),
        ("Kế hoạch số 294/kh-mttq", "Số văn bản ghi “294/kh-mttq”."),
    ],
)
def test_slips_are_told(text: str, said: str) -> None:
    assert found(check, sight(text, known=KNOWN)) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 294/KH-MTTQ-BTT và Kế hoạch số 183/KH-MTTQ-BTT",
        "Kế hoạch số 184/KH-MTTQ-BTT và số 12/KH-MTTQ-BTT của xã",
        "Hướng dẫn số 36-HD/VPTW, Quyết định số 148/QĐ-TTg, Nghị định số 30/2020/NĐ-CP",
        "Thu 165 triệu đồng/ha, 350.000 đồng/ngày, ngày 20/10/2024, 12/15 thôn",
        "Tổ đoàn kết số 4 giúp gia đình anh Hòa; hẻm số 27 KT đường Phan Châu Trinh",
    ],
)
def test_right_numbers_and_other_figures_are_silent(text: str) -> None:
    assert codes(check, sight(text, known=KNOWN)) == []


def test_form_is_shown() -> None:
    assert told(check, sight("Theo Kế hoạch số 294 / KH–MTTQ.", pages=0.5)) == [
        "Số văn bản ghi “294 / KH–MTTQ”. Số, gạch chéo, ký hiệu viết hoa, gạch nối, không cách: 294/KH-MTTQ. "
        "Trang 1. Sửa số văn bản."
    ]
