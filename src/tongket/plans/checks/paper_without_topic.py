"""An assigned paper has a topic, so that two authors do not tell the same story. Plan, the part on papers; habit."""

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan
from tongket.units.collectives import is_collective


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each named author without a topic."""
    return tuple(
        Finding(
            "paper-without-topic",
            Level.ADVICE,
            found=words("Tham luận của {unit} chưa có chủ đề."),
            wanted=words("Mỗi bài một chủ đề, không trùng nhau."),
            todo=words("Thống nhất chủ đề với đơn vị, rồi ghi ở điều đọc được này."),
            clause=paper.clause,
            quote=paper.unit,
            values={"unit": paper.unit},
        )
        for paper in plan.facts.papers
        if not paper.topic and not is_collective(paper.unit)
    )
