"""The date of issue has a 0 before days below 10 and the months 1 and 2. Decree 30/2020/NĐ-CP, Annex I, II.4b."""

import re

from tongket.core.dates import official_day
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan

DATE_LINE = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*\d{4}", re.IGNORECASE)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where the line under the motto lacks a 0."""
    issued_on, line = plan.facts.issued_on, DATE_LINE.search(_printed(plan))
    if issued_on is None or line is None or not (len(line[1]) == 1 or line[2] in {"1", "2"}):
        return ()
    return (
        Finding(
            "date-padding",
            Level.ADVICE,
            found=words("Dòng ngày ban hành ghi “{line}”."),
            wanted=words("“{official}”: ngày dưới 10 và tháng 1, tháng 2 có số 0 đứng trước."),
            todo=words("Sửa số trong văn bản trước khi ký."),
            quote=line[0],
            values={"line": line[0], "official": official_day(issued_on)},
        ),
    )


def _printed(plan: Plan) -> str:
    """The words that the date of issue was read from."""
    evidence = plan.evidence.get("issued_on")
    return " ".join(plan.words(span) for span in evidence.spans) if evidence else ""
