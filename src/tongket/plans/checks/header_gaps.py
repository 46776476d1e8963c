"""A plan that leaves the office has a number, a date and a signer. Decree 30/2020/NĐ-CP, Article 8."""

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """A finding for each of number, date and signer that is not there; a document of another kind needs none."""
    facts = plan.facts
    gaps = [
        (
            "no-number",
            facts.number,
            words("Không đọc được số và ký hiệu của kế hoạch."),
            words("Điền số khi đã ký, ở trang Kế hoạch."),
        ),
        (
            "no-date",
            facts.issued_on,
            words("Không đọc được ngày ban hành."),
            words("Ghi ngày ban hành để tính hạn và danh bạ."),
        ),
        (
            "no-signer",
            facts.signature and facts.signature.name,
            words("Không đọc được người ký."),
            words("Ghi họ tên người ký để in lên các văn bản sau."),
        ),
    ]
    return tuple(
        Finding(code, Level.ADVICE, found=found, wanted=words("Văn bản ban hành có số, ngày và người ký."), todo=todo)
        for code, value, found, todo in gaps
        if not value and plan.is_plan
    )
