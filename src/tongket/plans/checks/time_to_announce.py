"""A time or place left "to be announced" needs a notice. Decree 30/2020/NĐ-CP, Annex III, form 1.7 (invitation)."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clause_holding
from tongket.plans.plan import Plan

LATER = re.compile(r"thông báo|giấy mời|dự kiến", re.IGNORECASE)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """A finding for an open time, and one for a place that is not named; a document of another kind needs neither."""
    time, venue = plan.facts.time, plan.facts.venue
    if not plan.is_plan:
        return ()
    found = []
    if time is None:
        found.append(_missing(words("Kế hoạch không nêu ngày họp."), None, ""))
    elif time.tentative:
        found.append(_missing(words("Ngày giờ họp chưa chốt."), clause_holding(plan, time.text), time.text))
    if venue is None or not venue.name:
        found.append(_missing(words("Kế hoạch không nêu nơi họp."), None, "", code="venue-missing"))
    return tuple(found)


def _missing(found: str, clause: str | None, quote: str, code: str = "time-to-announce") -> Finding:
    return Finding(
        code,
        Level.APPROVAL,
        found=found,
        wanted=words("Đơn vị biết ngày, giờ và nơi họp trước khi cử đại biểu."),
        todo=words("Chốt ở ô “Ngày họp”, rồi ra thông báo hoặc giấy mời."),
        clause=clause,
        quote=quote,
    )
