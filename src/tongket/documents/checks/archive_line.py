"""The last recipient is the archive: “Lưu: VT, …” and a full stop. Decree 30/2020/NĐ-CP, Annex I, II.9b."""

import re
from collections.abc import Iterator

from tongket.core.findings import Finding, words
from tongket.documents.checks.recipient_lines import recipient_items
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

_ARCHIVE = re.compile(r"[-–—+•\s]*lưu\b", re.IGNORECASE)
_COLON = re.compile(r"[-–—+•\s]*Lưu:", re.IGNORECASE)


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for each of: no such line, not the last, no colon, no full stop."""
    if sight.foot.recipients_head is None:
        return ()
    return tuple(
        form.finding(
            code,
            found=words("Ghi “{text}”.") if text else words("Không có dòng “Lưu”."),
            wanted=wanted,
            where=words("Nơi nhận."),
            todo=words("Sửa dòng lưu ở cuối nơi nhận."),
            quote=text,
            text=text,
        )
        for code, wanted, text in _faults(list(recipient_items(sight.foot)), form)
    )


def _faults(items: list[str], form: Form) -> Iterator[tuple[str, str, str]]:
    place = next((place for place, item in enumerate(items) if _ARCHIVE.match(item)), None)
    if place is None:
        yield "archive-missing", words("Dòng cuối của nơi nhận ghi nơi lưu, ví dụ “Lưu: VT.”."), ""
        return
    line = items[place]
    if place != len(items) - 1:
        yield "archive-last", words("Dòng lưu đứng cuối nơi nhận."), line
    elif not line.endswith("."):
        yield "archive-end", words("Dòng lưu kết thúc bằng dấu chấm."), line
    if form.asks("archive-colon") and not _COLON.match(line):
        yield "archive-colon", words("Sau “Lưu” có dấu hai chấm: “Lưu: VT”."), line
