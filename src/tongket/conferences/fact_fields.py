"""How a fact is shown and typed: one table of its fields for each key of the contract, and both ways between. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tongket.core.dates import DayFault, office_day, parse_clock
from tongket.core.findings import words
from tongket.core.text import clean


class Shape(StrEnum):
    """What a field holds, and so how it is typed."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    CLOCK = "clock"
    NUMBER = "number"
    FLAG = "flag"
    LIST = "list"
    AWARD = "award"


AWARD_KINDS = {"collective": words("tập thể"), "individual": words("cá nhân"), "household": words("hộ gia đình")}


@dataclass(frozen=True, slots=True)
class FactField:
    """One field of a fact: its name in the contract, its label, its shape, and whether it must not be empty."""

    name: str
    label: str
    shape: Shape = Shape.LINE
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """Why what a person typed was not taken: the field and a message id with its gaps."""

    field: str
    message: str
    found: str


ITEM = (FactField("clause", words("Mục")), FactField("text", words("Nội dung"), Shape.TEXT, is_needed=True))
FIELDS: dict[str, tuple[FactField, ...]] = {
    "kind": (FactField("value", words("Loại văn bản")),),
    "number": (FactField("value", words("Số, ký hiệu")),),
    "issuer": (FactField("value", words("Cơ quan ban hành")),),
    "place": (FactField("value", words("Địa danh")),),
    "issued_on": (FactField("value", words("Ngày ban hành"), Shape.DAY),),
    "title": (FactField("value", words("Trích yếu"), Shape.TEXT),),
    "based_on": (
        FactField("kind", words("Loại văn bản")),
        FactField("number", words("Số, ký hiệu")),
        FactField("issued_on", words("Ngày ban hành"), Shape.DAY),
        FactField("text", words("Văn bản như được dẫn"), Shape.TEXT, is_needed=True),
    ),
    "sections": (
        FactField("clause", words("Mục"), is_needed=True),
        FactField("label", words("Số đầu mục"), is_needed=True),
        FactField("heading", words("Đề mục"), is_needed=True),
        FactField("level", words("Cấp"), Shape.NUMBER, is_needed=True),
        FactField("parent", words("Thuộc mục")),
    ),
    "purpose": ITEM,
    "participants": (*ITEM, FactField("count", words("Số người"), Shape.NUMBER)),
    "time": (
        FactField("text", words("Như kế hoạch ghi"), Shape.TEXT, is_needed=True),
        FactField("earliest", words("Từ ngày"), Shape.DAY),
        FactField("latest", words("Đến ngày"), Shape.DAY),
        FactField("start", words("Bắt đầu"), Shape.CLOCK),
        FactField("end", words("Kết thúc"), Shape.CLOCK),
        FactField("tentative", words("Dự kiến, chưa chốt"), Shape.FLAG),
    ),
    "venue": (FactField("name", words("Nơi họp")), FactField("address", words("Địa chỉ"))),
    "review": ITEM,
    "papers": (
        FactField("clause", words("Mục")),
        FactField("unit", words("Đơn vị"), is_needed=True),
        FactField("topic", words("Chủ đề"), Shape.TEXT),
    ),
    "paper_limits": (
        FactField("pages", words("Số trang, không quá"), Shape.NUMBER),
        FactField("minutes", words("Số phút, không quá"), Shape.NUMBER),
    ),
    "awards": (
        FactField("clause", words("Mục")),
        FactField("quota", words("Số lượng"), Shape.NUMBER),
        FactField("kind", words("Đối tượng"), Shape.AWARD, is_needed=True),
        FactField("unit", words("Đơn vị giới thiệu")),
        FactField("text", words("Nội dung"), Shape.TEXT, is_needed=True),
    ),
    "nominators": (
        FactField("clause", words("Mục")),
        FactField("unit", words("Đơn vị"), is_needed=True),
        FactField("count", words("Số lượng"), Shape.NUMBER),
        FactField("text", words("Nội dung"), Shape.TEXT, is_needed=True),
    ),
    "exhibits": ITEM,
    "deadlines": (
        FactField("clause", words("Mục")),
        FactField("what", words("Gửi gì"), is_needed=True),
        FactField("on", words("Ngày như kế hoạch ghi"), Shape.DAY),
        FactField("at", words("Giờ"), Shape.CLOCK),
        FactField("to", words("Gửi đến")),
        FactField("units", words("Đơn vị, mỗi dòng một tên"), Shape.LIST),
    ),
    "tasks": (
        FactField("clause", words("Mục")),
        FactField("unit", words("Đơn vị"), is_needed=True),
        FactField("text", words("Việc được giao"), Shape.TEXT, is_needed=True),
    ),
    "budget": ITEM,
    "recipients": (FactField("value", words("Nơi nhận"), is_needed=True),),
    "signature": (
        FactField("authority", words("Thẩm quyền ký")),
        FactField("position", words("Chức vụ")),
        FactField("name", words("Họ tên")),
    ),
}
TITLES: dict[str, str] = {
    "kind": words("Loại văn bản"),
    "number": words("Số của kế hoạch"),
    "issuer": words("Cơ quan ban hành"),
    "place": words("Địa danh"),
    "issued_on": words("Ngày ban hành"),
    "title": words("Trích yếu"),
    "based_on": words("Thực hiện theo"),
    "sections": words("Đề mục"),
    "purpose": words("Mục đích, yêu cầu"),
    "participants": words("Thành phần"),
    "time": words("Thời gian"),
    "venue": words("Địa điểm"),
    "review": words("Nội dung phải báo cáo"),
    "papers": words("Tham luận"),
    "paper_limits": words("Giới hạn tham luận"),
    "awards": words("Khen thưởng"),
    "nominators": words("Giới thiệu khen thưởng"),
    "exhibits": words("Sản phẩm trưng bày"),
    "deadlines": words("Hạn gửi"),
    "tasks": words("Phần việc được giao"),
    "budget": words("Kinh phí"),
    "recipients": words("Nơi nhận"),
    "signature": words("Người ký"),
}
# Pages, minutes, people, awards: whatever a plan counts stays below ten thousand.
DIGITS = 4
MANY = frozenset(
    {"based_on", "sections", "purpose", "participants", "review", "papers", "awards", "nominators", "exhibits"}
    | {"deadlines", "tasks", "budget", "recipients"}
)


