"""The small word lists of the readers: what headings speak of, how bodies are called, which verbs give an order."""

import re
from enum import StrEnum

from tongket.plans.wording import flat, rule, said, spoken


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
            r"(?:thời hạn|hạn) (?:nộp|gửi|chót)|^(?:về )?thời hạn$|chế độ báo cáo|tiến độ"
        ),
    ),
    (Subject.BUDGET, rule(r"\bkinh phí|\bnguồn kinh phí|\bdự toán|\bnguồn (?:vốn|tài chính)|\bđảm bảo tài chính")),
    (
        Subject.PAPERS,
        rule(
            r"tham luận|\bphát biểu (?:tại|của|kinh nghiệm)|\bý kiến phát biểu|"
            r"\bbáo cáo (?:điển hình|chuyên đề|kinh nghiệm)|\bcác chuyên đề|\bchuyên đề (?:trao đổi|thảo luận|báo cáo)"
        ),
    ),
    (Subject.EXHIBITS, rule(r"trưng bày|triển lãm|gian hàng|giới thiệu sản phẩm|\bsản phẩm")),
    (
        Subject.AWARDS,
        rule(
            r"khen thưởng|biểu dương|tuyên dương|tôn vinh|suy tôn|khen cao|"
            r"\b(?:giấy|bằng) khen\b|\bcơ cấu giải|\bgiải thưởng"
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
            r"^(?:một số )?yêu cầu (?:cụ thể|đối với|khác)|"
            r"biện pháp thực hiện|triển khai thực hiện$|^trách nhiệm$|công tác chuẩn bị|^chuẩn bị$|tổ chức triển khai"
        ),
    ),
    (
        Subject.PURPOSE,
        rule(
            r"mục đích|^yêu cầu$|^yêu cầu (?:của|về)|[,;&-]\s*yêu cầu|và yêu cầu|ý nghĩa|mục tiêu|quan điểm|^nguyên tắc"
        ),
    ),
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
            r"nội dung (?:\w+ ){0,2}(?:tổng kết|sơ kết|đánh giá|kiểm điểm|báo cáo)|^(?:tổng kết|"
            r"sơ kết|đánh giá|kiểm điểm)|"
            r"đề cương|báo cáo (?:tổng kết|sơ kết)|kết quả (?:thực hiện|đạt|triển)"
        ),
    ),
    (Subject.CONTENT, rule(r"nội dung|chương trình|hình thức|tiến trình")),
    (Subject.BASIS, rule(r"^(?:các )?căn cứ")),
)
_COVERED = {
    Subject.REVIEW: {Subject.CONTENT},
    Subject.PAPERS: {
        *(Subject.CONTENT, Subject.REVIEW, Subject.TIME, Subject.PURPOSE, Subject.PARTICIPANTS),
        Subject.TASKS,
    },
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
ORDER = said(
    r"(?:chủ trì|phối hợp|chuẩn bị|xây dựng|tham mưu|tổng hợp|báo cáo|hướng dẫn|chỉ đạo|triển khai|"
    r"thực hiện|sơ kết|tổng kết|hoàn chỉnh|cung cấp|xác nhận|"
    r"tổ chức(?! chính| thành viên| đoàn| cơ sở| công| đảng| hội (?!nghị|thi|thảo))|bố trí|"
    r"đảm bảo|bảo đảm|ban hành|theo dõi|đôn đốc|kiểm tra|cử|gửi|lựa chọn|giới thiệu|tuyên truyền|"
    r"đưa tin|phát hành|in ấn|"
    r"trang trí|thẩm định|tiếp nhận|hoàn thành|phân công|lập|viết(?! nam)|đăng ký|rà soát|căn cứ|tuỳ|"
    r"nộp|trình|tham gia|mời|đề xuất|"
    r"hỗ trợ|chịu trách nhiệm|quán triệt|phổ biến|vận động|tạo điều kiện|trên cơ sở|dự toán|cân đối|"
    r"cấp|biên soạn|có trách)\b"
)

# The words that open the name of a body, of a group of bodies, or of a person by office.
_BODY_WORDS = (
    "ban|các ban|btt|bch|btv|bgh|bcđ|bộ|báo|bhxh|bảo hiểm|bệnh viện|bí thư|bộ phận|bưu điện|cục|"
    "chi cục|chi hội|chi đoàn|chi bộ|"
    "câu lạc bộ|clb|công an|công đoàn|cđcs|công ty|cơ quan|cơ sở|cụm|chủ tịch|cán bộ|đảng|đài|"
    "đại diện|địa phương|đoàn|đội|liên đội|chi đội|"
    "đơn vị|đồng chí|đ/c|doanh nghiệp|giám đốc|giáo viên|"
    "hải quan|hđnd|hiệu trưởng|hội|hộ|học viện|hợp tác xã|htx|huyện|hạt|"
    "kế toán|kho bạc|khối|khu|khu phố|lđlđ|lhpn|lãnh đạo|liên đoàn|liên hiệp|liên minh|mttq|mặt trận|ngành|ngân hàng|"
    "nhà máy|nhà trường|nhà văn hóa|nhà thiếu|nhóm|ông|bà|phòng|phường|phó|quân sự|quận|sở|tiểu ban|"
    "tòa án|tổ|tổ chức|tổng công ty|"
    "tổng phụ trách|thành đoàn|thành viên|thành phố|tỉnh|thôn|ấp|bản|thanh tra|thị đoàn|thị trấn|thị xã|thuế|thư ký|"
    "thường trực|thường vụ|trạm|trung tâm|trưởng|trường|ubmttq|ubmt|ubnd|ubkt|ủy ban|ub|ủy viên|"
    "văn phòng|vp|viện|vụ|xã|xí nghiệp|"
    "đặc khu|liên hội|tập đoàn|trại|đồn|đảng ủy|hội đồng|phân hiệu|phân xưởng|xưởng|chi nhánh|"
    "tòa soạn|nông trường|lâm trường|vườn quốc gia|quỹ|cấp ủy|chuyên viên|nhân viên"
)
_GROUPS = "đối với|về phía|giao|các|những|mỗi|từng|toàn thể|tập thể|đề nghị|phân công|mời|cấp|hai|ba|tất cả|toàn bộ"
_UNIT = re.compile(rf"(?:(?:{_GROUPS})\s+)*(?:{_BODY_WORDS})(?![\w])")
_NO_UNIT = re.compile(
    rf"(?:(?:{_GROUPS})\s+)*"
    r"(?:báo cáo|báo chí đưa|ban hành|hội nghị|hội thi|hội trường|hội thảo|hội diễn|"
    r"tổ chức (?:các )?(?:hội nghị|hội thi|hội thảo|lễ|đại hội|"
    r"hoạt|trao|khen|trưng|tốt|thực|tham|phát|tổng|sơ|thảo|xét|tuyên|thi|triển|cho|để|và|in|đón|tại|"
    r"vào|ngày|phong trào)|"
    r"đoàn kết|đơn vị tính|cơ sở vật chất|cơ sở pháp lý|cơ sở để|đại diện cho|bộ tiêu chí|hộ trợ|"
    r"đội hình|khối lượng|bản tin|"
    r"bản (?:báo|tham|đăng|tổng|kiểm|sao|in|mềm|cứng)|phó trách|trưởng thành|ngành nghề|hội viên|đoàn viên|xã hội)"
)
LONGEST_NAME = 220


def is_unit(text: str) -> bool:
    """Whether `text` begins as the name of a body or of a group of bodies does, and is short enough to be one."""
    text = text.strip()
    if len(text) > LONGEST_NAME:
        return False
    plain = spoken(text)
    if not _UNIT.match(plain):
        return False
    return not _NO_UNIT.match(plain) and not ORDER.match(plain)
