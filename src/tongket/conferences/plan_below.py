"""The plan of a unit's own review meeting, drafted from the plan above for a person to mend. Pure."""

from dataclasses import dataclass
from datetime import date

from tongket.core.dates import plain_day
from tongket.core.text import clean
from tongket.plans.facts import Facts

DOTS = "…"


@dataclass(frozen=True, slots=True)
class Above:
    """The plan above: its facts, its number where that is known by now, and who holds its conference."""

    facts: Facts
    number: str
    host: str


def draft_plan_below(above: Above, *, unit: str, place: str, due_on: date | None, today: date) -> str:
    """A whole plan in the official form; what only the unit knows (number, day, hour, hall) is left as dots.

    It carries out the plan above, assesses the same points, and sends its report by `due_on`.
    """
    parts = (
        _head(above, unit=unit, place=place, today=today),
        _aims(above),
        _points(above),
        _when(),
        _work(above, unit=unit, due_on=due_on),
        ["Nơi nhận:", f"- {above.host};", "- Lưu: VT."],
    )
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(above: Above, *, unit: str, place: str, today: date) -> list[str]:
    title = clean(above.facts.title or "Tổng kết phong trào thi đua")
    lines = [
        unit.upper(),
        f"Số:{' ' * 6}/KH",
        "",
        f"{place or DOTS}, ngày     tháng {today.month} năm {today.year}",
        "",
        "KẾ HOẠCH",
        "",
        title,
    ]
    return [*lines, "", f"Thực hiện {_cited(above)}, {unit} xây dựng kế hoạch với những nội dung sau:"]


def _cited(above: Above) -> str:
    number = f" số {above.number}" if above.number else ""
    day = f" ngày {plain_day(above.facts.issued_on)}" if above.facts.issued_on else ""
    title = clean(above.facts.title or "tổng kết phong trào thi đua")
    return f"Kế hoạch{number}{day} của {above.host} về {title[:1].lower()}{title[1:]}"


def _aims(above: Above) -> list[str]:
    aims = [item.text for item in above.facts.purpose] or [f"Thực hiện nghiêm túc kế hoạch của {above.host}"]
    return ["I. MỤC ĐÍCH, YÊU CẦU", "", *(f"- {aim}." for aim in aims)]


def _points(above: Above) -> list[str]:
    points = [item.text for item in above.facts.review] or ["Đánh giá kết quả, hạn chế, nguyên nhân và bài học"]
    return ["II. NỘI DUNG TỔNG KẾT", "", *(f"- {point}." for point in points)]


def _when() -> list[str]:
    return [
        "III. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN",
        "",
        f"1. Thời gian: {DOTS}",
        f"2. Địa điểm: {DOTS}",
        f"3. Thành phần: {DOTS}",
    ]


def _work(above: Above, *, unit: str, due_on: date | None) -> list[str]:
    until = f" trước hết ngày {plain_day(due_on)}" if due_on else ""
    return ["IV. TỔ CHỨC THỰC HIỆN", "", f"- {unit}: tổng hợp báo cáo kết quả, gửi {above.host}{until}."]
