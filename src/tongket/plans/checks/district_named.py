"""Since 1 July 2025 there is no district and no township. Law 72/2025/QH15 on local government, Articles 1 and 51."""

import re

from tongket.core.dates import plain_day
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, owing_names
from tongket.plans.dated import rule
from tongket.plans.plan import Plan

ENDED = re.compile(r"\b(?:huyện|quận|thị xã|thị trấn)\b", re.IGNORECASE)
FORMER = re.compile(r"\bcũ\b|trước đây|trước khi|trước ngày|nguyên là|sau (?:khi )?sắp xếp", re.IGNORECASE)
MOST = 3


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding with the bodies of districts that a later plan gives work, invites, or sends itself to."""
    issued_on, held = plan.facts.issued_on, rule("no-district-level")
    named = [(name, clause) for name, clause in _names(plan) if ENDED.search(name) and not FORMER.search(name)]
    if issued_on is None or not held.holds_on(issued_on) or not named:
        return ()
    return (
        Finding(
            "district-named",
            Level.APPROVAL,
            found=words("Kế hoạch ban hành ngày {day} còn nêu “{names}”."),
            wanted=words("Cơ quan cấp tỉnh hoặc cấp xã: từ {since} không còn cấp huyện và thị trấn."),
            todo=words("Thay bằng đơn vị kế thừa; danh bạ ghi đơn vị nào thay đơn vị nào."),
            clause=named[0][1],
            quote=named[0][0],
            values={
                "day": plain_day(issued_on),
                "names": "”, “".join(list(dict.fromkeys(name for name, _ in named))[:MOST]),
                "since": plain_day(held.since),
            },
        ),
    )


def _names(plan: Plan) -> list[tuple[str, str | None]]:
    """Who owes something, who attends, who receives the plan, and where the conference is held."""
    facts = plan.facts
    address = facts.venue.address if facts.venue and facts.venue.address else ""
    attending = [(each.text, each.clause) for each in facts.participants]
    return [*owing_names(facts), *attending, *((line, None) for line in facts.recipients), (address, None)]
