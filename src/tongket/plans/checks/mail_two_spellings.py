"""One mailbox is written one way: an address that differs from another by a letter or two is likely a slip. Habit."""

import re
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.broken_mail import MAIL
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.plan import Plan

FIGURES = re.compile(r"\d")
MOST = 2
# A plan names a handful; of a long list no two are compared, since lists have addresses that are alike.
MOST_ADDRESSES = 12


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each pair of addresses that are nearly one."""
    printed = {
        mail.group(0).lower(): clause.clause
        for clause, text in reversed(clauses_with_text(plan))
        for mail in MAIL.finditer(text)
    }
    return tuple(
        Finding(
            "mail-two-spellings",
            Level.APPROVAL,
            found=words("Hai địa chỉ gần giống nhau: “{first}” và “{second}”."),
            wanted=words("Một hộp thư ghi một cách."),
            todo=words("Hỏi người soạn địa chỉ đúng trước khi gửi kế hoạch đi."),
            clause=printed[second],
            quote=second,
            values={"first": first, "second": second},
        )
        for first, second in combinations(list(printed)[::-1], 2)
        if len(printed) <= MOST_ADDRESSES and _nearly_one(first, second)
    )


def _nearly_one(first: str, second: str) -> bool:
    """Whether they differ by a letter or two; mailboxes that differ by their figures are two on purpose."""
    if FIGURES.sub("", first) == FIGURES.sub("", second):
        return False
    return Levenshtein.distance(first, second, score_cutoff=MOST) <= MOST
