"""Nominations asked for the awards suffice for their quota. Plan, the part on awards: its figures must agree."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.facts import Nominator
from tongket.plans.plan import Plan
from tongket.units.collectives import is_collective

EACH = re.compile(r"\b(?:mỗi|từng|các)\b", re.IGNORECASE)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where fewer nominations are asked for, unit by unit, than the same clause can reward."""
    quota = sum(award.quota or 0 for award in plan.facts.awards)
    nominators = plan.facts.nominators
    if any(_is_open(each) or not _is_for_awards(plan, each) for each in nominators):
        return ()
    asked = [nominator.count for nominator in nominators]
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


def _is_open(nominator: Nominator) -> bool:
    """Whether the name means more units than one, so that nobody can add up."""
    return is_collective(nominator.unit) or bool(EACH.search(nominator.unit))


def _is_for_awards(plan: Plan, nominator: Nominator) -> bool:
    """Whether the nomination stands at the clause of an award, or below it; others are models to be shown."""
    clause = nominator.clause or ""
    return any(award.clause and clause.split("/")[0] == award.clause.split("/")[0] for award in plan.facts.awards)
