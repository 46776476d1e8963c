"""Inside a sentence “tỉnh” and “thành phố” before a name are small. Decree 30/2020/NĐ-CP, Annex II, III.1."""

import re
from itertools import islice

from tongket.core.findings import Finding, words
from tongket.documents.checks.letters import BIG, SMALL, WITHIN
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

# Only the two that no rule of numbers and persons makes capital, but for the names that `rules.toml` exempts.
_NAME = rf"[{BIG}][{SMALL}]+"
_UNIT = re.compile(rf"{WITHIN}(?P<unit>Tỉnh|Thành phố) (?P<name>{_NAME}(?: {_NAME})*)")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding for the first such place."""
    exempt = form.terms("unit-capitals", "exempt")
    texts = (" ".join(paragraph.text.split()) for paragraph in sight.body)
    places = (found for text in texts for found in _UNIT.finditer(text) if not found["name"].startswith(exempt))
    return tuple(_finding(found, form) for found in islice(places, 1))


def _finding(found: re.Match[str], form: Form) -> Finding:
    return form.finding(
        "unit-capitals",
        found=words("Ghi “{text}” giữa câu."),
        wanted=words("Danh từ chung viết thường: “{right}”."),
        todo=words("Sửa chữ hoa của tên đơn vị hành chính."),
        quote=found.string[max(0, found.start() - 30) : found.end() + 30],
        text=found[0],
        right=f"{found['unit'].lower()} {found['name']}",
    )
