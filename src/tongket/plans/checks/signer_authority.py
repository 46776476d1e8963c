"""Who signs for a body or its head says so (TM., KT., TL.). Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7b."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan

# Bodies that decide together, folded; who signs for them signs on behalf of the collective.
COLLECTIVE = re.compile(
    r"\b(?:uy ban nhan dan|ubnd|uy ban mttq|uy ban mat tran|ban thuong truc|ban thuong vu|ban chap hanh|ban chi dao)\b"
)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where a deputy, or the signer of a body that decides together, signs without saying for whom."""
    signature = plan.facts.signature
    if not plan.is_plan or signature is None or signature.authority or not signature.position:
        return ()
    is_deputy = fold(signature.position).startswith("pho ")
    if not is_deputy and not COLLECTIVE.search(fold(plan.facts.issuer or "")):
        return ()
    return (
        Finding(
            "signer-authority",
            Level.ADVICE,
            found=words("Người ký ghi “{position}”, không ghi ký thay hay thay mặt ai."),
            wanted=words("Cấp phó ký thay cấp trưởng ghi “KT.”, ký thay mặt tập thể ghi “TM.”.")
            if is_deputy
            else words("Ký thay mặt tập thể thì ghi “TM.” trước tên tập thể."),
            todo=words("Bổ sung quyền hạn của người ký trong văn bản trước khi phát hành."),
            quote=signature.position,
            values={"position": signature.position},
        ),
    )
