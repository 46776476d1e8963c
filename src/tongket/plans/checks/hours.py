"""Units need the hour, and a meeting ends after it begins. Decree 30/2020/NĐ-CP, Annex III, form 1.7 (invitation)."""

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clause_holding
from tongket.plans.facts import Time
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where the hours are the wrong way round, or where a fixed day has no hour."""
    time = plan.facts.time
    if time is None or time.earliest is None or time.earliest != time.latest:
        return ()
    if time.start is None:
        return () if time.tentative else (_missing(plan, time),)
    return (_reversed(plan, time),) if time.end is not None and time.end <= time.start else ()


def _missing(plan: Plan, time: Time) -> Finding:
    return Finding(
        "no-hour",
        Level.APPROVAL,
        found=words("Ngày họp đã có, giờ họp chưa có."),
        wanted=words("Giờ bắt đầu, để ghi vào giấy mời."),
        todo=words("Chốt ở ô “Ngày họp”, rồi ra thông báo hoặc giấy mời."),
        clause=clause_holding(plan, time.text),
        quote=time.text,
    )


def _reversed(plan: Plan, time: Time) -> Finding:
    return Finding(
        "hours-reversed",
        Level.APPROVAL,
        found=words("Giờ kết thúc {end} không sau giờ bắt đầu {start}."),
        wanted=words("Giờ kết thúc sau giờ bắt đầu."),
        todo=words("Hỏi người soạn, rồi sửa điều đọc được ở mục này."),
        clause=clause_holding(plan, time.text),
        quote=time.text,
        values={"start": time.start, "end": time.end},
    )
