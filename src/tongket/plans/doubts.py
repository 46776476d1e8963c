"""What makes a fact less sure than its reader thought: each rule looks at the value alone and says why to ask.

The reader of a fact knows what it matched; these rules know what such facts look like when they are wrong. Which rules
are needed, and that they are enough, is measured on plans set aside (`bench/calibration.py`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tongket.core.findings import words
from tongket.plans.facts import (
    Award,
    Basis,
    Deadline,
    Facts,
    Item,
    Nominator,
    PaperLimits,
    Participant,
    Section,
    Signature,
    Task,
    Time,
    Venue,
)
from tongket.plans.plan import Evidence
from tongket.plans.wording import flat, rule

# Below `plan.SURE_FROM`, so that a person is asked.
_DOUBTED = 0.7

_THINGS = rule(
    r"^(?:dự thảo )?(?:báo cáo|danh sách|hồ sơ|bài|tham luận|sản phẩm|hình ảnh|ảnh|video|số liệu|biểu|kết quả|"
    r"phiếu|đề cương|tài liệu|kiến nghị|bảng|tờ trình|danh mục|kế hoạch|chương trình|dự toán|ý kiến)\b"
)
_MONEY = rule(
    r"kinh phí|ngân sách|nguồn|\bchi\b(?! tiết)|đồng\b|hỗ trợ|đóng góp|xã hội hóa|tài trợ|quỹ|dự toán|\btiền\b"
)
_KINDS = rule(r"tập thể|cá nhân|\bhộ\b|gia đình")
_NUMBER = rule(r"\d")
_DATE_OR_PLACE = rule(
    r"\d+[/.]\d\w*|năm \d{4}|\b(?:số|khóa|lần thứ|lớp|tổ|khu|thôn|ấp|đợt|phòng|quận|phường|km) \d\w*|\d+%"
)
_VERBS_IN_NAME = rule(r"\b(?:đánh giá|tham gia|chưa|đã được|đang|theo|trên địa bàn|cụ thể|như sau)\b")
_ADDRESS = rule(r"\d|\b(?:đường|phố|thôn|tổ|ấp|khu|phường|xã|thị trấn|huyện|quận|tỉnh|thành phố|tp)\b")
_ASSESSES = rule(
    r"đánh giá|kết quả|tình hình|thực trạng|công tác|ưu điểm|hạn chế|tồn tại|nguyên nhân|bài học|kinh nghiệm|kiến nghị|"
    r"đề xuất|phương hướng|nhiệm vụ|giải pháp|khó khăn|thuận lợi|nội dung|việc|số |hoạt động|tổ chức|xây dựng|"
    r"thực hiện|phong trào|mô hình|tỷ lệ|hiệu quả|mức độ|cơ chế|kỹ năng"
)
_OWN_HOUSES = rule(
    r"\b(?:ban (?:tổ chức|tuyên giáo|chỉ đạo|dân vận|nội chính)|văn phòng|cụm thi đua|khối thi đua|liên đội)\b"
)
_LONG_THING, _LONG_UNIT, _LONG_VENUE, _LONG_TIME, _LONG_BASIS, _LONG_HEADING = 12, 14, 16, 30, 60, 24
_MOST_PAGES, _MOST_MINUTES = 10, 30


@dataclass(frozen=True, slots=True)
class _Rule:
    """When a value of this kind is doubted, and the message id that says why."""

    holds: Callable[[Any, Facts], bool]
    doubt: str


def _count(text: str | None) -> int:
    return len((text or "").split())


def _unclear_thing(row: Deadline, _facts: Facts) -> bool:
    return not _THINGS.match(flat(row.what)) or _count(row.what) > _LONG_THING


def _unclear_receiver(row: Deadline, _facts: Facts) -> bool:
    return row.to is None or ("@" not in row.to and (_count(row.to) < 2 or _count(row.to) > _LONG_UNIT))


def _unclear_body(row: Task, _facts: Facts) -> bool:
    plain = flat(row.unit)
    return _count(row.unit) > _LONG_UNIT or plain.startswith(("doi voi", "ve ")) or bool(_VERBS_IN_NAME.search(plain))


def _uncounted(row: Participant, _facts: Facts) -> bool:
    plain = flat(row.text)
    return row.count is None and bool(_NUMBER.search(_DATE_OR_PLACE.sub(" ", plain)))


def _several_quotas(row: Award, _facts: Facts) -> bool:
    return len(set(_KINDS.findall(flat(row.text)))) > 1 or row.text.count("(") != row.text.count(")")


def _no_money(row: Item, _facts: Facts) -> bool:
    return not _MONEY.search(flat(row.text))


def _no_review(row: Item, _facts: Facts) -> bool:
    return not _ASSESSES.search(flat(row.text))


def _large(row: PaperLimits | None, _facts: Facts) -> bool:
    return row is not None and ((row.pages or 0) > _MOST_PAGES or (row.minutes or 0) > _MOST_MINUTES)


def _mixed_venue(row: Venue | None, _facts: Facts) -> bool:
    if row is None or row.name is None:
        return False
    return (
        ":" in row.name
        or _count(row.name) > _LONG_VENUE
        or bool(row.address and not _ADDRESS.search(flat(row.address)))
    )


def _long_time(row: Time | None, _facts: Facts) -> bool:
    return row is not None and _count(row.text) > _LONG_TIME


def _long_citation(row: Basis, _facts: Facts) -> bool:
    return _count(row.text) > _LONG_BASIS or row.kind != (row.kind or "").capitalize()


def _long_heading(row: Section, _facts: Facts) -> bool:
    return len(row.label) == 1 and row.label.islower() and _count(row.heading) > _LONG_HEADING // 2


def _twice(row: Section, facts: Facts) -> bool:
    return sum(other.clause == row.clause for other in facts.sections) > 1


def _house_of_another(value: str | None, _facts: Facts) -> bool:
    found = _OWN_HOUSES.search(flat(value or ""))
    return found is not None and found.start() > 0


_WHICH_THING = words("Chưa chắc phải gửi gì.")
_RULES: Mapping[str, tuple[_Rule, ...]] = {
    "issuer": (_Rule(_house_of_another, words("Chưa chắc hai dòng này là một cơ quan.")),),
    "number": (
        _Rule(lambda value, _: value is not None and "-" not in value, words("Ký hiệu thiếu phần cơ quan ban hành.")),
    ),
    "based_on": (_Rule(_long_citation, words("Chưa chắc phần trích dẫn dừng đúng chỗ.")),),
    "sections": (
        _Rule(_twice, words("Có hai mục cùng số.")),
        _Rule(_long_heading, words("Chưa chắc đây là đề mục hay là nội dung.")),
    ),
    "time": (_Rule(_long_time, words("Câu về thời gian dài; có thể gồm nhiều việc.")),),
    "venue": (_Rule(_mixed_venue, words("Chưa tách rõ nơi họp và địa chỉ.")),),
    "review": (_Rule(_no_review, words("Chưa chắc đây là nội dung đơn vị phải báo cáo.")),),
    "paper_limits": (_Rule(_large, words("Giới hạn lớn khác thường; có thể nói về việc khác.")),),
    "awards": (_Rule(_several_quotas, words("Một câu nói nhiều loại khen; chưa chắc con số thuộc loại nào.")),),
    "nominators": (
        _Rule(
            lambda row, _: isinstance(row, Nominator) and row.count is None, words("Không ghi giới thiệu bao nhiêu.")
        ),
        _Rule(lambda row, _: "moi" in flat(row.unit).split(), words("Chưa chắc tên đơn vị dừng đúng chỗ.")),
    ),
    "participants": (_Rule(_uncounted, words("Có con số nhưng chưa rõ là bao nhiêu người.")),),
    "deadlines": (
        _Rule(_unclear_thing, _WHICH_THING),
        _Rule(_unclear_receiver, words("Chưa rõ gửi về đâu.")),
        _Rule(lambda row, _: not row.units, words("Chưa rõ đơn vị nào phải gửi.")),
    ),
    "tasks": (_Rule(_unclear_body, words("Chưa chắc đơn vị nào chịu trách nhiệm.")),),
    "budget": (_Rule(_no_money, words("Chưa chắc câu này nói về kinh phí.")),),
    "signature": (
        _Rule(lambda row, _: isinstance(row, Signature) and row.name is None, words("Không thấy tên người ký.")),
    ),
}
# What a document of any kind has; the rest is what plans say.
_OF_ANY_DOCUMENT = frozenset({"kind", "number", "issuer", "place", "issued_on", "title", "recipients", "signature"})
_NO_PLAN = words("Văn bản không phải kế hoạch nên chỉ đọc được gần đúng.")


def doubted(facts: Facts, evidence: Mapping[str, Evidence], *, is_plan: bool) -> dict[str, Evidence]:
    """The evidence of every fact, less sure where a rule doubts the fact; the reader's own doubt is kept."""
    return {name: _lowered(each, _doubt(facts, name, is_plan=is_plan)) for name, each in evidence.items()}


def _lowered(evidence: Evidence, doubt: str) -> Evidence:
    if not doubt:
        return evidence
    return replace(evidence, sure=min(evidence.sure, _DOUBTED), doubt=evidence.doubt or doubt)


def _doubt(facts: Facts, name: str, *, is_plan: bool) -> str:
    """Why the fact `name` is doubted, empty where it is not."""
    key, _, place = name.partition("/")
    value = getattr(facts, key)
    row = value[int(place)] if place else value
    return next(_reasons(facts, key, row, is_plan=is_plan), "")


def _reasons(facts: Facts, key: str, row: Any, *, is_plan: bool) -> Iterator[str]:  # noqa: ANN401 -- the type depends on the key
    for each in _RULES.get(key, ()):
        if row is not None and each.holds(row, facts):
            yield each.doubt
    if not is_plan and key not in _OF_ANY_DOCUMENT and row is not None:
        yield _NO_PLAN
