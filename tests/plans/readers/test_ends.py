"""The ending: recipients, signers, stamps, columns, and annexes that must not replace the first signature."""

import pytest

from tests.plans.making import plan_of
from tongket.plans.facts import Signature

TOP = "UBND XÃ A\nSố: 1/KH-UBND\nA Lưới, ngày 5 tháng 11 năm 2025\n\nKẾ HOẠCH\nTổng kết\n\nI. MỤC ĐÍCH\n- Đánh giá.\n\n"
COLUMNS = """Nơi nhận:                          TM. ỦY BAN NHÂN DÂN
- UBND huyện;                             KT. CHỦ TỊCH
- Các thôn;                              PHÓ CHỦ TỊCH
- Lưu: VT.


                                       Hồ Thị Minh Thuận
"""
ENDS = [
    ("TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH\n\nNguyễn Thị Hiền\n",
     ("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "Nguyễn Thị Hiền")),
    (COLUMNS, ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hồ Thị Minh Thuận")),
    ("HIỆU TRƯỞNG\n(đã ký)\nThS. Nguyễn Văn Hùng\n", (None, "HIỆU TRƯỞNG", "Nguyễn Văn Hùng")),
    ("T/M BAN CHẤP HÀNH\nBÍ THƯ\nNgười ký: Đoàn A\n14:02 ngày 5/11/2025\nRah Lan H'Nga\n",
     ("T/M BAN CHẤP HÀNH", "BÍ THƯ", "Rah Lan H'Nga")),
    ("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nLê Thị Hoa\n\nPHỤ LỤC\nDANH SÁCH\nTM. BAN TỔ CHỨC\nTRƯỞNG BAN\nTrần An\n",
     ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Lê Thị Hoa")),
]  # fmt: skip


@pytest.mark.parametrize(("end", "signature"), ENDS)
def test_signature(end: str, signature: tuple[str | None, str | None, str | None]) -> None:
    assert plan_of(TOP + end).facts.signature == Signature(*signature)


RECIPIENTS = [
    (COLUMNS, ("UBND huyện", "Các thôn", "Lưu: VT")),
    ("CHỦ TỊCH\nLê An\nNơi nhận: - Huyện ủy (b/c); - Các thôn; - Lưu VP.\n", ("Huyện ủy (b/c)", "Các thôn", "Lưu VP")),
    ("Nơi nhận:\n- Như trên;\n- Lưu VT, PT.\n\nCHỦ TỊCH\nLê An\n", ("Như trên", "Lưu VT, PT")),
    ("CHỦ TỊCH\nLê An\n", ()),
]


@pytest.mark.parametrize(("end", "recipients"), RECIPIENTS)
def test_recipients(end: str, recipients: tuple[str, ...]) -> None:
    assert plan_of(TOP + end).facts.recipients == recipients
