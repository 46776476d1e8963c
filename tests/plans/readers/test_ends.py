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
    ("TM. BAN CHẤP HÀNH\nCÔNG ĐOÀN\nCHỦ TỊCH\nLê An\n", ("TM. BAN CHẤP HÀNH CÔNG ĐOÀN", "CHỦ TỊCH", "Lê An")),
    ("TM. ỦY BAN\nCHỦ TỊCH\nKIÊM TRƯỞNG BAN\nLê An\n", ("TM. ỦY BAN", "CHỦ TỊCH KIÊM TRƯỞNG BAN", "Lê An")),
    ("TRƯỞNG BAN\nBAN THƯỜNG VỤ\nLê An\n", (None, "TRƯỞNG BAN BAN THƯỜNG VỤ", "Lê An")),
    ("CHỦ TỊCH\nLÊ VĂN AN\n", (None, "CHỦ TỊCH", "LÊ VĂN AN")),
    ("TRƯỞNG BAN\nĐại tá Lê Văn An\n", (None, "TRƯỞNG BAN", "Lê Văn An")),
    ("TM. BCH\nPHÓ BÍ THƯ\n*PGS.TS. Lê Văn An*\n", ("TM. BCH", "PHÓ BÍ THƯ", "Lê Văn An")),
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nCơ quan: Sở A\nLê An\n", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê An")),
    ("CHỦ TỊCH\nĐÃ KÝ\nLê An\n- Lưu: VT.\nTrần An\n", (None, "CHỦ TỊCH", "Lê An")),
    ("CHỦ TỊCH\n", (None, "CHỦ TỊCH", None)),
]  # fmt: skip


@pytest.mark.parametrize(("end", "signature"), ENDS)
def test_signature(end: str, signature: tuple[str | None, str | None, str | None]) -> None:
    assert plan_of(TOP + end).facts.signature == Signature(*signature)


@pytest.mark.parametrize("end", ["", "Lê An\n", "Nơi nhận:\n- Các thôn;\nĐại tá Lê An\n"])
def test_plan_without_a_post_or_an_authority_is_not_signed(end: str) -> None:
    plan = plan_of(TOP + end)

    assert plan.facts.signature is None
    assert (plan.evidence["signature"].sure, plan.evidence["signature"].doubt) == (0.8, "Không thấy phần ký.")


def test_signature_stands_on_all_its_lines() -> None:
    plan = plan_of(f"{TOP}TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH\n(đã ký)\nThS. Lê An\n")

    assert [plan.words(span) for span in plan.evidence["signature"].spans] == [
        "TM. BAN THƯỜNG TRỰC",
        "PHÓ CHỦ TỊCH",
        "Lê An",
    ]


RECIPIENTS = [
    (COLUMNS, ("UBND huyện", "Các thôn", "Lưu: VT")),
    ("CHỦ TỊCH\nLê An\nNơi nhận: - Huyện ủy (b/c); - Các thôn; - Lưu VP.\n", ("Huyện ủy (b/c)", "Các thôn", "Lưu VP")),
    ("Nơi nhận:\n- Như trên;\n- Lưu VT, PT.\n\nCHỦ TỊCH\nLê An\n", ("Như trên", "Lưu VT, PT")),
    ("CHỦ TỊCH\nLê An\n", ()),
    ("CHỦ TỊCH\nLê An\nNơi nhận:\n", ()),
    ("Nơi nhận: Như trên.\nCHỦ TỊCH\nLê An\n", ("Như trên",)),
    ("Nơi gửi:\n+ UBND huyện;\n* Các thôn;\nCHỦ TỊCH\n", ("UBND huyện", "Các thôn")),
    ("Nơi nhận:\nUBND huyện;\nCác thôn,\nLưu VT.\nCHỦ TỊCH\n", ("UBND huyện", "Các thôn", "Lưu VT")),
    ("Nơi nhận:\nUBND huyện.\nCHỦ TỊCH\nLê An\n", ("UBND huyện",)),
    ("Nơi nhận: - UBND huyện; - Các thôn;\n- Lưu: VT\nCHỦ TỊCH\n", ("UBND huyện", "Các thôn", "Lưu: VT")),
    (
        "Nơi nhận:\n- UBND huyện;\nTM. ỦY BAN\n- Các thôn;\nCHỦ TỊCH\n- Lưu: VT.\n- Sau đó.\nLê An\n",
        ("UBND huyện", "Các thôn", "Lưu: VT"),
    ),
    (
        "Nơi nhận:\n- Trung tâm Văn hóa và Truyền\nthanh huyện;\n- Công ty TNHH Giày Hồng\nPhát;\n- Lưu: VT.\n",
        ("Trung tâm Văn hóa và Truyền thanh huyện", "Công ty TNHH Giày Hồng Phát", "Lưu: VT"),
    ),
    ("Nơi nhận:\n- :\nUBND huyện;\n- Lưu: VT.\n", ("UBND huyện", "Lưu: VT")),
    ("Nơi nhận:\n- UBND huyện\nLê An\n- Lưu: VT.\nCHỦ TỊCH\nLê An\n", ("UBND huyện", "Lưu: VT")),
]


@pytest.mark.parametrize(("end", "recipients"), RECIPIENTS)
def test_recipients(end: str, recipients: tuple[str, ...]) -> None:
    assert plan_of(TOP + end).facts.recipients == recipients


def test_electronic_copies_stand_behind_the_filing_line() -> None:
    end = "Nơi nhận:\n- Lưu: VT.\nBản điện tử:\n- Sở Giáo dục (b/c);\n- Các trường.\n\nTRƯỞNG PHÒNG\n\nPhạm Văn Hà"

    assert plan_of(TOP + end).facts.recipients == ("Lưu: VT", "Sở Giáo dục (b/c)", "Các trường")
