"""Whoever assigns papers says by when they are due. Plan, the parts on papers and on who does what; habit."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.checks.sentences import by_when
from tongket.plans.plan import Plan

PAPER = re.compile(r"tham luận|chuyên đề|\bbài\b|phát biểu|chia sẻ|toàn văn")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where papers are assigned and nothing says when they must arrive."""
    papers = plan.facts.papers
    if not plan.is_plan or not papers or by_when(plan, PAPER):
        return ()
    return (
        Finding(
            "papers-without-deadline",
            Level.APPROVAL,
            found=words("Giao {papers} tham luận, không nêu hạn gửi bài."),
            wanted=words("Ngày gửi bài, đủ sớm để đọc và in."),
            todo=words("Thêm thời hạn ở trang này, rồi báo tác giả."),
            clause=papers[0].clause,
            values={"papers": len(papers)},
        ),
    )
