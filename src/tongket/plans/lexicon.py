"""The small word lists of the readers: what headings speak of, how bodies are called, which verbs give an order."""

import re
from enum import StrEnum

from tongket.plans.wording import flat, rule


class Subject(StrEnum):
    """What a heading or a label announces."""

    BASIS = "basis"
    PURPOSE = "purpose"
    PARTICIPANTS = "participants"
    TIME = "time"
    VENUE = "venue"
    CONTENT = "content"
    REVIEW = "review"
    PAPERS = "papers"
    AWARDS = "awards"
    NOMINATION = "nomination"
    EXHIBITS = "exhibits"
    DEADLINES = "deadlines"
    TASKS = "tasks"
    BUDGET = "budget"
    OTHER = "other"


# Heading words by subject; the first that is found at the earliest place leads.
HEADING_WORDS: tuple[tuple[Subject, re.Pattern[str]], ...] = (
    (
        Subject.DEADLINES,
        rule(
            r"thời (?:gian|hạn) (?:nộp|gửi|nhận|báo cáo|đăng ký|hoàn thành|trình|hoàn thiện)|"
            r"(?:thời hạn|hạn) (?:nộp|gửi|chót)|chế độ báo cáo|tiến độ"
        ),
    ),
    (Subject.BUDGET, rule(r"\bkinh phí|\bnguồn kinh phí|\bdự toán|\bnguồn (?:vốn|tài chính)|\bđảm bảo tài chính")),
    (Subject.PAPERS, rule(r"tham luận|\bphát biểu (?:tại|của)|\bbáo cáo (?:điển hình|chuyên đề)|\bý kiến phát biểu")),
    (Subject.EXHIBITS, rule(r"trưng bày|triển lãm|gian hàng|giới thiệu sản phẩm|\bsản phẩm")),
    (
        Subject.AWARDS,
        rule(
            r"khen thưởng|biểu dương|tuyên dương|tôn vinh|khen cao|tặng (?:giấy|bằng) khen|\bcơ cấu giải|\bgiải thưởng"
        ),
    ),
    (
        Subject.NOMINATION,
        rule(r"giới thiệu (?:\w+ ){0,3}(?:mô hình|điển hình|gương)|đề cử|lựa chọn (?:mô hình|điển hình)"),
    ),
    (
        Subject.TASKS,
        rule(
            r"tổ chức thực hiện|phân công|trách nhiệm (?:của|thực hiện|các)|nhiệm vụ (?:của|các|cụ thể)|\bnhiệm vụ$|"
            r"biện pháp thực hiện|triển khai thực hiện$|^trách nhiệm$|công tác chuẩn bị|tổ chức triển khai"
        ),
    ),
    (Subject.PURPOSE, rule(r"mục đích|\byêu cầu|ý nghĩa|mục tiêu|quan điểm")),
    (
        Subject.PARTICIPANTS,
        rule(
            r"thành phần|đối tượng (?:tham|dự|mời|triệu)|^đối tượng|\bđại biểu|khách mời|triệu tập|số lượng|"
            r"người tham (?:dự|gia)|thành viên tham|\bmời dự"
        ),
    ),
    (Subject.TIME, rule(r"thời gian|thời điểm|thời lượng")),
    (Subject.VENUE, rule(r"địa điểm|\bnơi tổ chức|\bđịa bàn tổ chức")),
    (
        Subject.REVIEW,
        rule(
            r"nội dung (?:\w+ ){0,2}(?:tổng kết|sơ kết|đánh giá|kiểm điểm|báo cáo)|^(?:tổng kết|sơ kết|đánh giá|kiểm điểm)|"
            r"đề cương|báo cáo (?:tổng kết|sơ kết)|kết quả (?:thực hiện|đạt|triển)"
        ),
    ),
    (Subject.CONTENT, rule(r"nội dung|chương trình|hình thức|tiến trình")),
    (Subject.BASIS, rule(r"^(?:các )?căn cứ")),
)
_COVERED = {
    Subject.REVIEW: {Subject.CONTENT},
    Subject.PAPERS: {Subject.CONTENT, Subject.REVIEW, Subject.TIME, Subject.PURPOSE, Subject.PARTICIPANTS},
    Subject.AWARDS: {Subject.CONTENT, Subject.PARTICIPANTS, Subject.NOMINATION},
    Subject.EXHIBITS: {Subject.CONTENT, Subject.TIME, Subject.VENUE, Subject.PARTICIPANTS},
    Subject.NOMINATION: {Subject.CONTENT},
    Subject.TASKS: {Subject.PURPOSE, Subject.CONTENT},
    Subject.DEADLINES: {Subject.TIME, Subject.REVIEW, Subject.CONTENT, Subject.PAPERS},
    Subject.BUDGET: {Subject.TASKS, Subject.CONTENT},
}


