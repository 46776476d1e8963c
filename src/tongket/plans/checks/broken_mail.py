"""A letter sent to a mistyped address never arrives. Form of an address: RFC 5322, as far as offices use it."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.plan import Plan

# Both look from the beginning of a word only, so that a long line costs no more than its length.
WORD = re.compile(r"(?<![^\s,;()<>“”\"])[^\s,;()<>“”\"@]*@[^\s,;()<>“”\"]*")
MAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each address that no mail program would take."""
    printed = {
        word.group(0).strip(".:/'"): clause.clause
        for clause, text in clauses_with_text(plan)
        for word in WORD.finditer(text)
    }
    return tuple(
        Finding(
            "broken-mail",
            Level.APPROVAL,
            found=words("“{address}” không phải địa chỉ thư điện tử."),
            wanted=words("Địa chỉ dạng ten@coquan.vn, không dấu, không khoảng trắng."),
            todo=words("Hỏi người soạn địa chỉ đúng trước khi gửi kế hoạch đi."),
            clause=clause,
            quote=address,
            values={"address": address},
        )
        for address, clause in printed.items()
        if address != "@" and not MAIL.fullmatch(address)
    )
