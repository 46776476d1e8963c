"""A document names its recipients, last the archive. Decree 30/2020/NĐ-CP, Article 8 and Annex I, II.9."""

from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where the plan names no recipient, or none of their lines keeps a copy."""
    recipients = plan.facts.recipients
    if not plan.is_plan or any(fold(line).startswith("luu") or " luu" in fold(line) for line in recipients):
        return ()
    if not recipients:
        return (
            Finding(
                "no-recipients",
                Level.APPROVAL,
                found=words("Kế hoạch không có phần “Nơi nhận”."),
                wanted=words("Nơi nhận có đủ đơn vị được giao việc, cuối cùng là “Lưu: VT, …”."),
                todo=words("Hỏi người soạn; danh sách đơn vị nhận lấy từ phần việc."),
            ),
        )
    return (
        Finding(
            "keep-missing",
            Level.ADVICE,
            found=words("Nơi nhận không có dòng “Lưu”."),
            wanted=words("Dòng cuối ghi “Lưu: VT, …”, theo Nghị định 30/2020/NĐ-CP, Phụ lục I."),
            todo=words("Thêm dòng “Lưu” trước khi phát hành."),
            quote=recipients[-1],
        ),
    )
