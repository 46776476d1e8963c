"""Which day a duty is due: the plan's own date for what is delivered, never shifted, as its words mean it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tongket.conferences.derive.owners import Owner, Owners
from tongket.conferences.rules import DueSource, DutyKind, last_day_in_time
from tongket.plans.facts import Deadline
from tongket.plans.plan import Clause

DELIVERED: dict[DutyKind, re.Pattern[str]] = {
    DutyKind.PAPER: re.compile(r"tham luận"),
    DutyKind.REVIEW: re.compile(r"báo cáo(?! (?:tham luận|thành tích))|số liệu|đề cương"),
    DutyKind.NOMINATION: re.compile(r"khen thưởng|hồ sơ|thành tích|mô hình|điển hình|gương|giới thiệu"),
    DutyKind.EXHIBIT: re.compile(r"sản phẩm|trưng bày|gian hàng|hình ảnh|hiện vật"),
    DutyKind.DELEGATES: re.compile(r"đại biểu|đăng ký tham dự|danh sách (?:tham dự|dự)"),
    DutyKind.REMARKS: re.compile(r"phát biểu|ý kiến"),
}
# Nothing but the day itself may stand between: "trước hết ngày 20" and "trước, chậm nhất ngày 20" take the 20th.
BEFORE = re.compile(r"\btrước(?:\s+(?:ngày|thứ \w+|chủ nhật|\([^\d)]{0,20}\)),?)*\s*$")


@dataclass(frozen=True, slots=True)
class Due:
    """The last day in time and who set it."""

    on: date | None = None
    source: DueSource = DueSource.NONE


class Calendar:
    """The deadlines of a plan with their last days in time."""

    def __init__(self, deadlines: Sequence[Deadline], clauses: Sequence[Clause], owners: Owners) -> None:
        self._clauses = clauses
        self._owners = owners
        self._days = [(deadline, self._last_day(deadline), self._keys(deadline)) for deadline in deadlines]

    def due(self, kind: DutyKind, owner: Owner, clauses: Iterable[str | None]) -> Due:
        """The earliest day by which `owner` delivers what this kind of duty delivers; none is a Due without a day.

        A plain task takes the day that stands in its own clause.
        """
        places = {clause for clause in clauses if clause}
        days = [
            day
            for deadline, day, keys in self._days
            if day is not None and (not keys or owner.key in keys) and self._fits(kind, deadline, places)
        ]
        return Due(min(days), DueSource.PLAN) if days else Due()

    def _fits(self, kind: DutyKind, deadline: Deadline, places: set[str]) -> bool:
        if kind in DELIVERED:
            return bool(DELIVERED[kind].search(deadline.what.lower()))
        delivered_otherwise = any(pattern.search(deadline.what.lower()) for pattern in DELIVERED.values())
        return deadline.clause in places and not delivered_otherwise

    def _keys(self, deadline: Deadline) -> frozenset[str]:
        return frozenset(key for name in deadline.units for key in self._owners.keys_of(name, deadline.clause))

    def _last_day(self, deadline: Deadline) -> date | None:
        if deadline.on is None:
            return None
        return last_day_in_time(deadline.on, is_before=deadline.at is None and self._says_before(deadline))

    def _says_before(self, deadline: Deadline) -> bool:
        """Whether the words in front of the printed date are "trước (ngày)"; an hour beside it means that very day."""
        assert deadline.on is not None
        day, month = deadline.on.day, deadline.on.month
        printed = re.compile(rf"(?<!\d)0?{day}\s*(?:[/.\-]|\s+tháng\s+)\s*0?{month}(?!\d)")
        place = (deadline.clause or "").split("/")[0]
        near = [clause for clause in self._clauses if clause.clause.startswith(place)]
        texts = [f"{clause.heading or ''} {clause.text}".lower() for clause in near]
        return any(BEFORE.search(text[: found.start()]) for text in texts for found in printed.finditer(text))
