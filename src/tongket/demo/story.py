"""What had happened in the sample conference by 21/10/2024: days the office set, and each unit's doings in order."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
COMMUNES = ("xã Tam Ngọc", "xã Tam Phú", "xã Tam Thanh", "xã Tam Thăng")


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of October 2024 in the office's time zone."""
    return datetime(2024, 10, day, hour, minute, tzinfo=ZONE)


STANDS_AT = at(21, 8, 15)
# The plan dates only the papers; these are the days that the office's letters of 14/10 name.
OFFICE_DAYS = {"review": 19, "nomination": 19, "remarks": 24, "delegates": 24, "exhibit": 25, "notice": 22, "task": 28}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a duty: `unit` is the end of the unit's name, `deed` one of the words of `play_step`.

    What came by e-mail is a real message that the mailbox takes in.
    """

    at: datetime
    deed: str
    kind: str
    unit: str
    note: str = ""
    channel: str = "web"
    clause: str = ""
    item: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """The office called or wrote to a unit; `unit` is the end of its name."""

    at: datetime
    unit: str
    channel: str
    note: str
    is_reminder: bool = True


def handed(day: int, kind: str, *units: str, note: str = "", hour: int = 9) -> list[Step]:
    """Several units hand in the same kind on one day, some minutes apart."""
    return [Step(at(day, hour, 3 * n), "hand_in", kind, unit, note) for n, unit in enumerate(units)]


def accepted(day: int, kind: str, *units: str, hour: int = 15) -> list[Step]:
    """The office accepts what several units handed in."""
    return [Step(at(day, hour, 2 * n), "accept", kind, unit) for n, unit in enumerate(units)]


def ticked(day: int, clause: str, *items: int) -> list[Step]:
    """Parts of the host's own tasks that are done."""
    return [Step(at(day, 16, n), "tick", "task", "Việt Nam thành phố", "", "web", clause, n) for n in items]


WOMEN, FARMERS, YOUTH = "Hội Liên hiệp phụ nữ thành phố", "Hội Nông dân thành phố", "Đoàn TNCS Hồ Chí Minh thành phố"
LABOUR, VETERANS = "Liên đoàn Lao động thành phố", "Hội Cựu chiến binh thành phố"
ECONOMY, PRESS = "Phòng Kinh tế", "Trung tâm VH-TT-TT thành phố"

STEPS: list[Step] = [
    *handed(16, "nomination", ECONOMY, WOMEN, note="01 mô hình tiêu biểu, kèm báo cáo thành tích."),
    *accepted(18, "nomination", ECONOMY, WOMEN),
    *handed(19, "nomination", FARMERS, note="01 mô hình: tổ hợp tác trồng nấm."),
    *accepted(
        19, "delegates", WOMEN, FARMERS, PRESS, "xã Tam Thăng", "xã Tam Thanh", "xã Tam Phú", LABOUR, VETERANS, ECONOMY
    ),
    *accepted(
        19,
        "delegates",
        "phường Hòa Thuận",
        "phường An Mỹ",
        "phường An Phú",
        "phường An Xuân",
        "phường Phước Hòa",
        hour=16,
    ),
    *accepted(20, "delegates", "phường Tân Thạnh"),
    *handed(18, "exhibit", "xã Tam Thanh", "phường An Phú", "phường Tân Thạnh", note="Danh mục sản phẩm trưng bày."),
    *handed(
        19,
        "exhibit",
        "phường An Mỹ",
        "phường An Xuân",
        "phường Trường Xuân",
        note="Danh mục sản phẩm trưng bày.",
        hour=11,
    ),
    *accepted(19, "exhibit", "xã Tam Thanh", "phường An Phú", "phường Tân Thạnh"),
    Step(at(20, 9), "start", "exhibit", "xã Tam Phú"),
    Step(at(17, 9), "start", "notice", "Việt Nam thành phố"),
    *ticked(11, "IV.1/1", 0),
    *ticked(14, "IV.1/2", 2),
    *ticked(16, "IV.1/3", 0, 1),
    *ticked(18, "IV.1/3", 2, 4),
]
CALLS = (
    Call(at(18, 9, 30), YOUTH, "zalo", "Đã nhắc hạn tham luận và báo cáo."),
    Call(at(19, 15, 10), YOUTH, "phone", "Anh Khôi hẹn gửi trong ngày 20/10."),
    Call(at(19, 15, 20), "phường An Sơn", "phone", "Máy bận, gọi lại sáng thứ Hai."),
    Call(at(19, 15, 30), "phường Hòa Hương", "zalo", "Đã nhắc báo cáo và danh sách đại biểu."),
)
