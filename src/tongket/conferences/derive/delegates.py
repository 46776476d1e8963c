"""Delegates: each unit named among the participants, the host and the rewarded aside."""

import re
from collections.abc import Iterator

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.matter import Matter, one_each
from tongket.conferences.derive.wording import REWARDED, SEND_DELEGATES
from tongket.conferences.rules import DutyKind
from tongket.units.collectives import is_collective
from tongket.units.names import UNIT_HEADS

BRACKET = re.compile(r"\s*\([^)]*\)")
COUNTED = re.compile(r"[,:;]?\s*(?:mỗi .{0,40}?)?\b\d{1,3}\s*(?:đại biểu|đồng chí|người|đ/c).*$", re.IGNORECASE)
# Who comes, in front of the body that sends them: "Đại diện lãnh đạo …", "Chủ tịch, Phó Chủ tịch …".
SENT = re.compile(
    r"^(?:(?:mời|kính mời|đại diện|lãnh đạo|thường trực|đại biểu|đồng chí|các đồng chí|cán bộ|chủ tịch|phó chủ tịch|"
    r"bí thư|phó bí thư|trưởng|phó|hiệu trưởng|thủ trưởng|chuyên viên|là|và|,|của|từ)\s*)+",
    re.IGNORECASE,
)
HEAD = re.compile(rf"^(?:{UNIT_HEADS})", re.IGNORECASE)


def sender(text: str) -> str | None:
    """The body that a row of participants sends, None where the row names people and no body."""
    bare = COUNTED.sub("", BRACKET.sub("", text)).strip(" ,;:.")
    body = SENT.sub("", bare).strip()
    if not body or (REWARDED.search(bare.lower()) and not is_collective(body)):
        return None
    return body if HEAD.match(body) or is_collective(body) else None


def delegates(matter: Matter) -> list[DutyDraft]:
    """One duty a unit; a task that tells it to send somebody stands behind it."""
    return one_each(_named(matter))


def _named(matter: Matter) -> Iterator[DutyDraft]:
    for participant in matter.facts.participants:
        for owner in matter.others(sender(participant.text), participant.clause):
            because = matter.repeats(owner, SEND_DELEGATES.search)
            yield matter.draft(DutyKind.DELEGATES, owner, participant.clause, because, participant.text)
