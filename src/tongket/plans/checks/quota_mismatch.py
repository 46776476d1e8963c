"""Nominations that are asked for should suffice for the quota of awards."""

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where fewer nominations are asked for than collectives can be rewarded."""
    quota = sum(award.quota or 0 for award in plan.facts.awards)
    asked = [nominator.count for nominator in plan.facts.nominators]
    total = sum(count for count in asked if count)
    if not quota or not asked or None in asked or total >= quota:
        return ()
    return (
        Finding(
            "quota-mismatch",
            Level.ADVICE,
            found=words("Khen {quota}, nhưng các đơn vị chỉ được giới thiệu {total}."),
            wanted=words("Số giới thiệu không ít hơn số khen."),
            todo=words("Mời thêm đơn vị giới thiệu, hoặc giảm số khen."),
            clause=plan.facts.awards[0].clause,
            quote=plan.facts.awards[0].text,
            values={"quota": quota, "total": total},
        ),
    )
