"""Subjects within a sentence: which lose their first capital there, and a document's name of type and subject. Pure.

A subject begins its own line with a capital; behind its type, as registers and citations name it, it goes on in small
letters (Decree 30/2020, Annex II: a capital begins a sentence or a proper name).
"""

import re

from tongket.core.text import clean

ABOUT = re.compile(r"^(?:v/v|về việc|về)\s+", re.IGNORECASE)
# Words of one syllable that begin subjects: a name may follow them, they are none themselves.
COMMON_WORD = re.compile(
    r"(?:dự|họp|mời|gửi|lễ|cử|giao|nộp|trình|xét|cho|xin|tại|từ|về|và|với|các|những|kết quả|thành tích|tổ chức|tham dự"
    r"|tổng kết|sơ kết|đánh giá|triển khai|thực hiện|phát động|phục vụ|kết luận|hội nghị|hội thảo|đại hội|tọa đàm"
    r"|công nhận|tặng|khen thưởng|báo cáo|đại biểu)\b",
    re.IGNORECASE,
)
# What a plan says of itself before it says what is reviewed: `Tổ chức hội nghị tổng kết …`.
HOLDING = re.compile(
    r"^(?:(?:tổ chức|triển khai|chuẩn bị|phục vụ|báo cáo)\s+)*(?:(?:hội nghị|hội thảo|lễ|đại hội|họp)\s+)?",
    re.IGNORECASE,
)
# What reviews: two words wherever they stand (`hội nghị trực tuyến tổng kết …`), others only where they begin.
REVIEW = re.compile(r"\b(?:tổng kết|sơ kết)\b.*", re.IGNORECASE)
REVIEWED = re.compile(r"(?:tổng kết|sơ kết|đánh giá|kết quả)\b.*", re.IGNORECASE)
MOVEMENT = re.compile(r"\b(?:phong trào|cuộc vận động|chương trình|đề án)\b.*", re.IGNORECASE)
EVENTS = ("hội nghị", "hội thảo", "đại hội", "tọa đàm", "lễ")
# Bodies whose name has one capital; names with a second one are known by it: `Hội Nông dân`, `Ban Thường trực`.
BODY = re.compile(
    r"(?:[UỦ][yỷ] ban|Hội đồng|Mặt trận|Đảng|Thành ủy|Tỉnh ủy|Huyện ủy|Thị ủy|Quận ủy|Văn phòng|Công an|Công đoàn"
    r"|Liên đoàn|Quốc hội|Chính phủ|Thủ tướng|Chủ tịch nước|Nhà nước|Trung ương|Phong trào)\b"
)


def lowered(text: str) -> str:
    """A title within a sentence: `tổ chức hội nghị …`, without its own `về việc`; a body's name keeps its capital."""
    return small_first(ABOUT.sub("", clean(text)))


def report_subject(plan_subject: str) -> str:
    """The subject of the report that a plan asks for: `Tổng kết … Phong trào …`, without the meeting it is held at.

    A plan that reviews nothing by its own words gives `Kết quả thực hiện` of the movement it names, else `Kết quả` of
    all that it says, the meeting included.
    """
    whole = ABOUT.sub("", clean(plan_subject)).rstrip(".")
    if reviewed := REVIEWED.match(HOLDING.sub("", whole)) or REVIEW.search(whole):
        return reviewed[0][:1].upper() + reviewed[0][1:]
    if named := MOVEMENT.search(whole):
        return f"Kết quả thực hiện {small_first(named[0])}"
    return f"Kết quả {small_first(whole)}" if whole else ""


def titled(type_name: str, subject: str) -> str:
    """Type and subject as one name: `Giấy mời dự hội nghị …`; the subject alone where there is no type."""
    kind = clean(type_name)
    return f"{kind.capitalize()} {small_first(clean(subject))}".strip() if kind else clean(subject)


def letter_titled(subject: str) -> str:
    """A letter, which prints no type, as registers name it: `Công văn về việc chuẩn bị …`."""
    return f"Công văn về việc {lowered(subject)}"


def within(title: str, event: str) -> str:
    """`title` as it stands among those of one event: of the event's long name its noun is enough there."""
    noun = next((each for each in EVENTS if event.lower().startswith(each)), "")
    return re.sub(re.escape(clean(event)), noun, title, flags=re.IGNORECASE) if noun else title


def small_first(text: str) -> str:
    """`text` with a small first letter, unless a name begins there."""
    first, _, rest = text.partition(" ")
    is_name = first[1:] != first[1:].lower() or rest[:1].isupper() or BODY.match(text)
    return text if is_name and not COMMON_WORD.match(text) else text[:1].lower() + text[1:]
