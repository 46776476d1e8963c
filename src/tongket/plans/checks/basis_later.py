"""A plan cannot carry out a document that is issued after it. Decree 30/2020/NĐ-CP, Annex I, II.6a."""

from tongket.core.dates import plain_day
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each basis with a later date than the plan's own."""
    issued_on = plan.facts.issued_on
    return tuple(
        Finding(
            "basis-later",
            Level.APPROVAL,
            found=words("Căn cứ {number} đề ngày {day}, sau ngày ban hành kế hoạch {issued}."),
            wanted=words("Văn bản căn cứ có trước kế hoạch."),
            todo=words("Xem lại ngày của văn bản căn cứ."),
            quote=basis.text,
            values={
                "number": basis.number or basis.kind or "",
                "day": plain_day(basis.issued_on),
                "issued": plain_day(issued_on),
            },
        )
        for basis in plan.facts.based_on
        if issued_on is not None and basis.issued_on is not None and basis.issued_on > issued_on
    )
