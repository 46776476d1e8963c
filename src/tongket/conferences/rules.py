"""What a duty is: its kinds, its states and the moves between them, when it is late. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from tongket.core.findings import words


class DutyKind(StrEnum):
    """What is owed."""

    PAPER = "paper"
    REVIEW = "review"
    NOMINATION = "nomination"
    EXHIBIT = "exhibit"
    DELEGATES = "delegates"
    REMARKS = "remarks"
    NOTICE = "notice"
    TASK = "task"


class DutyState(StrEnum):
    """Where a duty stands; that it is late is derived, never stored."""

    OPEN = "open"
    WORKING = "working"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    EXCUSED = "excused"
    WITHDRAWN = "withdrawn"


class DueSource(StrEnum):
    """Who set the last day: the plan, the office, nobody."""

    PLAN = "plan"
    OFFICE = "office"
    NONE = "none"


class Channel(StrEnum):
    """How something came in or a unit was reached."""

    WEB = "web"
    EMAIL = "email"
    ZALO = "zalo"
    PAPER = "paper"
    USB = "usb"
    PHONE = "phone"


NEXT: dict[DutyState, frozenset[DutyState]] = {
    DutyState.OPEN: frozenset({DutyState.WORKING, DutyState.HANDED_IN, DutyState.EXCUSED, DutyState.WITHDRAWN}),
    DutyState.WORKING: frozenset({DutyState.OPEN, DutyState.HANDED_IN, DutyState.EXCUSED, DutyState.WITHDRAWN}),
    DutyState.HANDED_IN: frozenset(
        {DutyState.HANDED_IN, DutyState.ACCEPTED, DutyState.RETURNED, DutyState.EXCUSED, DutyState.WITHDRAWN}
    ),
    DutyState.RETURNED: frozenset({DutyState.HANDED_IN, DutyState.EXCUSED, DutyState.WITHDRAWN}),
    DutyState.ACCEPTED: frozenset({DutyState.RETURNED, DutyState.HANDED_IN}),
    DutyState.EXCUSED: frozenset({DutyState.OPEN}),
    DutyState.WITHDRAWN: frozenset({DutyState.OPEN}),
}
STATE_WORDS: dict[DutyState, str] = {
    DutyState.OPEN: words("Chưa gửi"),
    DutyState.WORKING: words("Đang soạn"),
    DutyState.HANDED_IN: words("Chờ xem"),
    DutyState.RETURNED: words("Trả lại để sửa"),
    DutyState.ACCEPTED: words("Đạt"),
    DutyState.EXCUSED: words("Không giao"),
    DutyState.WITHDRAWN: words("Không giao"),
}
STATE_PICTURES: dict[DutyState, str] = {
    DutyState.OPEN: "none",
    DutyState.WORKING: "draft",
    DutyState.HANDED_IN: "sent",
    DutyState.RETURNED: "back",
    DutyState.ACCEPTED: "ok",
    DutyState.EXCUSED: "na",
    DutyState.WITHDRAWN: "na",
}
AT_RISK_DAYS = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a duty is late: state, last day in time, and the due time of a returned one."""

    state: DutyState
    due_on: date | None
    return_due_at: datetime | None = None


def last_day(standing: Standing) -> date | None:
    """The last day in time: a returned duty follows its own due time, a closed one has none."""
    if standing.state is DutyState.RETURNED:
        return standing.return_due_at.date() if standing.return_due_at else standing.due_on
    return standing.due_on if standing.state in {DutyState.OPEN, DutyState.WORKING} else None


def days_late(standing: Standing, *, today: date) -> int:
    """How many days past its last day; 0 while it is in time, handed in, closed or without a day."""
    last = last_day(standing)
    return max(0, (today - last).days) if last else 0


def is_at_risk(standing: Standing, *, today: date) -> bool:
    """Whether nothing is there yet and the last day is near."""
    last = last_day(standing)
    return last is not None and today <= last <= today + timedelta(days=AT_RISK_DAYS)


def last_day_in_time(printed: date, *, is_before: bool) -> date:
    """`trước ngày 20` is in time until the end of the 19th, `hết ngày 20` and `chậm nhất ngày 20` until the 20th's."""
    return printed - timedelta(days=1) if is_before else printed
