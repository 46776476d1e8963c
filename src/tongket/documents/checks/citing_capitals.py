"""When cited, “Điều” is a capital, “khoản” and “điểm” are not. Decree 30/2020/NĐ-CP, Annex II, V.7."""

import re

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

_BEFORE = r"(?<=[a-zà-ỹđ,;] )"
_WRONG = (
    (re.compile(_BEFORE + r"điều (?=\d{1,3}\b)"), words("Viện dẫn thì viết hoa “Điều”.")),
    (re.compile(_BEFORE + r"Khoản (?=\d)"), words("Viện dẫn thì viết thường “khoản”.")),
    (
        re.compile(_BEFORE + r"Điểm (?=[a-zđ]\b[,;)]? ?(?:khoản|Khoản|Điều|điều))"),
        words("Viện dẫn thì viết thường “điểm”."),
    ),
)


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for each of the three words, at its first wrong place inside a sentence."""
    findings = []
    for pattern, wanted in _WRONG:
        places = (_around(pattern, " ".join(paragraph.text.split())) for paragraph in sight.body)
        quote = next(filter(None, places), "")
        if quote:
            findings.append(
                form.finding(
                    "citing-capitals",
                    found=words("Viết hoa chưa đúng khi viện dẫn."),
                    wanted=wanted,
                    todo=words("Sửa chữ hoa ở chỗ viện dẫn."),
                    quote=quote,
                )
            )
    return tuple(findings)


def _around(pattern: re.Pattern[str], text: str) -> str:
    """Some words on both sides of what a pattern finds."""
    found = pattern.search(text)
    return text[max(0, found.start() - 30) : found.end() + 40] if found else ""
