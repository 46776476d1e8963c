"""Small plans in text, made into documents as the reader of files would."""

from tongket.plans.plan import Plan
from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes

_FRAME = """UBND HUYỆN BÌNH SƠN
PHÒNG NỘI VỤ
Số: 45/KH-PNV
Bình Sơn, ngày 05 tháng 11 năm 2025

KẾ HOẠCH
Tổ chức hội nghị tổng kết phong trào thi đua

Phòng Nội vụ ban hành kế hoạch như sau:

{body}

Nơi nhận:
- UBND huyện;
- Lưu: VT.

TRƯỞNG PHÒNG

Trần Quốc Bảo
"""


def plan_of(text: str) -> Plan:
    """The plan in `text`, a whole document."""
    return read_document(read_bytes(text.encode()))


def plan_with(body: str) -> Plan:
    """The plan whose sections are `body`, in a frame of letterhead and ending, issued on 5 November 2025."""
    return plan_of(_FRAME.format(body=body.strip()))
