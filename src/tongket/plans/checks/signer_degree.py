"""No degree or title of honour stands before a signer's name. Decree 30/2020/NĐ-CP, Annex I, part I, II.7c."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan

DEGREE = re.compile(
    r"(?:PGS|GS|TS|TSKH|Th\.?\s?S|BS(?:\.?\s?CK[I]{1,2})?|KS|CN|LS|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|"
    r"(?:Phó )?[Gg]iáo sư|[Tt]iến sĩ|[Tt]hạc sĩ|[Bb]ác sĩ|[Kk]ỹ sư|[Cc]ử nhân|[Nn]hà giáo (?:[Ưư]u tú|[Nn]hân dân))"
    r"[.,\s]\s*(?=\S)"
)
# Schools, hospitals and institutes, folded: their own branch may allow the title.
ALLOWED = re.compile(r"\b(?:truong|dai hoc|hoc vien|benh vien|vien|trung tam y te)\b")


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where the name begins with a degree or a title of honour."""
    signature = plan.facts.signature
    name = (signature.name if signature else None) or ""
    title = DEGREE.match(name)
    if title is None or ALLOWED.search(fold(plan.facts.issuer or "")):
        return ()
    return (
        Finding(
            "signer-degree",
            Level.ADVICE,
            found=words("Trước họ tên người ký có “{title}”."),
            wanted=words("Chỉ họ và tên, không ghi học hàm, học vị, danh hiệu."),
            todo=words("Sửa trong văn bản trước khi phát hành; ghi lại họ tên ở trang này."),
            quote=name,
            values={"title": title[0].strip()},
        ),
    )
