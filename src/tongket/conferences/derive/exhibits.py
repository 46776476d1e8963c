"""Exhibits: each unit told to bring products, in the tasks or in the clause on the display itself."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.matter import Matter, one_each
from tongket.conferences.derive.wording import EXHIBIT, coordinating
from tongket.conferences.rules import DutyKind

BY_WHOM = re.compile(r"\bdo\s+(.+?)\s+(?:lựa chọn|chuẩn bị|tổ chức|đưa|mang|đăng ký|trưng bày)")
UNIT_FIRST = re.compile(r"^([^:]{4,120}):\s")


def exhibits(matter: Matter) -> list[DutyDraft]:
    """One duty a unit; where no task tells it, the clause on the display says who brings products."""
    told = one_each(_by_tasks(matter))
    return told or one_each(_by_display(matter))


def _by_tasks(matter: Matter) -> Iterator[DutyDraft]:
    because = [item.clause for item in matter.facts.exhibits if item.clause]
    for task, owner in matter.others_tasks():
        if EXHIBIT.search(task.text.lower()):
            draft = matter.draft(DutyKind.EXHIBIT, owner, task.clause, because, task.text)
            yield replace(draft, coordinating=coordinating(task.text))


def _by_display(matter: Matter) -> Iterator[DutyDraft]:
    for item in matter.facts.exhibits:
        named = UNIT_FIRST.search(item.text) or BY_WHOM.search(item.text)
        for owner in matter.others(named.group(1) if named else None, item.clause):
            yield matter.draft(DutyKind.EXHIBIT, owner, item.clause, (), item.text)
