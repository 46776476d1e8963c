"""Inside a sentence “tỉnh” and “thành phố” before a name are small. Decree 30/2020/NĐ-CP, Annex II, III.1."""

import re

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

# Only the two that no rule of numbers and persons makes capital, but for the names that `rules.toml` exempts.
_UNIT = re.compile(r"(?<=[a-zà-ỹđ,] )(?P<unit>Tỉnh|Thành phố) (?P<name>[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]+)*)")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding for the first such place."""
    exempt = form.words("unit-capitals", "exempt")
    for paragraph in sight.body:
        for found in _UNIT.finditer(" ".join(paragraph.text.split())):
            if not found["name"].startswith(exempt):
                return (
                    form.finding(
                        "unit-capitals",
                        found=words("Ghi “{text}” giữa câu."),
                        wanted=words("Danh từ chung viết thường: “{right}”."),
                        todo=words("Sửa chữ hoa của tên đơn vị hành chính."),
                        quote=found.string[max(0, found.start() - 30) : found.end() + 30],
                        text=found[0],
                        right=f"{found['unit'].lower()} {found['name']}",
                    ),
                )
    return ()
