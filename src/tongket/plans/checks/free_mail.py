"""Official papers go to the office's own address, not to a free mailbox of one person. Directive 34/2008/CT-TTg."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan

FREE = re.compile(r"@(?:gmail|yahoo|hotmail|outlook|live|icloud|ymail)\.", re.IGNORECASE)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each free address that deliveries go to."""
    places = {deadline.to: deadline.clause for deadline in plan.facts.deadlines if deadline.to}
    return tuple(
        Finding(
            "free-mail",
            Level.ADVICE,
            found=words("Nhận văn bản qua {address}, hộp thư miễn phí."),
            wanted=words("Địa chỉ thư công vụ của cơ quan."),
            todo=words("Giữ được, nhưng nên ghi thêm ai mở hộp thư này."),
            clause=clause,
            quote=address,
            values={"address": address},
        )
        for address, clause in places.items()
        if FREE.search(address)
    )
