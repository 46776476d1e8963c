"""Whoever must send something is told where to. Plan, the part on who does what; habit."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.facts import Deadline
from tongket.plans.plan import Plan

SENDS = re.compile(r"\b(?:gửi|nộp)\b")
# "gửi báo cáo về Văn phòng", "nộp cho Tổ Văn phòng": a sentence that has any of these may well say where to.
WHERE = re.compile(
    r"\b(?:về|cho|tới|đến|qua|với|tại|trên|vào)\b|@|\b(?:gửi|nộp)\s+(?:ban|văn phòng|phòng|hội|ủy ban|sở|tổ)\b"
)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each delivery with a date whose clause names no body and no mailbox."""
    return tuple(
        Finding(
            "deadline-without-address",
            Level.ADVICE,
            found=words("Hạn gửi {what} không nói gửi về đâu."),
            wanted=words("Cơ quan nhận và địa chỉ thư."),
            todo=words("Ghi nơi nhận ở thời hạn này, để phần việc nói rõ gửi về đâu."),
            clause=deadline.clause,
            quote=deadline.what,
            values={"what": deadline.what},
        )
        for deadline in plan.facts.deadlines
        if deadline.on is not None and not deadline.to and _sends_nowhere(plan, deadline)
    )


def _sends_nowhere(plan: Plan, deadline: Deadline) -> bool:
    texts = [text.lower() for clause, text in clauses_with_text(plan) if clause.clause == deadline.clause]
    return any(SENDS.search(text) and not WHERE.search(text) for text in texts)
