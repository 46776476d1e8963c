"""To whom a recommendation speaks, read from its own words, and what it asks without the address. Pure."""

import re
from dataclasses import dataclass
from functools import cache

from tongket.core.text import clean, nfc

_ASKS = r"đề nghị|kiến nghị|đề xuất|mong muốn|mong|xin|kính đề nghị|kính mong|yêu cầu|đối với|với"
_LEAD = re.compile(rf"^\W*(?:(?:{_ASKS})(?:\s*,?\s*(?:và\s+)?(?:{_ASKS}))*)[\s:,]*(?:với\s+)?", re.IGNORECASE)
_HEADS = (
    r"ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|ban thường trực|ban thường vụ|btt|ủy ban mttq|uỷ ban mttq|ubmttq\w*"
    r"|ủy ban mặt trận|uỷ ban mặt trận|ủy ban trung ương|uỷ ban trung ương|mttq|mặt trận|thành ủy|tỉnh ủy|huyện ủy|quận ủy|đảng ủy|thành uỷ|tỉnh uỷ|đảng uỷ"
    r"|cấp ủy|cấp uỷ|chính quyền|phòng|sở|bộ|ban|ngành|ngân hàng|hội đồng|hội|đoàn|tỉnh đoàn|thành đoàn|liên đoàn lao động|công đoàn|trung tâm|công an"
    r"|trung ương|chính phủ|quốc hội|thủ tướng|cấp trên|cấp có thẩm quyền|các cấp|các ngành|các cơ quan|thành phố|tỉnh|huyện|báo|đài|chủ doanh nghiệp|nhà trường|trạm"
)
_HEAD = re.compile(rf"(?:các\s+)?(?:{_HEADS})(?!\w)", re.IGNORECASE)
_VERBS = (
    r"bố trí|hỗ trợ|hướng dẫn|quan tâm|sớm|tiếp tục|tổ chức|có|cấp|tăng|ban hành|xem xét|chỉ đạo|tạo|mở|đầu tư|nâng|cho|in|chủ trì|gửi|giao|đưa"
    r"|kết nối|nhân rộng|đơn giản|quy định|thường xuyên|cần|phải|nên|sửa|bổ sung|trích|dành|phân bổ|giúp|tháo gỡ|rút gọn|cắt giảm|giảm|thống nhất"
    r"|tham mưu|phối hợp|nghiên cứu|xây dựng|chuyển giao|trang bị|khen|tiếp thu|trả lời|đẩy mạnh|duy trì|kịp thời|tập huấn|bồi dưỡng|đề xuất|kiến nghị"
    r"|chấm|lập|làm|ra|gom|không|đổi|thành lập|nhất là|để|vận động|tuyên truyền|giới thiệu|triển khai|hằng năm|hàng năm|định kỳ|giải quyết|cử|kiểm tra|cân đối|sắp xếp|huy động"
)
_END = re.compile(rf"\s*[,;:.()\n–-]\s*|\s+(?=(?:{_VERBS})(?!\w))", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|và|cùng)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """`addressee` as written, empty where none is named, and `ask`, what is wanted of it."""

    addressee: str
    ask: str


def asked(text: str) -> Asked:
    """Who is asked and for what. `Đề nghị UBND thành phố bố trí kinh phí` asks `UBND thành phố` to `bố trí kinh phí`."""
    whole = clean(text).rstrip(" .;")
    lead = _LEAD.match(whole)
    begin = lead.end() if lead else 0
    if not lead or not _HEAD.match(whole, begin):
        return Asked("", whole[begin:])
    end = _end_of_name(whole, begin)
    return Asked(whole[begin:end], whole[end:].lstrip(" ,:;-–"))


def _end_of_name(text: str, begin: int) -> int:
    """Where the name that begins at `begin` ends; a name after `và` or a comma belongs to it."""
    head = _HEAD.match(text, begin)
    found = _END.search(text, head.end() if head else begin)
    end = found.start() if found else len(text)
    joined = _AND.match(text, end)
    return _end_of_name(text, joined.end()) if joined and _HEAD.match(text, joined.end()) else end


@cache
def addressee_key(name: str) -> str:
    """Under which one addressee is known in its several spellings."""
    from_short = re.sub(r"\bubmttq\w*", "ủy ban mttq", nfc(name).lower())
    written = re.sub(r"\bubnd\b", "ủy ban nhân dân", re.sub(r"\bbtt\b", "ban thường trực", from_short))
    return clean(re.sub(r"\bviệt nam\b|\bcác\b", " ", written.replace("uỷ", "ủy").replace(" tp ", " thành phố ")))
