"""The words by which a plan says what is owed; small patterns over lower-case text, one for each kind of duty."""

import re

# "hội nghị tổng kết" is the conference itself and no review of a unit's own.
THE_CONFERENCE = re.compile(r"hội nghị (?:tổng kết|sơ kết)|(?:tổng kết|sơ kết) hội nghị")
OWN_REVIEW = re.compile(
    r"\b(?:tổng kết|sơ kết|tự đánh giá)\b|báo cáo (?:kết quả|đánh giá|tổng kết|sơ kết|tình hình|số liệu)|"
    r"xây dựng báo cáo"
)
FROM_BELOW = re.compile(r"(?:đánh giá|tổng kết|sơ kết).{0,120}?(?:tiến hành|thực hiện|tổ chức|triển khai) từ ")
PAPER = re.compile(r"\btham luận\b")
NOMINATION = re.compile(
    r"(?:giới thiệu|lựa chọn|đề xuất|đề nghị|bình chọn|xét chọn).{0,80}"
    r"(?:mô hình|điển hình|gương|tập thể|cá nhân|khen thưởng)"
)
PRODUCT = r"(?:sản phẩm|hiện vật|hình ảnh|ảnh|gian hàng|mô hình|tư liệu)"
EXHIBIT = re.compile(
    rf"(?:chuẩn bị|lựa chọn|đưa|mang|tham gia|đăng ký|gửi|bố trí|tổ chức).{{0,120}}{PRODUCT}.{{0,160}}"
    rf"(?:trưng bày|triển lãm)|(?:trưng bày|triển lãm).{{0,80}}{PRODUCT}"
)
SEND_DELEGATES = re.compile(r"\b(?:cử|bố trí|phân công|mời)\b.{0,80}(?:tham dự|dự hội nghị|dự họp|tham gia hội nghị)")
REMARKS = re.compile(
    r"chuẩn bị (?:sẵn )?(?:các )?(?:nội dung|ý kiến|bài)?\s*(?:để )?(?:phát biểu|trao đổi, phát biểu|thảo luận)"
)
SPEAK_THERE = re.compile(r"phát biểu (?:trực tiếp|tại hội nghị|ý kiến)|(?:thảo luận|trao đổi) trực tiếp")
REWARDED = re.compile(r"được (?:biểu dương|khen|tuyên dương|tôn vinh|vinh danh|xét)|khen thưởng")
TO_BE_ANNOUNCED = re.compile(r"thông báo|giấy mời|sẽ có|công văn")
WITH = re.compile(r"phối hợp (?:chặt chẽ )?(?:với|cùng)\s+(.+)", re.IGNORECASE | re.DOTALL)
VERB_AFTER = re.compile(
    r"\s(?:chuẩn bị|(?<!các )tổ chức(?! (?:chính trị|thành viên|đoàn|hội))|triển khai|xây dựng|tham mưu|hướng dẫn|"
    r"thực hiện|kiểm tra|đôn đốc|rà soát|lựa chọn|tuyên truyền|vận động|tổng hợp|thẩm định|bố trí|trang trí|in ấn|"
    r"đưa|để|trong|về|phục vụ|đảm bảo|bảo đảm|tham gia|giới thiệu)\b|[.;:(]"
)
VAGUE = re.compile(r"liên quan|có liên quan|cần thiết")


def says_own_review(text: str) -> bool:
    """Whether the text tells a unit to review itself or to report, the conference's own name aside."""
    return bool(OWN_REVIEW.search(THE_CONFERENCE.sub(" ", text.lower())))


def coordinating(text: str) -> tuple[str, ...]:
    """The bodies after "phối hợp với", up to the verb that says what to do; vague ones ("liên quan") are left out."""
    found = WITH.search(text)
    if found is None:
        return ()
    bodies = VERB_AFTER.split(found.group(1), maxsplit=1)[0]
    named = [part.strip(" ,.;") for part in re.split(r",\s*|\s+và\s+(?=các|[A-ZĐƯÔÂ])", bodies)]
    return tuple(part[:1].upper() + part[1:] for part in named if part and not VAGUE.search(part))


def checklist(text: str) -> tuple[str, ...]:
    """The parts of a task: cut at `;`, and a list of nouns after one verb into its nouns."""
    parts = [part.strip(" .…") for part in text.split(";")]
    found: list[str] = []
    for part in filter(None, parts):
        items = [item.strip(" .…") for item in re.split(r",\s+", part) if item.strip(" .…")]
        found += items if len(items) >= 3 and all(len(item) <= 60 for item in items) else [part]
    return tuple(found) if len(found) > 1 else ()
