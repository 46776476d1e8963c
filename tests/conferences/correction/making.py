"""Duties as they stand and as a corrected plan gives them, with only what a test is about."""

from dataclasses import replace
from datetime import date
from typing import Any

from tongket.conferences.correction import Change, DutyNow
from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.rules import DueSource, DutyKind

DAY = date(2024, 10, 19)
LATER = date(2024, 10, 22)


def draft(text: str = "Báo cáo kết quả thực hiện phong trào", **values: Any) -> DutyDraft:
    """What a plan gives a unit."""
    due_on = values.get("due_on")
    plain = DutyDraft(kind=DutyKind.TASK, clause="IV.1/1", because=(), unit="5", unit_name="Phòng Kinh tế", text=text)
    return replace(plain, **{"due_source": DueSource.PLAN if due_on else DueSource.NONE} | values)


def now(number: int, owed: DutyDraft, **values: Any) -> DutyNow:
    """A duty of the conference; its number is its ordinal too."""
    return replace(DutyNow(id=number, ordinal=number, owed=owed), **values)


def told(changes: list[Change]) -> list[tuple[str, int | None, str]]:
    """How, of which duty, and with which words of the new plan."""
    return [
        (change.how.value, change.old.id if change.old else None, change.new.text if change.new else "")
        for change in changes
    ]