def subjects_of(heading: str) -> frozenset[Subject]:
    """What `heading` announces; of "nội dung tham luận" only the more special word counts."""
    plain = flat(heading).strip()
    found = {subject for subject, words in HEADING_WORDS if words.search(plain)}
    covered = {below for subject in found for below in _COVERED.get(subject, ())}
    return frozenset(found - covered)


# Verbs that open an order or a duty: a sentence that begins with one is content and names no unit.
ORDER = rule(
    r"(?:chủ trì|phối hợp|chuẩn bị|xây dựng|tham mưu|tổng hợp|báo cáo|hướng dẫn|chỉ đạo|triển khai|thực hiện|tổ chức(?! chính| thành viên| đoàn| cơ sở| công| đảng| hội (?!nghị|thi|thảo))|bố trí|"
    r"đảm bảo|bảo đảm|ban hành|theo dõi|đôn đốc|kiểm tra|cử|gửi|lựa chọn|giới thiệu|tuyên truyền|đưa tin|phát hành|in ấn|"
    r"trang trí|thẩm định|tiếp nhận|hoàn thành|phân công|lập|viết|đăng ký|rà soát|căn cứ|tuỳ|nộp|trình|tham gia|mời|đề xuất|"
    r"hỗ trợ|chịu trách nhiệm|quán triệt|phổ biến|vận động|tạo điều kiện|trên cơ sở|dự toán|cân đối|cấp|biên soạn|có trách)\b"
)

_BODY_HEAD = (
    r"ban (?:thường trực|thường vụ|chấp hành|tổ chức|chỉ đạo|giám hiệu|giám đốc|chuyên môn|phong trào|dân vận|tuyên|"
    r"tổ|dân|kinh tế|công tác|quản|văn|bảo|đại|cán|chủ|thi đua|thanh|nữ|kiểm|xây|đoàn|pháp|nội|chuyên)\w*|"
    r"(?:uỷ ban|ub|ubnd|ubmttq|ubmt|mttq|mặt trận|hội đồng|hđnd|btt|bch|btv|ban)\b|"
    r"(?:các )?(?:phòng|sở|cục|vụ|chi cục|chi hội|chi đoàn|tổ chuyên môn|tổ|bộ phận|trung tâm|văn phòng|trường|công an|"
    r"quân sự|công đoàn|công đoàn cơ sở|cđcs|liên đoàn lao động|lđlđ|hội|đoàn|đội|liên hiệp|tỉnh đoàn|thành đoàn|huyện đoàn|"
    r"thị đoàn|quận đoàn|xã đoàn|đài|báo|bưu điện|ngân hàng|kho bạc|công ty|doanh nghiệp|nhà máy|xí nghiệp|hợp tác xã|htx|"
    r"đảng uỷ|chi bộ|đảng bộ|khối|cụm|cơ quan|đơn vị|địa phương|ngành|thành viên|cơ sở|xã|phường|thôn|ấp|khu phố|"
    r"tổ dân phố|thị trấn|huyện|quận|thị xã|tiểu ban|nhóm|tổ chức|bệnh viện|trạm y tế|viện|học viện|nhà văn hoá|"
    r"lãnh đạo|thường trực|đồng chí|đ/c|ông|bà|bộ|bí thư|chủ tịch|trưởng|giáo viên|tổng phụ trách|kế toán|thư ký|hiệu trưởng|"
    r"đại diện|chủ tịch|hộ|bhxh|bảo hiểm|thuế|hải quan|toà án|viện kiểm sát|thanh tra|liên minh|câu lạc bộ|clb|xã đội|"
    r"ban ngành|các ban|ban, ngành|vp|tt|tnsc|lhpn)\b"
)
_UNIT = rule(rf"(?:(?:đối với|giao|các|những|mỗi|từng|toàn thể|tập thể|đề nghị|phân công|mời)\s+)*(?:{_BODY_HEAD})")
_NO_UNIT = rule(
    r"(?:báo cáo|hội nghị|hội thi|hội trường|hội thảo|hội diễn|hội đồng thi đua.*\bxét\b|tổ chức (?:hội|lễ|đại|các hoạt|trao|"
    r"khen|trưng|tốt|thực|tham|phát|tổng|sơ|thảo|xét|tuyên|nơi|thi|triển)|phòng trào|phong trào|báo chí đưa|đoàn kết\b|cụ thể|"
    r"đơn vị tính|cơ sở vật chất|trường hợp|đại diện cho|đoàn công tác|bộ tiêu chí|ban hành|hộ trợ|hỗ trợ|"
    r"đội hình|khối lượng|tổ chức thực hiện)"
)


def is_unit(text: str) -> bool:
    """Whether `text` begins as the name of a body or of a group of bodies does, and is short enough to be one."""
    plain = flat(text).strip()
    return len(plain) <= 220 and bool(_UNIT.match(plain)) and not _NO_UNIT.match(plain) and not ORDER.match(plain)
