"""Days of the week in words are “thứ Hai” to “thứ Bảy”. Decree 30/2020/NĐ-CP, Annex II, V.9."""

import re

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

_DAYS = "hai|ba|tư|năm|sáu|bảy"
# Surely a day: a part of the day stands before it, or the date behind it.
_DATED = r"(?=,? ?(?:ngày|\(?\d{1,2}/\d))"
_DAY = re.compile(
    rf"\b(?:(?:sáng|chiều|tối|trưa|ngày) (?P<a>thứ (?:{_DAYS}))\b|(?P<b>[Tt]hứ (?:{_DAYS})){_DATED}|"
    rf"(?<=[a-zà-ỹđ,;] )(?P<c>Thứ (?:{_DAYS.title()}))\b{_DATED})"
)


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding for the first day that is surely one and is written otherwise."""
    for paragraph in sight.body:
        found = _DAY.search(" ".join(paragraph.text.split()))
        if found:
            day = found["a"] or found["b"] or found["c"]
            return (
                form.finding(
                    "weekday-capitals",
                    found=words("Ghi “{day}”."),
                    wanted=words("Ghi “{right}”."),
                    todo=words("Sửa chữ hoa của thứ trong tuần."),
                    quote=found.string[max(0, found.start() - 30) : found.end() + 30],
                    day=day,
                    right=f"thứ {day.split()[1].title()}",
                ),
            )
    return ()
