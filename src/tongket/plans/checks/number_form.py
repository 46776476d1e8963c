"""A number below 10 is padded, its symbol names the type of document. Decree 30/2020/NĐ-CP, Annex I, part I, II.3."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, is_party_form
from tongket.plans.plan import Plan

SINGLE = re.compile(r"(\d)(?!\d)")
PLAN_SYMBOL = re.compile(r"(?:^|[-–/&\s])KH")
TWO_SLASHES = re.compile(r"^([^/]*/[^/]*)/")
TODO = words("Hỏi văn thư, rồi sửa số ở trang Kế hoạch cho khớp sổ văn bản đi.")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """A finding for each of: a single figure without 0, a symbol without KH, a second slash instead of a hyphen."""
    number = plan.facts.number
    if not number or plan.facts.kind != "KẾ HOẠCH":
        return ()
    faults = []
    if SINGLE.match(number):
        faults.append(("number-padding", words("Số dưới 10 có số 0 đứng trước: “{better}”."), f"0{number}"))
    if not PLAN_SYMBOL.search(number):
        faults.append(("number-without-kind", words("Ký hiệu của kế hoạch có chữ KH."), ""))
    if TWO_SLASHES.match(number) and not is_party_form(plan):
        faults.append(("number-signs", words("Giữa các nhóm chữ có gạch nối: “{better}”."), _hyphened(number)))
    return tuple(_finding(number, *fault) for fault in faults)


def _hyphened(number: str) -> str:
    """The number with its first slash kept and every other one a hyphen."""
    first, _, rest = number.partition("/")
    return f"{first}/{rest.replace('/', '-')}"


def _finding(number: str, code: str, wanted: str, better: str) -> Finding:
    return Finding(
        code,
        Level.ADVICE,
        found=words("Số và ký hiệu ghi “{number}”."),
        wanted=wanted,
        todo=TODO,
        quote=number,
        values={"number": number, "better": better},
    )
