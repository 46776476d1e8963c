"""What goes out has no gap left. Decree 30/2020/NĐ-CP, Article 12: a draft is checked before it is signed."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.plan import Plan

BLANK = re.compile(r"\.{4,}|(?:…\s?){2,}|_{3,}|\b(?:ngày|tháng|lúc|giờ)\s*(?:\.{2,}|…)", re.IGNORECASE)
AROUND = 40


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each clause with dots, or a line, to be filled in by hand."""
    found = ((clause.clause, text, BLANK.search(text)) for clause, text in clauses_with_text(plan))
    return tuple(_finding(clause, text, blank) for clause, text, blank in found if blank is not None)


def _finding(clause: str, text: str, blank: re.Match[str]) -> Finding:
    quote = text[max(0, blank.start() - AROUND) : blank.end() + AROUND].strip()
    return Finding(
        "blanks-left",
        Level.APPROVAL,
        found=words("Còn chỗ trống chưa điền: “{quote}”."),
        wanted=words("Đủ ngày, giờ, con số trước khi ký."),
        todo=words("Hỏi người soạn, rồi sửa điều đọc được ở mục này."),
        clause=clause,
        quote=quote,
        values={"quote": quote},
    )