def is_plain(key: str) -> bool:
    """Whether the fact is one bare text or date, kept without a name for its field."""
    return FIELDS[key][0].name == "value"


def printed(shape: Shape, value: Any) -> str:  # noqa: ANN401 -- a JSON value
    """A value as a person types it: `20/10/2024`, one unit a line, empty for nothing."""
    if value is None or value == "":
        return ""
    if shape is Shape.DAY:
        day = date.fromisoformat(value)
        return f"{day.day}/{day.month}/{day.year}"
    if shape is Shape.LIST:
        return "\n".join(value)
    if shape is Shape.FLAG:
        return "1" if value else ""
    return str(value)


def typed_from(key: str, value: Any) -> dict[str, str]:  # noqa: ANN401 -- a JSON value
    """The fields of a fact as a form shows them."""
    parts = {"value": value} if is_plain(key) else value or {}
    return {field.name: printed(field.shape, parts.get(field.name)) for field in FIELDS[key]}


def _day(field: FactField, text: str) -> tuple[str | None, Fault | None]:
    day = office_day(text)
    if isinstance(day, DayFault):
        return None, Fault(field.name, day.message, text)
    return day.isoformat(), None


def _clock(field: FactField, text: str) -> tuple[str | None, Fault | None]:
    at = parse_clock(text)
    if isinstance(at, DayFault):
        return None, Fault(field.name, at.message, text)
    return f"{at:%H:%M}", None


def _number(field: FactField, text: str) -> tuple[int | None, Fault | None]:
    if text.isdecimal() and len(text) > DIGITS:
        return None, Fault(field.name, words("“{found}” lớn quá. Ghi một số không quá 9999."), text)
    if text.isdecimal():
        return int(text), None
    return None, Fault(field.name, words("“{found}” không phải số. Ghi bằng chữ số, ví dụ 3."), text)


def parse(field: FactField, raw: str) -> tuple[Any, Fault | None]:
    """What a person typed as the contract holds it, or the fault that says what was found and what is wanted."""
    if field.shape is Shape.FLAG:
        return bool(raw), None
    if field.shape is Shape.LIST:
        return [clean(line) for line in raw.splitlines() if clean(line)], None
    text = clean(raw)
    if not text:
        missing = Fault(field.name, words("Ô này còn trống. Ghi như trong kế hoạch, hoặc bỏ cả điều này."), "")
        return None, missing if field.is_needed else None
    if field.shape is Shape.DAY:
        return _day(field, text)
    if field.shape is Shape.CLOCK:
        return _clock(field, text)
    if field.shape is Shape.NUMBER:
        return _number(field, text)
    if field.shape is Shape.AWARD and text not in AWARD_KINDS:
        return None, Fault(field.name, words("“{found}” không phải tập thể, cá nhân hay hộ gia đình."), text)
    return text, None


def value_from(key: str, typed: Mapping[str, str]) -> tuple[Any, tuple[Fault, ...]]:
    """The value of a fact from its typed fields, with every fault at once; the value is None when there is one."""
    parts: dict[str, Any] = {}
    faults = []
    for field in FIELDS[key]:
        parts[field.name], fault = parse(field, typed.get(field.name, ""))
        if fault is not None:
            faults.append(fault)
    if faults:
        return None, tuple(faults)
    return (parts["value"] if is_plain(key) else parts), ()


def summary(key: str, value: Any) -> str:  # noqa: ANN401 -- a JSON value
    """A fact in one line of the table of what is clear."""
    if value is None:
        return ""
    typed = typed_from(key, value)
    shown = [typed[field.name] for field in FIELDS[key] if field.name not in {"clause", "level", "parent", "tentative"}]
    return " · ".join(part.replace("\n", "; ") for part in shown if part)
