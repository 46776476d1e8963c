"""Whoever owes something must be among the recipients. Decree 30/2020/NĐ-CP, Annex I, II.9."""

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, owing_names
from tongket.plans.checks.own_parts import needs_no_copy
from tongket.plans.checks.reaching import reach_of
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each name that owes something and that no recipient line reaches."""
    recipients = plan.facts.recipients
    if not recipients or not plan.is_plan:
        return ()
    issuer, reach = plan.facts.issuer or "", reach_of(recipients)
    return tuple(
        Finding(
            "owes-not-recipient",
            Level.ADVICE,
            found=words("{unit} có việc phải làm nhưng không có ở nơi nhận."),
            wanted=words("Nơi nhận có đủ đơn vị được giao việc."),
            todo=words("Thêm vào nơi nhận, hoặc gửi riêng cho đơn vị."),
            clause=clause,
            quote=name,
            values={"unit": name},
        )
        for name, clause in owing_names(plan.facts)
        if not needs_no_copy(name, issuer) and not reach.covers(name)
    )
