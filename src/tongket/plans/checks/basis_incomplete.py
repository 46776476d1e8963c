"""A basis is cited with type, number and date, a law by its name. Decree 30/2020/NĐ-CP, Annex I, II.6a and b."""

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.facts import Basis
from tongket.plans.plan import Plan

# Types that always bear a number and a date; resolutions of a congress, programmes and agreements may not.
NUMBERED = frozenset(
    {"quyết định", "kế hoạch", "hướng dẫn", "chỉ thị", "công văn", "thông tư", "nghị định", "thông tri"}
)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each basis without its number or its date."""
    return tuple(_finding(basis) for basis in plan.facts.based_on if _lacks(basis))


def _lacks(basis: Basis) -> bool:
    has_kind = (basis.kind or "").lower() in NUMBERED
    return has_kind and (basis.number is None or (basis.issued_on is None and "ngày" not in basis.text.lower()))


def _finding(basis: Basis) -> Finding:
    return Finding(
        "basis-incomplete",
        Level.ADVICE,
        found=words("Căn cứ “{text}” không ghi số và ký hiệu.")
        if basis.number is None
        else words("Căn cứ “{text}” không ghi ngày ban hành."),
        wanted=words("Tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành và trích yếu."),
        todo=words("Tra văn bản căn cứ, rồi bổ sung ở điều đọc được này."),
        quote=basis.text,
        values={"text": basis.text},
    )
